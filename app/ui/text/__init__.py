"""Blocks set as text on the screen: painted, selected, copied, read by screen readers.

It imports `widgets` and `look`.
"""
