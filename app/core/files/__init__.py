"""The files that people write: reading them, and saying everything that is wrong with them.

It imports `search` (what an article lacks for it), `figures`, `article` and what is below them.
"""
