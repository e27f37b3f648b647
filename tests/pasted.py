"""What is pasted, or typed on other keyboards, into the search of program and page, and what is meant by it."""

PASTED = {
    "insuf-\nficiency": "insufficiency",
    "insuf-ficiency": "insufficiency",
    "cer- clage": "cerclage",
    "when is cer-\nclage done": "when is cerclage done",
    "pro\u00ad\ngesterone": "progesterone",
    "cer\u200bclage": "cerclage",
    "cervical\u200binsufficiency": "cervical insufficiency",
    "ınfectıon": "infection",
    "İNFECTİON": "infection",
    "funnel-\r\ning": "funneling",
    "vaginal bleed- ing": "vaginal bleeding",
    "bleed-ing": "bleeding",
}
