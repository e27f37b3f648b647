"""What a PDF holds, read with libraries that come as wheels."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")

Entry = tuple[str, int, float, list[Any]]
"""Of an outline: title, number of the page from 1, height on that page in points, the entries below."""


def opened(raw: bytes) -> pikepdf.Pdf:
    """Return the PDF as objects; one that is not sound fails."""
    found = pikepdf.open(io.BytesIO(raw), attempt_recovery=False)
    problems = found.check_pdf_syntax()
    assert not problems, problems
    return found


def page_texts(raw: bytes) -> list[str]:
    """Return the text of every page, in the order in which it was written."""
    with pypdfium2.PdfDocument(raw) as document:
        return [page.get_textpage().get_text_range() for page in document]


def page_sizes(raw: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in points."""
    with pypdfium2.PdfDocument(raw) as document:
        return [page.get_size() for page in document]


def outline(found: pikepdf.Pdf) -> list[Entry]:
    """Return the outline."""
    with found.open_outline() as read:
        return [_entry(item) for item in read.root]


def _entry(item: pikepdf.OutlineItem) -> Entry:
    page, form, _, top, _ = item.destination
    assert form == "/XYZ"
    return str(item.title), pikepdf.Page(page).index + 1, float(top), [_entry(below) for below in item.children]


def fonts(found: pikepdf.Pdf) -> Iterator[tuple[str, bool, bool]]:
    """Return of every font its name, whether it is embedded, and whether its text can be read back."""
    for page in found.pages:
        for font in page.Resources.get("/Font", {}).values():
            shapes = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            is_embedded = any(name in shapes.FontDescriptor for name in EMBEDDED)
            yield str(font.BaseFont), is_embedded, "/ToUnicode" in font
