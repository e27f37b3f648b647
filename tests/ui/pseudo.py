"""A language for tests: every text of the program longer, accented and in brackets, so that what is not translated or cut off shows itself."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import convert, to_builtins
from PySide6.QtCore import QCoreApplication, QTranslator

from app.core.article.content import Article

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "packaging"))

import translations

ACCENTS = str.maketrans("aeiouyAEIOU", "áéíóúýÁÉÍÓÚ")
PLACEHOLDER = re.compile(r"(\{\w+\}|\([^)]*\*\.[^)]*\))")
LONGER = 0.4


def pseudo(text: str) -> str:
    """Return a text 40 % longer; placeholders, file patterns and the key after & stay."""
    parts = [part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTS) for part in PLACEHOLDER.split(text)]
    bare = len(PLACEHOLDER.sub("", text))
    more = max(0, round(bare * LONGER) - 2)
    filling = "".join(" " if number % 8 == 0 else "o" for number in range(more))
    return f"[{''.join(parts)}{filling.rstrip()}]"


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, str]]:
    """All texts of the program with their contexts: reading every module for them takes longer than what they are needed for."""
    return frozenset((message.context, message.text) for message in translations.messages())


class Pseudo(QTranslator):
    """Knows what the template lists, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.known = _known()

    def isEmpty(self) -> bool:  # noqa: N802 - called by Qt
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002 - Qt's signature
        return pseudo(text) if (context, text) in self.known else None


def spoken_pseudo() -> Iterator[None]:
    """Speak the language for a while."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


LETTERS = "abcdefghijklmnopqrstuvwxyz"
FOREIGN = str.maketrans(LETTERS + LETTERS.upper(), "абцдефгхијклмнопљрстувњџыз" + "АБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏЫЗ")
WRITTEN = {
    "title", "text", "plain", "question", "answer", "verdict", "short", "issuer", "alt", "term", "meaning", "in_article", "forms", "line", "signs",
    "emergency", "lead", "who", "label", "stated", "read_as", "again", "remark", "left_out", "corrected", "address", "name", "role", "steps",
}  # fmt: skip


def in_other_letters(article: Article, direction: str | None = None) -> Article:
    """Return the article with its words in Cyrillic letters, so that every Latin word on the screen is the program's; ids stay."""

    def turned(value: object, key: str = "") -> object:
        match value:
            case dict():
                return {name: turned(part, name) for name, part in value.items()}
            case list() | tuple():
                return [turned(part, key) for part in value]
            case str() if key in WRITTEN:
                return value.translate(FOREIGN)
        return value

    data = turned(to_builtins(article))
    assert isinstance(data, dict)
    if direction:
        data["direction"] = direction
    return convert(data, Article)


INNERMOST = re.compile(r"\[[^\[\]]*\]")
KEYS = re.compile(r"\b(Ctrl|Shift|Alt|Esc|Enter|PgUp|PgDown|Left|Right|Tab|Space|Return|Home|End|F\d+)\b|\bEN\d+\b|\bIC?\d+\b|\bS\d+\b")
LATIN = re.compile(r"[A-Za-z]{2,}")


def leaks(text: str) -> list[str]:
    """Return the Latin words of a text that stand outside every bracket and are no keys or ids."""
    before = ""
    while before != text:
        before, text = text, INNERMOST.sub("", text)
    return LATIN.findall(KEYS.sub("", text))
