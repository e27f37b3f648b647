"""The library page, what can be done with its articles, and the bar that tells how far reading them for search is.

It imports `shell`, `text` and what is below them.
"""
