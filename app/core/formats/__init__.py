"""The forms in which pages leave the program as text: plain text, Markdown, HTML, the HTML edition, and what a PDF needs besides.

It imports `pages`, `search` and what is below them.
"""
