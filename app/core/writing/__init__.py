"""Making an article of what people wrote, with a report of what became of each line, and writing an article as such a text.

It imports the readers of texts, and whatever knows an article; only the command line and the window import it.
"""
