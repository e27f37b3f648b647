"""Lessons, slides and the self-test, without a screen.

It imports `files`, `pages` and what is below them.
"""
