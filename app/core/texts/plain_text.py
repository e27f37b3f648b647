"""Read plain text as people copy it from a web page or a mail: headings have no marks, lines are broken anywhere, lists have dashes."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from app.core.base.text import fold
from app.core.texts.lines import Given, Reading, Remark, Written
from app.core.texts.markdown import front_matter
from app.core.texts.names import ANSWER_MARK, AUTHORED, COUNTED, DATED, INLINE_DISCLAIMER, LEFTOVER, QUESTION_MARK, is_question, part_of, read_date

BULLET = re.compile(r"^(\s*)(?:[-*+•‣◦▪●○·–—]|o(?=\s{2}))\s+(?=\S)")
NUMBER = re.compile(r"^(\s*)(\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
UNDERLINE = re.compile(r"^\s*([=~*_-])\1{2,}\s*$")
MARKED = re.compile(r"^(#{1,6})\s+(\S.*?)\s*#*$")
MAIL = re.compile(r"^(from|to|cc|bcc|sent|subject|date|reply-to|von|an|betreff|gesendet|de|para|asunto|objet|envoyé|à)\s*:\s*(.*)$", re.IGNORECASE)
SUBJECT = frozenset({"subject", "betreff", "asunto", "objet"})
SENTENCE_ENDS = (".", ",", ";", "!", ":", "…", "。", "،", "؛")

NO_TITLE = (DATED, INLINE_DISCLAIMER, QUESTION_MARK, ANSWER_MARK)
LONGEST_TITLE = 90
MOST_WORDS = 12
MOST_WORDS_BARE = 7
"""Words of a heading in a text without a single empty line, where nothing but its brevity tells it."""

LEAST_LINES = 6
LAST_BYLINE = 3
NARROWEST = 55
WIDEST = 110
"""Letters in a line of a text that was broken by a program."""


class _Line(Struct, frozen=True):
    """One line that is not empty."""

    text: str
    number: int
    is_alone: bool  # an empty line stands before it, and behind it
    after_gap: bool
    is_bare: bool = False  # no line of the text is empty


def read_plain_text(text: str) -> Reading:
    """Return the blocks of a text with line feeds at its line ends."""
    lines = text.split("\n")
    front, first, remarks = front_matter(lines)
    quoted = [line for line in lines if line.strip()]
    if quoted and all(line.startswith(">") for line in quoted):  # a mail that was answered
        lines = [line.removeprefix(">").removeprefix(" ") for line in lines]
    first, told, mail = _mail(lines, first)
    front = {**told, **front}
    blocks = tuple(_Text(_numbered(lines, first), has_title="title" in front).blocks())
    return Reading("plain text", blocks, front, (*remarks, *mail))


def _mail(lines: list[str], first: int) -> tuple[int, dict[str, Given], tuple[Remark, ...]]:
    """Return where the text of a mail begins, its subject and date, and its other lines; at least two lines in a row make one."""
    found: list[tuple[int, str, str]] = []
    at = first
    while at < len(lines) and (matched := MAIL.match(lines[at].strip())):
        found.append((at + 1, matched[1].lower(), matched[2].strip()))
        at += 1
    names = {name for _, name, _ in found}
    if len(found) < 2 or not names & (SUBJECT | {"from", "von"}):  # noqa: PLR2004
        return first, {}, ()
    subject = next(
        (
            Given(re.sub(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", "", value, flags=re.IGNORECASE), number)
            for number, name, value in found
            if name in SUBJECT
        ),
        None,
    )
    told = tuple(Remark(number, "is a line of an e-mail", f"{name}: {value}", beside=True) for number, name, value in found if name not in SUBJECT)
    sent = next((Given(value, number) for number, name, value in found if name in {"date", "sent", "gesendet", "envoyé"} and read_date(value)), None)
    front = {"title": subject, "updated": sent}
    return at, {key: given for key, given in front.items() if given and given.value}, told


def _numbered(lines: list[str], first: int) -> list[_Line]:
    """Return the lines that are not empty; where none is empty, as in some copies of web pages, each stands by itself."""
    found: list[_Line] = []
    rest = "\n".join(lines[first:]).strip().split("\n")
    if len(rest) >= LEAST_LINES and all(line.strip() for line in rest) and max(map(len, rest)) > WIDEST // 2:
        return [
            _Line(line.rstrip(), at, is_alone=True, after_gap=True, is_bare=True) for at, line in enumerate(lines[first:], first + 1) if line.strip()
        ]
    for at in range(first, len(lines)):
        text = lines[at].rstrip()
        if text.strip():
            gap = at == first or not lines[at - 1].strip()
            alone = gap and (at + 1 >= len(lines) or not lines[at + 1].strip())
            found.append(_Line(text, at + 1, alone, gap))
    return found


class _Text:
    """Parts the lines of one text into headings, items and paragraphs."""

    def __init__(self, lines: list[_Line], *, has_title: bool) -> None:
        self._lines = lines
        self._has_title = has_title
        self._marks = [self._underlined(at) for at in range(len(lines))]
        self._in_questions = False
        self._guessed: set[int] = set()
        self._counted = False
        self._in_list = False

    def _underlined(self, at: int) -> str:
        """Return the sign that the line is underlined with, or nothing."""
        if at + 1 < len(self._lines) and not self._lines[at + 1].after_gap and (found := UNDERLINE.match(self._lines[at + 1].text)):
            return "" if UNDERLINE.match(self._lines[at].text) or BULLET.match(self._lines[at].text) else found[1]
        return ""

    def blocks(self) -> list[Written]:
        """Return the blocks of the text; a line that was only thought to be a heading, and has nothing under it, is a paragraph."""
        found = list(self._blocks())
        for at, block in enumerate(found):
            below = found[at + 1] if at + 1 < len(found) else None
            is_guess = block.kind == "heading" and block.line in self._guessed and part_of(block.text) == "section"
            if is_guess and (below is None or (below.kind == "heading" and below.level <= block.level)):
                found[at] = replace(block, kind="paragraph", level=0)
        return found

    def _blocks(self) -> Iterator[Written]:
        at, is_first = 0, not self._has_title
        while at < len(self._lines):
            line = self._lines[at]
            if UNDERLINE.match(line.text):
                at += 1
                continue
            if level := self._heading(at, is_first=is_first):
                title = without_mark(line.text)
                yield Written("heading", title, line.number, level)
                self._in_questions = part_of(title) == "faq" or (self._in_questions and is_question(title))
                at += 2 if self._marks[at] else 1
                is_first = False
                continue
            made, at = self._passage(at)
            yield made
            is_first = False

    def _heading(self, at: int, *, is_first: bool) -> int:
        """Return the level of the heading that a line is; 0 for a line that is none."""
        line, text = self._lines[at], self._lines[at].text.strip()
        if marked := MARKED.match(text):
            return len(marked[1])
        if self._marks[at]:
            return 1 if is_first else 2 if self._marks[at] in "=*" else 3
        if len(text) > LONGEST_TITLE or BULLET.match(line.text) or any(pattern.match(text) for pattern in NO_TITLE) or fold(text) in LEFTOVER:
            return 0
        begins = is_first and (line.is_alone or self._stands_out(at)) and not text.endswith((".", ",", ";"))
        named = line.after_gap and part_of(text) != "section"
        asked = self._in_questions and is_question(text)
        if begins or named or asked:
            self._in_list = named and part_of(text) in {"sources", "glossary"}
            return 1 if begins else 2 if named else 3
        is_guess = not (at <= LAST_BYLINE and AUTHORED.match(text)) and not (self._in_list and _is_entry(text)) and self._is_title(at, text)
        self._in_list = self._in_list and not is_guess
        self._counted = self._counted or (is_guess and COUNTED.match(text) is not None)
        if is_guess and not text.isupper() and not is_question(text):
            self._guessed.add(line.number)
        return 2 if is_guess else 0

    def _is_title(self, at: int, text: str) -> bool:
        """Return whether a line reads like a heading: short, no sentence, something longer or a list behind it."""
        line = self._lines[at]
        if at + 1 >= len(self._lines) or len(text.split()) > MOST_WORDS:
            return False
        if text.isupper() and any(char.isalpha() for char in text) and (line.after_gap or len(text.split()) > 1):
            return not _is_counted_row(self._lines, at)
        if text.endswith(SENTENCE_ENDS) or not (text[0].isupper() or text[0].isdigit() or text[0] == "¿"):
            return False
        if line.is_bare:
            behind = self._lines[at + 1].text.strip()
            return len(text.split()) <= MOST_WORDS_BARE and (len(behind) > len(text) or behind.endswith(".") or BULLET.match(behind) is not None)
        is_counted, is_like_an_item = COUNTED.match(text) is not None, NUMBER.match(line.text) is not None
        if is_like_an_item:
            return is_counted and line.is_alone and not _is_counted_row(self._lines, at)
        return line.is_alone or (line.after_gap and ((is_counted and self._counted) or self._stands_out(at)))

    def _stands_out(self, at: int) -> bool:
        """Return whether the line behind is part of something else: a list, or a line that would have had no reason to be a new one."""
        here, behind = self._lines[at], self._lines[at + 1] if at + 1 < len(self._lines) else None
        if behind is None or behind.after_gap:
            return True
        return bool(BULLET.match(behind.text) or NUMBER.match(behind.text)) or (len(here.text) < NARROWEST and len(behind.text) > len(here.text) + 10)

    def _passage(self, at: int) -> tuple[Written, int]:
        """Return the item or paragraph that begins at a line, with the lines that go on with it, and the line behind."""
        line = self._lines[at]
        kind, level, number, text = "paragraph", 0, "", line.text.strip()
        if found := BULLET.match(line.text):
            kind, level, text = "item", len(found[1].expandtabs(4)) // 2, line.text[found.end() :].strip()
        elif found := NUMBER.match(line.text):
            kind, level, number, text = "item", len(found[1].expandtabs(4)) // 2, found[2], line.text[found.end() :].strip()
        width = self._width(at)
        end = at + 1
        while end < len(self._lines) and self._goes_on(end, kind, width):
            text += f"\n{self._lines[end].text.strip()}"
            end += 1
        return Written("item" if kind == "item" else "paragraph", text, line.number, level, number=number), end

    def _width(self, at: int) -> int:
        """Return the letters of the longest line in the stretch without a gap that a line stands in."""
        width, end = len(self._lines[at].text), at + 1
        while end < len(self._lines) and not self._lines[end].after_gap and end < at + 40:
            width = max(width, len(self._lines[end].text))
            end += 1
        return width

    def _goes_on(self, at: int, kind: str, width: int) -> bool:
        """Return whether a line goes on with the one before: broken where the next word had no room, in the midst of a sentence, or indented."""
        line, before = self._lines[at], self._lines[at - 1].text.rstrip()
        text = line.text.strip()
        starts = (
            BULLET.match(line.text) or NUMBER.match(line.text) or UNDERLINE.match(line.text) or QUESTION_MARK.match(text) or ANSWER_MARK.match(text)
        )
        in_sentence = text[0].islower() and not before.endswith((".", "!", "?", ":"))
        if line.is_bare and not starts:
            return in_sentence or (kind == "item" and line.text[:1].isspace())
        if line.after_gap or starts or self._marks[at] or DATED.match(text) or fold(text) in LEFTOVER:
            return False
        if kind == "item" and line.text[:1].isspace():
            return True
        had_no_room = NARROWEST <= width <= WIDEST and len(before) + 1 + len(text.split()[0]) > width
        return had_no_room or in_sentence


def _is_entry(text: str) -> bool:
    """Return whether a line among sources or terms is one of them, and no heading of what comes next."""
    return len(text.split()) > 3 or any(char.isdigit() or char in ",:" for char in text)  # noqa: PLR2004


def without_mark(text: str) -> str:
    """Return a heading without the marks of Markdown that some type in plain text."""
    marked = MARKED.match(text.strip())
    return marked[2] if marked else text.strip()


def _is_counted_row(lines: list[_Line], at: int) -> bool:
    """Return whether a line with a number is one of a row of short ones, as items of a list are, and not a heading with text under it."""
    if not NUMBER.match(lines[at].text):
        return False
    behind = next((line for line in lines[at + 1 : at + 2]), None)
    return behind is not None and NUMBER.match(behind.text) is not None
