"""Find plain texts that promise more than the full text they stand for: a hedge or an issuer that is lost, a number that is not there. English only.

The rule knows words, not meanings. A pair that it passes can still be wrong; one that it finds has lost a word that the full text has.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from app.core.article.content import Article

HEDGES = {
    "how likely": (
        r"may|might|can|could|possibl[ey]|perhaps|probabl[ey]|likely|thought to|believed to|expected|suggests?|reports?|estimated?|put at|puts"
    ),
    "how often": r"often|usual(?:ly)?|typical(?:ly)?|generally|sometimes|rare(?:ly)?|mostly|mainly|chiefly|most|as a rule",
    "some only": r"some|certain|selected|several|most|many|includ(?:e|es|ing)|such as|for example|in single cases",
    "about": (
        r"about(?=\s(?:\d|an?\b|one\b|two\b|three\b|twice\b|half\b|as\b))|around|approximately|nearly|roughly|near|close to"
        r"|or (?:less|more|later)|no one knows"
    ),
    "how sure": (
        r"un(?:clear|known|confirmed|proved)|not? (?:\w+ )?(?:clear|known|proved|shown|confirmed|study|agree)|no one knows|less clear|differ"
        r"|poorly understood|not well known|data (?:are|is) limited|inconsistent|have not|found no|did not find"
    ),
    "goes with": r"link(?:s|ed)?|associated|go(?:es)? with|went with|times the (?:risk|odds)|the odds|comes? from",
    "aim": r"aims?|meant to|intended|in order to|tr(?:y|ies) to|(?<!shown )to (?:help|support|reduce|take)",
}
"""Ways in which a text claims less than it could. A plain text that has lost one of its full text's ways claims more."""

_HEDGES = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in HEDGES.items()}

WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
    "twelve": "12", "twice": "2", "double": "2", "doubled": "2", "doubles": "2", "triple": "3", "dozen": "12", "half": "½", "quarter": "¼",
}  # fmt: skip
"""Numbers in words. "One" is left out, since it is more often no number ("no one", "one guide"); so are "second" and "third", which tell an order."""

_NUMBER = re.compile(r"(?<![\w.])(\d+(?:[.,]\d+)*)(?:\s?(%|mm\b))?|\b(" + "|".join(WORDS) + r")\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ISSUER = re.compile(r"\(([A-Z]{3,})\)")
_GUIDE = re.compile(r"\bguid(?:e|eline)s?\b", re.IGNORECASE)

_NOT_A_NUMBER = re.compile(r"\bdouble womb\b", re.IGNORECASE)
"""A shape, no factor."""


class Slip(Struct, frozen=True):
    """One way in which a plain text claims more than its full text."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def is_compared(article: Article) -> bool:
    """Return whether the words are known for the article's language."""
    return article.language.lower().partition("-")[0] == "en"


def slips(article: Article) -> tuple[Slip, ...]:
    """Return every slip in the article's pairs of full and plain text, in reading order; empty in languages whose words are not known."""
    if not is_compared(article):
        return ()
    names = frozenset(name for source in article.sources for name in _ISSUER.findall(source.issuer))
    return tuple(Slip(place, what) for place, full, plain in pairs(article) for what in compare(full, plain, names))


def pairs(article: Article) -> Iterator[tuple[str, str, str]]:
    """Give place, full text and plain text of every passage, answer and note, in reading order."""
    for section in article.sections:
        yield from ((passage.id, passage.text, passage.plain) for passage in section.passages)
    yield from ((entry.id, entry.answer, entry.plain) for entry in article.faq.entries)
    yield from ((note.id, note.text, note.plain) for note in article.notes)


def compare(full: str, plain: str, issuers: frozenset[str] = frozenset()) -> Iterator[str]:
    """Give each way in which the plain text claims more than the full one, in words.

    What the full text tells as the word of an issuer, such as ACOG, the plain text must tell as that of an issuer or a guide.
    """
    for name, words in _HEDGES.items():
        found = words.search(full)
        if found and not words.search(plain):
            yield f"the plain text has no word for “{found[0]}” ({name})"
    told = [name for name in _WORD.findall(full) if name in issuers]
    if told and not _GUIDE.search(plain) and issuers.isdisjoint(_WORD.findall(plain)):
        yield f"the plain text does not say that {told[0]} says this"
    known = numbers(full)
    for number in sorted(numbers(plain) - known):
        yield f"the plain text has {number}, but the full text does not"


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text, with a percent sign or mm where one stands beside it: "10.7%" and "three" are 10.7% and 3."""
    found = _NUMBER.finditer(_NOT_A_NUMBER.sub("", text))
    return frozenset(WORDS[match[3].lower()] if match[3] else f"{match[1]}{match[2] or ''}" for match in found)
