"""The search field and its results, and finding words on a page.

It imports `reading` and what is below it.
"""
