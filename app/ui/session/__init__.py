"""One run of the program with a window: what is opened in it, what is remembered, which files are followed. It may import all other packages of ui.

`session` connects the rest, whose parts ask for what they want by signals.
"""
