"""The machine under the program: its files, its libraries, what a run leaves behind, how the program ends.

It imports nothing of the program but its name, and works before Qt is loaded.
"""
