"""One search over many articles.

`searching` answers: an index of all passages (`passages`) gathers candidates, the articles' own search decides. `making` makes and renews that index
step by step, `kept` keeps it with what each article's search needs, `keys` says how texts and queries meet in it.

Tantivy is imported only here, and only when this package is.
"""
