"""What is kept of languages other than English: small words, common words, the words of questions, and how words change.

A language has up to two files in `resources/languages`: its small words, a list that others keep (`small/es.txt`), and our own (`es.json`, read as
`Lists`). Both are read when an article in that language is searched for the first time.
"""

import re
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.base.text import fold, words

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "languages"

Rule = tuple[str, str, int]
"""A pattern in a folded word, what takes its place, and how many letters must be left."""


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language. Words stand with their accents, as they are written; they are compared without.

    `headed`, `told` and `evidence` are those of `english_aspects`. `before` and `after` are rules for a word before and after its stem is taken.
    `endings` are those that words of the language have: the HTML edition, which has no stemmer, takes them off. `compounds` says that words are
    written together (Bremsbelag). `without` is a pattern whose group begins where what is not wanted is named. `help` are ways to ask for help that
    count where nothing else is typed (Notruf).
    """

    small: str = ""
    neutral: str = ""
    headed: dict[str, str] = {}
    told: dict[str, str] = {}
    evidence: dict[str, str] = {}
    without: str = ""
    before: tuple[Rule, ...] = ()
    after: tuple[Rule, ...] = ()
    endings: str = ""
    compounds: bool = False
    help: str = ""


def read_lists(base: str) -> Lists:
    """Return the lists of a language, words folded; empty ones for a language that has none, or whose file cannot be read."""
    try:
        kept = msgspec.json.decode((FOLDER / f"{base}.json").read_bytes(), type=Lists)
    except (OSError, msgspec.DecodeError):
        kept = Lists()
    try:
        listed = (FOLDER / "small" / f"{base}.txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        listed = ""
    return msgspec.structs.replace(
        kept,
        small=_folded(f"{kept.small} {listed}"),
        neutral=_folded(" ".join((kept.neutral, *kept.headed.values(), *kept.told.values()))),
        headed={aspect: fold(phrases) for aspect, phrases in kept.headed.items()},
        told={aspect: fold(phrases) for aspect, phrases in kept.told.items()},
    )


def _folded(text: str) -> str:
    """Return the words of a text as they are compared, parted by spaces."""
    return " ".join(word.folded for word in words(text))


def changed(word: str, rules: tuple[tuple[re.Pattern[str], str, int], ...]) -> str:
    """Return a folded word as the rules leave it; a rule that would leave too few letters is passed over."""
    for pattern, replacement, left in rules:
        made = pattern.sub(replacement, word)
        if len(made) >= left:
            word = made
    return word
