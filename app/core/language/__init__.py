"""What is known of a language: stems, small words, the words people use for an aspect, right spellings.

It imports `base` alone.
"""
