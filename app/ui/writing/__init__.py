"""Writing an article while the window shows it: the file is followed, and what is wrong in it is listed beside the page.

Nothing of this is loaded before somebody opens a file to write in it.
"""
