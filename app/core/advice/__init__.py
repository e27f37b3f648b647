"""What could be better in an article: slips in its words, what it lacks, plain texts that are too hard or say too much.

An error is found by `app.core.files.check`; advice keeps no article from being read.
"""
