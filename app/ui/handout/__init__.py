"""Hand-outs and review sheets: the dialog, the paper, the printer, the PDF.

It imports `text`, `widgets` and `look`.
"""
