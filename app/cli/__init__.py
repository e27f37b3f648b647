"""The command line: reads it, prints what was asked for, or opens the window.

It may import everything; nothing imports it.
"""
