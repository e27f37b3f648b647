"""Figures as SVG text: files that are looked through, time lines that are drawn.

It imports `article` and `base`.
"""
