"""Small widgets that know nothing of an article.

It imports `look` alone.
"""
