"""Writing an article: drafts with all that is to be told of them, helps for drafts, and making an article from what people write.

Nothing here writes a word of an article by itself: what it suggests stands apart from the text.
"""
