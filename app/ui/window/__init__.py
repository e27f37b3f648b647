"""The window: commands, bars, and the parts of all other packages put together.

It may import every package of the window; the command line alone imports it.
"""
