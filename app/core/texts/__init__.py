"""Reading what people wrote: Markdown, plain text and Word, all as one row of blocks with the lines they come from.

It knows words and marks, and nothing of an article.
"""
