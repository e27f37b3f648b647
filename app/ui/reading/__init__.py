"""Pages and questions, and the reader's way through them.

It imports `text`, `widgets` and `look`.
"""
