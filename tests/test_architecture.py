"""The layers, as a table that is read: who may import whom."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"

BELOW_PARTS = tuple(
    f"app.ui.{name}"
    for name in (
        "tokens",
        "theme",
        "icons",
        "cover",
        "keys",
        "headings",
        "direction",
        "drawings",
        "readable",
        "accessible",
        "told",
        "surface",
        "typeset",
        "kept",
        "cells",
        "beside",
        "clipboard",
        "settings",
    )
)


MAY_IMPORT = {  # the longest name that fits holds; the standard library is always allowed
    "app": (),
    "app.__main__": ("app.main",),
    "app.main": ("app", "app.core.loader", "app.core.policy", "app.exits", "app.start", "app.commands", "app.handouts"),
    "app.exits": ("app",),
    "app.paths": (),
    "app.preflight": (),
    "app.commands": ("app", "app.core", "app.exits", "app.paths"),
    "app.handouts": ("app", "app.core", "app.exits", "app.paths", "app.preflight", "app.ui.pdf", "app.ui.theme", "PySide6"),
    "app.start": ("app", "app.core", "app.exits", "app.paths", "app.preflight", "app.ui.application", "app.ui.self_check"),
    "app.offline": (),
    "app.leftovers": (),
    "app.core": ("app.core", "msgspec", "snowballstemmer"),
    "app.core.search": ("app.core.content", "app.core.labels", "app.core.text", "app.core.search", "jellyfish", "msgspec", "snowballstemmer"),
    "app.ui": (*BELOW_PARTS, "app.core", "msgspec", "PySide6"),
    "app.ui.cover": ("app.ui.theme", "PySide6"),
    "app.ui.cover": ("PySide6",),
    "app.ui.keys": ("PySide6",),
    "app.ui.headings": ("PySide6", "shiboken6"),
    "app.ui.direction": ("app.core.order", "PySide6"),
    "app.ui.translation": ("app.core", "msgspec", "PySide6"),
    "app.ui.wrapped_link": ("app.ui.direction", "app.ui.theme", "PySide6"),
    "app.ui.beside": ("app.ui.theme", "PySide6"),
    "app.ui.drawings": ("app.core", "app.ui.theme", "PySide6"),
    "app.ui.frame": ("app.core", "app.ui.disclaimer", "app.ui.keys", "app.ui.theme", "PySide6"),
    "app.ui.tokens": ("msgspec",),
    "app.ui.theme": ("msgspec", "app.ui.tokens", "PySide6"),
    "app.ui.icons": ("app", "app.paths", "app.ui.theme", "PySide6"),
    "app.ui.settings": ("msgspec", "app.core", "app.ui.theme", "app.ui.tokens", "PySide6"),
    "app.ui.failure": ("app", "app.exits", "PySide6"),
    "app.ui.readable": ("app.core.order", "app.core.text"),
    "app.ui.cells": ("app.ui.theme", "app.ui.tokens", "PySide6"),
    "app.ui.typeset": ("app.core", "app.ui.cells", "app.ui.readable", "app.ui.drawings", "app.ui.icons", "app.ui.theme", "app.ui.tokens", "PySide6"),
    "app.ui.kept": ("msgspec", "app.core", "app.ui.typeset", "PySide6"),
    "app.ui.surface": ("msgspec", "app.core", "app.ui.clipboard", "app.ui.readable", "PySide6"),
    "app.ui.told": ("app.ui.headings", "app.ui.readable", "app.ui.surface", "app.ui.typeset", "PySide6", "shiboken6"),
    "app.ui.accessible": ("app.ui.surface", "app.ui.told", "PySide6"),
    "app.ui.appearance": (*BELOW_PARTS, "app.ui.motion", "app.ui.theme", "PySide6"),
    "app.ui.paper_pieces": ("app.core", "app.ui.readable", "app.ui.theme", "app.ui.tokens", "app.ui.typeset", "msgspec", "PySide6"),
    "app.ui.paper_pages": ("app.core", "app.ui.paper_pieces", "app.ui.theme", "msgspec", "PySide6"),
    "app.ui.paper": ("app.core", "app.ui.icons", "app.ui.paper_pages", "app.ui.paper_pieces", "PySide6"),
    "app.ui.review_paper": ("app.core", "app.ui.paper_pages", "app.ui.paper_pieces", "msgspec", "PySide6"),
    "app.ui.pdf": ("app", "app.core", "app.ui.paper", "app.ui.paper_pieces", "app.ui.review_paper", "PySide6"),
    "app.ui.save_dialog": ("PySide6",),
    "app.ui.review_desk": ("app.core", "app.ui.pdf", "app.ui.save_dialog", "PySide6"),
    "app.ui.printing": ("app.core", "app.ui.paper", "PySide6"),
    "app.ui.handout_preview": ("app.core", "app.ui.paper", "app.ui.theme", "PySide6"),
    "app.ui.handout_dialog": (*BELOW_PARTS, "app.core", "app.ui.handout_preview", "app.ui.paper", "PySide6"),
    "app.ui.handout_desk": (
        *BELOW_PARTS,
        "app.core",
        "app.ui.handout_dialog",
        "app.ui.paper",
        "app.ui.pdf",
        "app.ui.printing",
        "app.ui.save_dialog",
        "msgspec",
        "PySide6",
    ),
    "app.ui.commands": ("msgspec", "app.core", "app.ui.icons", "PySide6"),
    "app.ui.clipboard": ("msgspec", "app.core", "app.ui.readable", "app.ui.typeset", "PySide6"),
    "app.ui.page_tools": (*BELOW_PARTS, "app.ui.page", "PySide6"),
    "app.ui.copying": (*BELOW_PARTS, "app.core", "app.ui.page", "app.ui.reader", "app.ui.results", "PySide6"),
    "app.ui.accordion": (*BELOW_PARTS, "app.core", "app.ui.answer_tools", "app.ui.page", "app.ui.question", "PySide6"),
    "app.ui.side": (*BELOW_PARTS, "app.core", "app.ui.page", "PySide6"),
    "app.ui.searching": ("app.core", "app.ui.reader", "app.ui.results", "app.ui.search_field", "PySide6"),
    "app.ui.find_on_page": ("app.ui.accessible", "app.ui.find_bar", "app.ui.reader", "PySide6"),
    "app.ui.finding": ("app.core", "app.ui.kept"),
    "app.ui.results": (
        "msgspec",
        *BELOW_PARTS,
        "app.core",
        "app.ui.page",
        "app.ui.result_painter",
        "app.ui.result_parts",
        "app.ui.wrapped_link",
        "PySide6",
    ),
    "app.ui.bars": (*BELOW_PARTS, "app.ui.navigator", "app.ui.search_field", "PySide6"),
    "app.ui.reader": (
        "msgspec",
        *BELOW_PARTS,
        "app.core",
        "app.ui.accordion",
        "app.ui.page",
        "app.ui.finding",
        "app.ui.side",
        "app.ui.commands",
        "app.ui.licences",
        "PySide6",
    ),
    "app.ui.motion": (),
    "app.ui.tick_box": ("app.core.order", "app.ui.icons", "app.ui.theme", "PySide6"),
    "app.ui.self_test": (*BELOW_PARTS, "app.core", "app.ui.tick_box", "app.ui.wrapped_link", "PySide6"),
    "app.ui.lesson_dialog": (*BELOW_PARTS, "app.ui.tick_box", "PySide6"),
    "app.ui.screens": ("PySide6",),
    "app.ui.signals": ("PySide6",),
    "app.ui.slide_type": ("app.core", "app.ui.readable", "app.ui.theme", "app.ui.typeset", "PySide6"),
    "app.ui.slide_footer": ("app.core", "app.ui.theme", "PySide6"),
    "app.ui.slide_keys": ("app.core", "app.ui.slide_type", "PySide6"),
    "app.ui.slide_painter": (*BELOW_PARTS, "app.core", "app.ui.slide_type", "PySide6"),
    "app.ui.teach": (
        *BELOW_PARTS,
        "app.core",
        "app.ui.slide_footer",
        "app.ui.slide_keys",
        "app.ui.slide_painter",
        "app.ui.slide_type",
        "PySide6",
    ),
    "app.ui.presenting": (
        "app.core",
        "app.ui.appearance",
        "app.ui.cover",
        "app.ui.frame",
        "app.ui.reader",
        "app.ui.screens",
        "app.ui.lesson_dialog",
        "app.ui.self_test",
        "app.ui.teach",
        "PySide6",
    ),
    "app.ui.licences": ("app", "app.core", "app.paths", "msgspec", "PySide6"),
    "app.ui.window": ("app.core", "app.ui", "PySide6"),
    "app.ui.self_check": ("app", "app.core", "app.offline", "app.paths", "app.ui", "PySide6"),
    "app.ui.application": ("msgspec", "app", "app.core", "app.leftovers", "app.paths", "app.ui", "PySide6", "shiboken6"),
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(APP.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def imported(path: Path) -> set[str]:
    """Return what a module imports, also inside functions; `from app import paths` counts as `app.paths`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {part if is_module(part) else str(node.module) for part in parts}
    return {name for name in found if name.partition(".")[0] not in sys.stdlib_module_names}


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def allowed_for(name: str) -> tuple[str, ...]:
    return MAY_IMPORT[max((known for known in MAY_IMPORT if name == known or name.startswith(f"{known}.")), key=len)]


