"""The library: the articles that this program can open, from all their folders.

It imports nothing of the program.
"""
