"""Words as they are written in HTML. Python's own module knows the names of two thousand letters; it is loaded only to read them."""

ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """Return words as they are written in HTML, also between quotes."""
    return text.translate(ESCAPED)


def unescape(text: str) -> str:
    """Return the words that are written so."""
    if "&" not in text:
        return text
    import html  # noqa: PLC0415 - see above

    return html.unescape(text)
