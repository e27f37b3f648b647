"""Hand-outs for patients and review sheets for clinicians: what stands on the paper, whatever prints it.

It imports `formats`, `pages` and what is below them.
"""
