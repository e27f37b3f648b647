"""The files that people write: reading them, saying everything that is wrong with them, and what may be written or may leave the program.

It imports `figures`, `article` and what is below them.
"""
