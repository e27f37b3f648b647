"""The pages of an article as blocks, every statement with its notes.

It imports `figures`, `article` and `base`; every output is made from its blocks.
"""
