"""Find the passage that answers what a reader typed.

`engine` ranks; it asks `query` what was typed, which asks `vocabulary` and the package `language`; `index` holds the article. `data` is all that is
made before the first query, `stored` its form as bytes; `plain` serves until it is there.

It imports `questions`, `article`, `language` and what is below them.
"""
