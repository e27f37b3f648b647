"""What is around an article: frame, disclaimer, settings, failures, signals of the system.

It imports `widgets` and `look`, so that it can be shown first.
"""
