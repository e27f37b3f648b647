"""Tell how many years of school a text asks for: the grade of Flesch and Kincaid, which is made for English.

Grade = 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others 1975, Naval Technical Training Command, report 8-75).
A figure counts as one word with the syllables that are spoken, as Flesch counted them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from app.core.article.content import Article, FaqEntry, Passage
from app.core.base.text import sentences

WHOLE, SECTION = 6.0, 8.0
"""The highest grade that the plain texts may have as a whole, and in one section."""

WORD = re.compile(r"[^\W_]+(?:[.,]\d+|[’'&-](?=[^\W_])[^\W_]+)*%?")
PARTS = re.compile(r"[a-zA-Z’'\u00c0-\u024f]+|\.\d+|\d+|%|&")
VOWELS = re.compile(r"[aeiouy]+")

TWO_SOUNDS = re.compile(
    r"(?<![tscxg])i[aou](?!n$|ge$)|(?<=[tscx])iat|eo(?=l|n$|ph)|[aeiou]ing(?=s?$)|[aiou]y[aeiou]|ue(?=t|l[ls]?|nc)|(?<!q)ua(?=l|t|r[yi])|[^gq]ui(?=t[yi]|n)|(?<![cst])ie(?=t|nt|nc)"
    r"|(?<=cr)eat(?=e|i)|ium$|oe(?=m|t)|[^aeou]ism$|(?<=[dlnrv])ier$|(?<=[dlnrv])iest$"
)
"""Neighbouring vowels that are spoken apart."""

SILENT = re.compile(r"(?<=[^aeiouy])e(?:s)?$|(?<=[aeiou][^aeiouyl])e(?=ly$|ful|ment|less|ness)|(?<=[^aeiouytd])ed$|(?<=[aeiouy]u)e$")
"""An e that is written and not spoken."""

SPOKEN = re.compile(r"(?<=[^aeiouylr])les?$|(?<=[^aeiouyl])led$|(?:ch|sh|[cgsxz])es$|[^aeiouy]res?$")
"""Endings whose e is spoken after all: lit-tle, chan-ges."""

HISSING = re.compile(r"([sxz]|[cgsz]e|ch|sh)$")
"""After these an 's is a syllable of its own: the source's."""

EXCEPTIONS = {
    "acog": 2, "area": 3, "being": 2, "bleed": 1, "born": 1, "britain": 2, "business": 2, "cerclage": 2, "collagen": 3, "d&c": 3, "danlos": 2,
    "diethylstilbestrol": 6, "does": 1, "doing": 2, "done": 1, "ehlers": 2, "every": 2, "everyday": 3, "family": 3, "fluid": 2, "guideline": 2,
    "guidelines": 2, "idea": 3, "leep": 1, "mm": 4, "natural": 3, "nice": 1, "often": 2, "people": 2, "progesterone": 4, "ratio": 3, "rcog": 2,
    "reaction": 3, "safety": 2, "science": 2, "severe": 2, "someone": 2, "something": 2, "sometimes": 2, "syndrome": 2, "taken": 2,
    "therefore": 2, "trimester": 3, "weekly": 2, "wellbeing": 3, "women": 2,
}  # fmt: skip
"""Words that the rules miscount, and abbreviations that are spoken as words."""

TENS = (0, 1, 2, 2, 2, 2, 2, 3, 2, 2)
ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
"""Syllables of zero to nineteen, and of the tens."""


class TextGrade(Struct, frozen=True):
    """What was counted in some texts."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The grade of Flesch and Kincaid; 0 without a word."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


class Graded(Struct, frozen=True):
    """One part of an article's plain texts: its title, its measure, and that with the plain texts of its evidence notes."""

    title: str
    own: TextGrade
    with_notes: TextGrade


def measure(texts: Iterable[str]) -> TextGrade:
    """Count words, sentences and syllables; each text, a list item or a paragraph, ends a sentence."""
    words = ends = spoken = 0
    for text in texts:
        found = WORD.findall(text)
        words += len(found)
        spoken += sum(map(syllables, found))
        ends += sum(bool(WORD.search(text[start:end])) for start, end in sentences(text))
    return TextGrade(words, ends, spoken)


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """Return the syllables of an English word or a figure as it is spoken, at least one: cerclage 2, 37 3, RCOG 2, SMFM 4, 5% 3."""
    if word.lower() in EXCEPTIONS:
        return EXCEPTIONS[word.lower()]
    return max(1, sum(map(_part, PARTS.findall(word.replace(",", "")))))


