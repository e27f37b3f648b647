"""The packaged program searches over all articles of a library; who has one article loads nothing for that."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.test_offline import use
from tests.e2e.conftest import Desktop, Program, need, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = ROOT / "tests" / "articles" / "languages" / "de.json"
ENGINE = "tantivy/tantivy."
"""What the name of the library's file begins with."""

KINDS = pytest.mark.parametrize("kind", ["program", "single"])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a folder for temporary files, into which the single file unpacks itself."""
    (tmp_path / "temporary").mkdir()
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "TMPDIR": str(home / "temporary"), "XDG_CONFIG_HOME": f"{home}/config"}


def run(program: Path, home: Path, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], env=environment(home), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def traced(home: Path) -> tuple[Path, list[str]]:
    return home / "trace", ["strace", "-f", "-qq", "-e", "trace=openat", "-o", str(home / "trace")]


@KINDS
def test_what_is_asked_of_one_article_loads_no_engine(kind: str, request: pytest.FixtureRequest, home: Path) -> None:
    need("strace")
    trace, watch = traced(home)
    for arguments in (["search", "cerclage"], ["library", "list"], ["show", "faq"]):
        subprocess.run([*watch, request.getfixturevalue(kind), *arguments], env=environment(home), check=True, capture_output=True)
        opened = trace.read_text(encoding="utf-8", errors="replace")
        assert "content.json" in opened  # the watch works
        assert f"/{ENGINE}" not in opened


def test_the_window_with_one_article_loads_no_engine(desktop: Desktop, program: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("strace")
    trace, watch = traced(home)
    use(desktop, home, f"{' '.join(watch)} {program}", monkeypatch)
    opened = trace.read_text(encoding="utf-8", errors="replace")
    assert "content.json" in opened
    assert f"/{ENGINE}" not in opened


@KINDS
def test_the_command_line_searches_over_all(kind: str, request: pytest.FixtureRequest, home: Path) -> None:
    program = request.getfixturevalue(kind)
    run(program, home, "library", "add", str(ARTICLE))
    assert "[fahrrad:" in run(program, home, "search", "--all-articles", "Kette")
    assert "[fahrrad:" not in run(program, home, "search", "--all-articles", "cerclage")
    assert list((home / "temporary").iterdir()) == []  # what was unpacked is gone


@pytest.fixture(params=["program", "single"])
def shown(request: pytest.FixtureRequest, desktop: Desktop, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The window of a package that holds one article more."""
    package = request.getfixturevalue(request.param)
    run(package, home, "library", "add", str(ARTICLE))
    monkeypatch.setenv("PROGRAM", str(package))
    monkeypatch.setitem(desktop.environment, "TMPDIR", str(home / "temporary"))
    program = Program(desktop, home)
    yield program
    program.stop()


def test_the_window_searches_all_articles(shown: Program, home: Path) -> None:
    shown.find_window(by_process=False)
    shown.press("Return")
    made = home / ".cache" / "cervical-reference" / "library-index" / "current"
    wait_for(made.exists, "the index")
    shown.press("ctrl+k")
    shown.type("Kette")

    def opens() -> bool:
        """Try until the index is searched, which may be a moment after it was made."""
        shown.press("ctrl+shift+a", "Return")
        return shown.title.startswith("Die Kette")

    wait_for(opens, "the other article")
    shown.press("Return")  # its own disclaimer
    shown.press("ctrl+q")
    assert shown.wait() == 0
    assert list((home / "temporary").iterdir()) == []
