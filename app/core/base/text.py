"""Compare texts as readers do: whatever the case, the accents, the kind of dash or apostrophe."""

import re
import unicodedata
from array import array
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

Span = tuple[int, int]
"""Start and end of a stretch of a text, in characters of the original."""

SAME = str.maketrans(
    {"ı": "i", "ȷ": "j", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "\u034f": ""}
    | {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"}
)

# Scripts that are written without spaces: there every character is a word of its own.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

LETTERS = re.compile(r"[^\W_]+")
"""Letters and digits side by side: a word, in a text without characters that need a closer look."""

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


@lru_cache(maxsize=4096)
def _is_plain(char: str) -> bool:
    """Return whether a character is a letter or a digit by itself, or parts words, whatever stands before it."""
    return UNSPACED.match(char) is None and unicodedata.category(char)[0] != "M" and unicodedata.category(char) != "Cf"


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Part a text into folded words; hyphens and apostrophes part words, marks that belong to a letter do not."""
    if text.isascii():
        return tuple(Word(found[0].lower(), found.start(), found.end()) for found in LETTERS.finditer(text))
    if all(map(_is_plain, set(text))):  # a fifth of the time that each character by itself would take
        found_words = (Word(fold(found[0]), found.start(), found.end()) for found in LETTERS.finditer(text))
        return tuple(word for word in found_words if word.folded)
    return _words_by_character(text)


def _words_by_character(text: str) -> tuple[Word, ...]:
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


BREAK = re.compile("[-\u2010\u2011\u00ac\u00ad]\\s*|\u200b")
"""Where a word was broken at the end of a line, whose break a field may have made a space or taken away, and where it could have been."""

BROKEN = re.compile(rf"[^\W\d_]+(?:(?:{BREAK.pattern})[^\W\d_]+)*")
"""A word with its breaks, if it has any: a pattern that asks for one looks again at each letter of a long word."""

MOST_PIECES = 4
"""Pieces that a word is put together from at most."""


def whole(text: str, is_known: Callable[[str], bool]) -> str:
    """Return a pasted text with its broken words put together, where that makes a known (folded) word: "pre- and" stays.

    So does a hyphen between known words without a space: "bed-rest". A space of no width between two known words, which together are none,
    becomes a space.
    """
    if BREAK.search(text) is None:
        return text
    return BROKEN.sub(lambda found: _put_together(found[0], is_known), text)


def _put_together(broken: str, is_known: Callable[[str], bool]) -> str:
    pieces, breaks = BREAK.split(broken), [*BREAK.findall(broken), ""]

    def all_known(first: int, end: int) -> bool:
        return all(is_known(fold(piece)) for piece in pieces[first:end])

    def is_one(first: int, end: int) -> bool:
        hyphens = all(mark in "-\u2010\u2011" for mark in breaks[first : end - 1])
        return is_known(fold("".join(pieces[first:end]))) and not (hyphens and all_known(first, end))

    made, at = "", 0
    while at < len(pieces):
        end = next((end for end in range(min(len(pieces), at + MOST_PIECES), at + 1, -1) if is_one(at, end)), at + 1)
        made += "".join(pieces[at:end])
        if breaks[end - 1] == "\u200b":
            made += " " if all_known(end - 1, end + 1) else ""
        else:
            made += breaks[end - 1]
        at = end
    return made


ENDS = frozenset(".!?…:;؟।。！？：；")
CLOSING = "\"'”’»›)]」』）"


def ended(text: str) -> str:
    """Return a text that another may follow: with a full stop, unless it has a mark at its end, whatever closes after it ("“Why?”", "(stop.)")."""
    bare = text.rstrip()
    return bare if not bare or bare.rstrip(CLOSING)[-1:] in ENDS else f"{bare}."


def sentences_of(*parts: str) -> str:
    """Join texts to sentences, each with a mark at its end; empty ones are left out."""
    return " ".join(map(ended, filter(None, parts)))


def find_all(text: str, needle: str) -> tuple[Span, ...]:
    """Return where the needle stands in the text, compared folded and without overlap; nothing for an empty needle.

    A mark never parts a letter: it begins and ends with whole characters of the text, accents included. Where nothing is found, words of the
    needle that were broken at the end of a line are put together.
    """
    found = _find_all(text, needle)
    return found if found or not BREAK.search(needle) else _find_all(text, whole(needle, bool))


def _find_all(text: str, needle: str) -> tuple[Span, ...]:
    wanted = " ".join(fold(needle).split())
    if not wanted:
        return ()
    whole, origin = _compared(text)
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


@lru_cache(maxsize=512)
def _compared(text: str) -> "tuple[str, array[int]]":
    """Return a text as it is compared, and for each of these characters where it stands in the text; any white space is one space.

    Who types words to be found asks for the texts of a page at each letter.
    """
    folded: list[str] = []
    origin = array("I")
    for position, char in enumerate(text):
        part = _fold_char(char)
        if char.isspace():
            part = "" if folded and folded[-1] == " " else " "
        if part:
            folded.append(part)
        origin.extend([position] * len(part))
    return "".join(folded), origin


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
