"""Hand-outs and review sheets: what stands on the paper, whatever prints it.

It imports `formats`, `pages` and what is below them.
"""
