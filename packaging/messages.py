"""The texts that are not translated: the command line, what `check` and `import` say, reasons of failures, the scripts that install and start.

`python packaging/translations.py list` prints them after those that are translated, each with its file and line, so that all can be reread.
Every text of more than one word is listed, whatever uses it: so none is forgotten that is raised in one module and printed in another.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "app"

SCRIPTS = (
    *(ROOT / "packaging" / name for name in ("run.py", "environment.py", "libraries.py", "set_aside.py")),
    *(ROOT / "packaging" / "linux" / name for name in ("install.sh", "start.sh")),
)
"""What people start that is not in the program."""

NOT_MESSAGES = ("core/base/labels.py", "core/language/", "core/search/")
"""What holds words that are searched for, or that are listed as translated."""

ASKED_FOR = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP"})
"""Calls whose texts are translated."""

NO_WORDS = re.compile(r"</?[A-Za-z!]|\(\?|\\[a-zA-Z.(|]|\S\||[;{]\n|\w: [^;{]+; [\w-]+: |://")
"""What stands in markup, styles and patterns, and in no message."""

PRINTED = re.compile(r'\b(?:say|fail|give_up|echo)\s+"((?:[^"\\]|\\.)*)"')
"""A text that a shell script prints."""


class Written(Struct, frozen=True, order=True):
    """A text with its place; what is filled in stands in braces."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        """Return it as it is listed; a line break is written as in code."""
        text = self.text.strip().replace("\n", "\\n")
        return f"{self.path}:{self.line}: {text}"


def written() -> Iterator[Written]:
    """Give the texts of the program and of its scripts that are not translated, file by file."""
    for path in (*sorted(PROGRAM.rglob("*.py")), *SCRIPTS):
        name = path.relative_to(ROOT).as_posix()
        if not name.removeprefix("app/").startswith(NOT_MESSAGES):
            yield from written_in(path, name)


def written_in(path: Path, name: str) -> Iterator[Written]:
    """Give the texts of one file."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".sh":
        found = ((source.count("\n", 0, each.start()) + 1, each[1]) for each in PRINTED.finditer(source))
    else:
        found = ((line, text) for line, text in _texts(ast.parse(source)) if _is_message(text))
    yield from (Written(name, line, text) for line, text in found)


def _is_message(text: str) -> bool:
    return " " in text.strip() and re.search(r"[^\W\d_]{2}", re.sub(r"\{[^{}]*\}", "", text)) is not None and not NO_WORDS.search(text)


def _texts(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Give every text below a node with its line, but those of docstrings and those that are translated."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in ASKED_FOR:
            return
        case ast.Constant(value=str(text)):
            yield node.lineno, text
            return
        case ast.JoinedStr(values=parts):
            yield node.lineno, "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{_name(part)}}}" for part in parts)
            for part in parts:
                if isinstance(part, ast.FormattedValue):
                    yield from _texts(part.value)
            return
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def _name(part: ast.expr) -> str:
    """Return a short name for what is filled in: the last word of the code that gives it."""
    words = re.findall(r"[^\W\d]\w*", ast.unparse(part.value if isinstance(part, ast.FormattedValue) else part))
    return words[-1] if words else "…"
