"""A file while it is being written: all that is to be told of it, what would help it, and how one is begun.

Nothing here writes a word of an article by itself: what it suggests stands apart from the text.
"""
