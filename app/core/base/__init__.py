"""What everything else is built on: comparing texts, the program's own words, writing a file whole.

It imports no other package of the program.
"""
