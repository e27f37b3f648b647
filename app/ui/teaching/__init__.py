"""Teach mode, the self-test and the choice of what to teach.

It imports `reading`, `shell`, `text` and what is below them.
"""
