"""Tell what a file is by its bytes, and read it: text in any common form, or Word."""

import re

from msgspec.structs import replace

from app.core.texts.lines import Reading, Remark, UnusableError

LARGEST_TEXT = 3_000_000
"""Bytes of a text; a long book has one million."""

LARGEST_WORD = 60_000_000
"""Bytes of a Word file: it holds pictures, which are not read."""

MOST_LINES = 50_000
FEW = 5
"""Characters that cannot be shown, which any text may hold."""

BROKEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and half characters; a line feed is none of them."""

OTHER_FILES = (
    (b"%PDF", "it is a PDF; open it, copy its text into a text file or into Word, and import that"),
    (b"{\\rtf", "it is a rich text file (.rtf); open it in Word and save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "it is an old Word file (.doc), or one with a password; open it in Word and save it as .docx"),
    (b"\x89PNG", "it is a picture; an article is made from text"),
    (b"\xff\xd8\xff", "it is a picture; an article is made from text"),
)
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"


def read(raw: bytes, name: str) -> Reading:
    """Return the blocks of a file, by what it is and not by its name alone; raise `UnusableError`."""
    for sign, what in OTHER_FILES:
        if raw.startswith(sign):
            raise UnusableError(what)
    if raw.startswith(b"PK"):
        if OPEN_DOCUMENT in raw[:200]:
            raise UnusableError("it is an OpenDocument file; save it as .docx")
        if len(raw) > LARGEST_WORD:
            raise UnusableError(f"it is larger than {LARGEST_WORD // 1_000_000} MB")
        from app.core.texts.word import read_word  # noqa: PLC0415 - each reader is loaded when its file comes

        return read_word(raw)
    if len(raw) > LARGEST_TEXT:
        raise UnusableError(f"it is larger than {LARGEST_TEXT // 1_000_000} MB; make it smaller")
    text, remarks = decoded(raw)
    if name.lower().endswith((".md", ".markdown", ".mdown", ".mkd")):
        from app.core.texts.markdown import read_markdown  # noqa: PLC0415

        reading = read_markdown(text)
    else:
        from app.core.texts.plain_text import read_plain_text  # noqa: PLC0415

        reading = read_plain_text(text)
    return replace(reading, remarks=(*remarks, *reading.remarks))


def decoded(raw: bytes) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of bytes, with line feeds at its line ends and without characters that cannot be shown; raise `UnusableError` for no text."""
    if not raw.strip():
        raise UnusableError("it is empty")
    remarks: list[Remark] = []
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", errors="replace")
    else:
        if b"\x00" in raw:
            raise UnusableError("it contains no text, or text in an unknown encoding; save it as UTF-8")
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
            what = "the file is not in UTF-8, so it was read as Western European; check its accents and quotation marks"
            remarks.append(Remark(0, what, kept=True))
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\t", "    ")
    count = len(BROKEN.findall(text))
    if count > max(len(text) // 20, FEW):
        raise UnusableError("it contains no text that can be read")
    if count:
        first = next(number for number, line in enumerate(text.split("\n"), 1) if BROKEN.search(line))
        remarks.append(Remark(first, f"contains characters that cannot be shown ({count} in the file); they were left out"))
        text = BROKEN.sub("", text)
    if text.count("\n") > MOST_LINES:
        raise UnusableError(f"it has more than {MOST_LINES:,} lines")
    return text, tuple(remarks)