@pytest.mark.parametrize(("name", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_module_keeps_to_its_layer(name: str, path: Path) -> None:
    allowed = allowed_for(name)
    foreign = {
        other for other in imported(path) if not any(other == entry or (entry != "app" and other.startswith(f"{entry}.")) for entry in allowed)
    }
    assert foreign == set(), f"{name} may not import {sorted(foreign)}"


def test_the_core_and_its_commands_need_no_qt() -> None:
    names = (
        "app.main, app.commands, app.handouts, app.core.search.index, app.core.render, app.core.schema, app.core.deck, app.core.lesson,"
        " app.core.quiz, app.core.review_html"
    )
    script = f"import sys; sys.modules['PySide6'] = None; import {names}"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_the_window_waits_for_nothing_and_shares_nothing() -> None:
    banned = {
        r"\.connect\(\s*lambda": "a lambda that is connected keeps its window alive",
        r"\.connect\(\s*partial": "a partial that is connected keeps its window alive",
        r"processEvents": "the event loop is never entered again",
        r"\bglobal\b (?=\w+$)": "no globals",
        r"QThread|threading": "no threads",
        r"time\.sleep": "no waiting",
        r"import socket|import ssl|import urllib|from PySide6.QtNetwork": "no network",
    }
    guilty = [
        f"{name}: {reason}"
        for name, path in modules()
        for words, reason in banned.items()
        if re.search(words, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert guilty == []


def test_no_module_grows_beyond_one_reason_to_change() -> None:
    assert [(name, lines) for name, path in modules() if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400] == []


def test_every_icon_is_used_and_every_used_icon_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for _, path in modules())
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")} - {"app"}
    unused = {name for name in drawn if f'"{name}"' not in code}
    named = set(re.findall(r'(?:icon=|icon\(|pixmap\()"([a-z-]+)"', code))
    assert unused == set()
    assert named <= drawn
