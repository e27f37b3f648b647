"""The article as values, the places in it, its statements, and the record of its review.

It imports `base` alone.
"""
