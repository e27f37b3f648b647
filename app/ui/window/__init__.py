"""The window: commands, bars, and the parts of all other packages put together.

It may import every package of the window; `session` puts it into its frame.
"""
