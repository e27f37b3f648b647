"""Which entries of an article answer questions like one that is asked, learned from earlier questions.

`examples` reads them, `counting` counts their words while the index is made, `model` weighs a query by the counts.

It imports `language` and what is below it.
"""
