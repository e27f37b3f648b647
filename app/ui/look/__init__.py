"""Colours, type, icons and motion.

It imports nothing else of the window.
"""
