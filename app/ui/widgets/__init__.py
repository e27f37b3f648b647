"""Small widgets that know nothing of an article.

It imports `look`, and of the core what may leave the program.
"""
