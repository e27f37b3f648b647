"""Compare texts as readers do: whatever the case, the accents, the kind of dash or apostrophe."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

Span = tuple[int, int]
"""Start and end of a stretch of a text, in characters of the original."""

SAME = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"}
)

# Scripts that are written without spaces: there every character is a word of its own.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

SENTENCE_END = re.compile(r"(?:[.!?؟।]+[\"”’»)]*(?=\s|$))|[。！？]+[”」』）]*")

ABBREVIATIONS = frozenset({"dr", "mr", "mrs", "ms", "prof", "st", "vs", "fig", "no", "e.g", "i.e", "approx"})


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char.casefold().translate(SAME)).casefold()
    return "".join(part for part in decomposed if not unicodedata.combining(part) and unicodedata.category(part) != "Cf").translate(SAME)


def fold(text: str) -> str:
    """Return the text as it is compared: no case, no accents, one kind of dash, no invisible characters."""
    return text.casefold() if text.isascii() else "".join(map(_fold_char, text))


class Word(Struct, frozen=True):
    """One word of a text: its folded form, and where it stands in the original."""

    folded: str
    start: int
    end: int


def _is_letter(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Part a text into folded words; hyphens and apostrophes part words, marks that belong to a letter do not."""
    found: list[Word] = []
    start = -1
    for position, char in enumerate(text):
        alone = UNSPACED.match(char) is not None
        joins = not alone and (_is_letter(char) or (start >= 0 and unicodedata.category(char) == "Cf"))
        if joins and start < 0:
            start = position
        if not joins and start >= 0:
            found.append(Word(fold(text[start:position]), start, position))
            start = -1
        if alone:
            found.append(Word(fold(char), position, position + 1))
    if start >= 0:
        found.append(Word(fold(text[start:]), start, len(text)))
    return tuple(word for word in found if word.folded)


def find_all(text: str, needle: str) -> tuple[Span, ...]:
    """Return where the needle stands in the text, compared folded and without overlap; nothing for an empty needle.

    A mark never parts a letter: it begins and ends with whole characters of the text, accents included.
    """
    wanted = " ".join(fold(needle).split())
    if not wanted:
        return ()
    folded: list[str] = []
    origin: list[int] = []
    for position, char in enumerate(text):
        part = _fold_char(char)
        if char.isspace():
            part = "" if folded and folded[-1] == " " else " "  # any white space is one space
        if part:
            folded.append(part)
        origin.extend([position] * len(part))
    whole = "".join(folded)
    spans: list[Span] = []
    at = whole.find(wanted)
    while at >= 0:
        start, end = origin[at], origin[at + len(wanted) - 1] + 1
        while end < len(text) and unicodedata.category(text[end])[0] == "M":
            end += 1
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
        at = whole.find(wanted, at + len(wanted))
    return tuple(spans)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the text's sentences; together they cover it, less the space between them.

    A full stop ends a sentence before white space, unless a small letter follows ("e.g. the") or it belongs to an abbreviation.
    """
    spans: list[Span] = []
    start = 0
    for ending in SENTENCE_END.finditer(text):
        rest = text[ending.end() :].lstrip()
        word = text[start : ending.start()].rpartition(" ")[2].lower()
        if not rest or rest[0].islower() or (ending[0].startswith(".") and word in ABBREVIATIONS):
            continue
        spans.append((start, ending.end()))
        start = len(text) - len(rest)
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)
