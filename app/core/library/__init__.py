"""The library: the articles that this program can open, from all their folders, and what may be done with them.

`library` holds the values, `folders` reads them, `packs` reads and writes an article as one file, `shelf` adds, removes and shows another edition.
"""