def _part(part: str) -> int:
    if part.isdigit():
        return _number(int(part)) if len(part) <= 4 else len(part)  # noqa: PLR2004 - longer ones are read digit by digit
    if part.startswith("."):
        return 1 + sum(ONES[int(digit)] for digit in part[1:])  # point, and digit by digit
    if part in "%&":
        return 2 if part == "%" else 1
    low = part.lower().replace("’", "'")
    base = low.removesuffix("'s")
    own = int(base != low and HISSING.search(base) is not None)
    if base in EXCEPTIONS:
        return EXCEPTIONS[base] + own
    if len(part) > 1 and part.isupper():
        return sum(3 if letter == "w" else 1 for letter in low)  # spelled out
    return _spoken(base) + own


def _number(number: int) -> int:
    if number >= 1000:  # noqa: PLR2004
        thousands, rest = divmod(number, 1000)
        if rest >= 100:  # noqa: PLR2004 - read in pairs, as years are
            return _number(number // 100) + (_number(number % 100) if number % 100 else 2)
        return _number(thousands) + 2 + (_number(rest) if rest else 0)
    if number >= 100:  # noqa: PLR2004
        return _number(number // 100) + 2 + (_number(number % 100) if number % 100 else 0)
    if number < len(ONES):
        return ONES[number]
    return TENS[number // 10] + (ONES[number % 10] if number % 10 else 0)


def _spoken(word: str) -> int:
    plain = "".join({"é": "e", "ï": "i", "ö": "o"}.get(letter, letter) for letter in word.replace("'", ""))
    plain = re.sub(r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])", "j", plain)  # as a consonant
    count = len(VOWELS.findall(plain)) + len(TWO_SOUNDS.findall(plain))
    count -= len(SILENT.findall(plain))
    if SPOKEN.search(plain):
        count += 1
    return max(1, count)


# --- an article ---


def is_measured(article: Article) -> bool:
    """Return whether the formula holds for the article's language."""
    return article.language.lower().partition("-")[0] == "en"


def grades(article: Article) -> tuple[Graded, ...]:
    """Return the grades of the plain texts: first as a whole, then each section, the questions, and the notes by themselves."""
    notes = {note.id: note.plain for note in article.notes}
    parts: list[tuple[str, tuple[Passage | FaqEntry, ...]]] = [(section.title, section.passages) for section in article.sections]
    parts += [(article.faq.title, article.faq.entries)] if article.faq.entries else []
    graded: list[Graded] = []
    every: list[str] = []
    for title, passages in parts:
        own = [passage.plain for passage in passages]
        beside = [notes[name] for name in dict.fromkeys(name for passage in passages for name in passage.notes)]
        graded.append(Graded(title, measure(own), measure([*own, *beside])))
        every += own
    return (Graded("", measure(every), measure([*every, *notes.values()])), *graded)


def hard_notes(article: Article) -> tuple[tuple[str, float], ...]:
    """Return the notes whose plain text by itself is above what a section may have, with their grades, hardest first."""
    found = ((note.id, measure([note.plain]).grade) for note in article.notes)
    return tuple(sorted(((name, grade) for name, grade in found if grade > SECTION), key=lambda pair: -pair[1]))


def report(article: Article) -> tuple[tuple[str, ...], bool]:
    """Return the lines that tell the grades, and whether the goals are met: with the notes and without, for the whole and for each section."""
    if not is_measured(article):
        return (f"no reading grade: the formula is for English, and this article is in {article.language}",), True
    lines: list[str] = []
    missed = False
    for graded in grades(article):
        goal = SECTION if graded.title else WHOLE
        over = max(graded.own.grade, graded.with_notes.grade) > goal
        missed = missed or over
        line = f"reading grade of {graded.title or 'all plain texts'}: {graded.own.grade:.1f}, with evidence notes {graded.with_notes.grade:.1f}"
        lines.append(f"{line} (at most {goal:.0f}){': TOO HARD' if over else ''}")
    lines += [f"the plain text of {name} by itself: {grade:.1f} (better at most {SECTION:.0f})" for name, grade in hard_notes(article)]
    return tuple(lines), not missed
