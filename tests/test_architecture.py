"""The structure of the code: layers, circles, and what no module may do."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
COMPARE = "import sys; sys.path[:0] = ['.', 'docs']; import structure as s; old = s.PAGE.read_text('utf-8'); sys.exit(s.page(old) != old)"


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(APP.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def test_packages_keep_to_their_layers_and_no_imports_go_in_circles() -> None:
    """The layers stand in `pyproject.toml`."""
    done = subprocess.run([sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_package_says_what_lives_there_and_what_it_imports() -> None:
    told = {path: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in APP.rglob("*/__init__.py")}
    assert [str(path) for path, words in told.items() if path.parent.name not in {"core", "ui"} and len(words.splitlines()) < 2] == []


def test_the_picture_of_the_packages_is_as_the_code() -> None:
    done = subprocess.run([sys.executable, "-c", COMPARE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr}: python docs/structure.py writes it again"


def test_no_package_holds_more_than_a_reader_takes_in() -> None:
    many = {path: len(list(path.parent.glob("*.py"))) - 1 for path in APP.rglob("__init__.py")}
    assert [f"{path.parent}: {count}" for path, count in many.items() if count > 13] == []


def test_the_core_and_its_commands_need_no_qt() -> None:
    names = ", ".join(
        f"app.{name}"
        for name in (
            "cli.main",
            "cli.commands",
            "cli.handouts",
            "core.files.schema",
            "core.formats.html",
            "core.handout.review_html",
            "core.search.index",
            "core.teaching.deck",
            "core.teaching.lesson",
            "core.teaching.quiz",
        )
    )
    script = f"import sys; sys.modules['PySide6'] = None; import {names}"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


SHOWN_AT_START = ("app.__main__", "app.cli.start", "app.ui.session.run", "app.ui.window.window", "app.ui.text.accessible", "app.ui.shell.dropping")
"""What a start without arguments loads, some of it by imports inside a function, until the window stands behind the disclaimer."""

NOT_AT_START = {
    *("argparse", "concurrent", "decimal", "html", "inspect", "json", "logging", "pyexpat", "shutil", "tempfile", "threading", "traceback", "uuid"),
    *("xml", "zipfile", "app.cli.line", "app.core.figures.svg", "app.core.figures.timeline", "app.core.files.check", "app.core.formats.edition"),
    *("app.core.handout", "app.core.language", "app.core.search.engine", "app.core.teaching.deck", "app.core.texts", "app.core.writing"),
    *("app.ui.handout", "app.ui.library.page", "app.ui.reading.viewer", "app.ui.shell.failure", "app.ui.teaching.teach", "app.ui.writing"),
}
"""What is loaded when somebody uses it."""


def test_a_start_loads_nothing_that_is_used_later() -> None:
    files = dict(modules())
    wanted, loaded = list(SHOWN_AT_START), set()
    while wanted:
        name = wanted.pop()
        if name in loaded or not name:
            continue
        loaded.add(name)
        wanted.append(name.rpartition(".")[0])
        if name in files:
            text = files[name].read_text(encoding="utf-8")
            for origin, names in re.findall(r"^from (\S+) import (\([^)]*\)|.*)", text, re.MULTILINE):
                wanted += [origin, *(f"{origin}.{one}" for one in re.findall(r"\w+", names) if f"{origin}.{one}" in files)]
            wanted += re.findall(r"^import ([\w.]+)", text, re.MULTILINE)
    assert {"app.ui.shell.disclaimer", "app.ui.window.bars", "msgspec", "PySide6.QtWidgets"} <= loaded
    assert loaded & NOT_AT_START == set()


def test_the_window_waits_for_nothing_and_shares_nothing() -> None:
    banned = {
        r"\.connect\(\s*lambda": "a lambda that is connected keeps its window alive",
        r"\.connect\(\s*partial": "a partial that is connected keeps its window alive",
        r"processEvents": "the event loop is never entered again",
        r"\bglobal\b (?=\w+$)": "no globals",
        r"time\.sleep": "no waiting",
        r"import socket|import ssl|import urllib|from PySide6.QtNetwork": "no network",
    }
    guilty = [
        f"{name}: {reason}"
        for name, path in modules()
        for words, reason in banned.items()
        if re.search(words, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    # it has no window, and no part of one can import it: a second start waits until the first has heard it
    assert guilty == ["app.cli.asking: no waiting"]


def test_one_module_without_qt_has_a_thread_and_no_other() -> None:
    having = {path for _, path in modules() if re.search(r"QThread|QRunnable|QtConcurrent|threading", path.read_text(encoding="utf-8"))}
    assert {path.relative_to(APP).as_posix() for path in having} == {"machine/aside.py"}
    assert not any("PySide6" in path.read_text(encoding="utf-8") for path in having)


EVENT_LOOPS = {
    "exec": {"ui/shell/failure.py", "ui/session/run.py", "ui/session/self_check.py"},  # message boxes; the program's own start, twice
    "exec_": set(),
    "getOpenFileName": set(),
    "getOpenFileNames": set(),
    "getSaveFileName": set(),
    "getExistingDirectory": set(),
    "QEventLoop": set(),
    "QInputDialog": set(),
    "QErrorMessage": set(),
}
"""What runs an event loop until it returns, and the modules that may do so; a dialog is opened, and tells by a signal what was chosen."""


def test_no_event_loop_runs_inside_another_but_for_message_boxes() -> None:
    found: dict[str, set[str]] = {name: set() for name in EVENT_LOOPS}
    boxes: set[str] = set()
    for _, path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            if name in found:
                found[name].add(path.relative_to(APP).as_posix())
            if name == "QMessageBox":
                boxes.add(path.relative_to(APP).as_posix())
    assert found == EVENT_LOOPS
    assert boxes == {"ui/shell/failure.py"}


def test_every_icon_is_used_and_every_used_icon_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for _, path in modules())
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")} - {"app"}
    unused = {name for name in drawn if f'"{name}"' not in code}
    named = set(re.findall(r'(?:icon=|icon\(|pixmap\()"([a-z-]+)"', code))
    assert unused == set()
    assert named <= drawn
