"""What the program itself reads is never written over: the article, its figures, settings, log, policy, and its own resources."""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.cli.main import main
from app.core.base.saving import SavingError
from app.core.files import own_files, policy
from app.core.files.leaving import UNLIMITED, Leaving, NotAllowedError
from app.core.files.loader import Loaded, load
from app.core.files.own_files import cache_folder, config_folder, whose
from app.core.files.policy import Allowed
from app.core.teaching.lesson import teachable, write_lesson
from app.machine import exits, paths

FIGURE = "figures/stitch.svg"

WRITERS = (("review-sheet",), ("export-html",), ("handout", "--output"), ("self-check", "--report"))

OLD = b"what lay there before"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everything that the program reads: an article with figures, settings, a log, a policy that names another article."""
    (tmp_path / "figures").mkdir()
    (tmp_path / "article.html").write_bytes(paths.CONTENT.read_bytes())
    for figure in load(paths.CONTENT).article.figures:
        if figure.file is not None:
            (tmp_path / figure.file).write_bytes((paths.RESOURCES / figure.file).read_bytes())
    config = tmp_path / "config" / own_files.FOLDER
    config.mkdir(parents=True)
    for name in (own_files.SETTINGS, *own_files.LOGS):
        (config / name).write_bytes(OLD)
    (tmp_path / "named.html").write_bytes(OLD)
    for folder in (tmp_path / "data" / own_files.FOLDER / "library", tmp_path / "shared"):
        folder.mkdir(parents=True)
        (folder / "pack.html").write_bytes(OLD)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "policy.json").write_text('{"schema": 1, "content": "named.html", "library": ["shared"]}', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(policy, "candidates", lambda *_, **__: (tmp_path / "policy.json",))
    return tmp_path


def own(home: Path) -> dict[str, Path]:
    config = home / "config" / own_files.FOLDER
    return {
        "the article itself": home / "article.html",
        "a figure of the article": home / FIGURE,
        "the program's settings file": config / own_files.SETTINGS,
        "the program's log": config / own_files.LOGS[0],
        "the policy of this computer": home / "policy.json",
        "the article that the policy of this computer names": home / "named.html",
        "a file of the program": paths.EDITION / "edition.css",
    }


LIBRARIES = (f"data/{own_files.FOLDER}/library/pack.html", "shared/pack.html")
"""Files of the library in the home: one of the user's own, and one of a folder that the policy names."""


def ways_to(path: Path, home: Path) -> Iterator[Path]:
    """Other paths that lead to a file: through a folder, by a link, by a second name."""
    link, second = home / f"link-{path.name}", home / f"second-{path.name}"
    link.symlink_to(path)
    yield from (path, path.parent / ".." / path.parent.name / path.name, link)
    if path.is_relative_to(home):  # a second name cannot lie on another file system
        os.link(path, second)
        yield second


@pytest.mark.skipif(os.name != "posix", reason="links of both kinds need rights on Windows")
@pytest.mark.parametrize("what", list(own(Path())))
def test_nothing_goes_over_a_file_that_the_program_reads_by_whatever_path(home: Path, what: str) -> None:
    path = own(home)[what]
    before, loaded = path.read_bytes(), load(home / "article.html")
    for way in ways_to(path, home):
        assert whose(way, loaded) == what
        with pytest.raises(SavingError, match=f"is {what} and is never overwritten; choose another name"):
            Leaving(own=loaded).export(way, "new")
        with pytest.raises(SavingError, match=f"is {what} and is never overwritten; choose another name"):
            Leaving(own=loaded).save(way, "new")
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="links of both kinds need rights on Windows")
@pytest.mark.parametrize("name", LIBRARIES)
def test_nothing_goes_over_a_file_of_the_library_and_a_new_one_may_be_put_beside_it(home: Path, name: str) -> None:
    path = home / name
    for way in ways_to(path, home):
        with pytest.raises(SavingError, match="is a file of the library and is never overwritten"):
            UNLIMITED.export(way, "new")
    UNLIMITED.export(path.with_name("other.refpack"), "new")
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("what", ["a figure of the article", "the program's settings file", "the policy of this computer"])
def test_nor_where_the_program_would_read_it_the_next_time(home: Path, what: str) -> None:
    path, loaded = own(home)[what], load(home / "article.html")
    path.unlink()
    with pytest.raises(SavingError, match=what):
        Leaving(own=loaded).export(path, "new")
    assert not path.exists()


@pytest.mark.parametrize("command", WRITERS, ids=lambda command: command[0])
@pytest.mark.parametrize("what", list(own(Path())))
def test_no_command_writes_over_them(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], what: str
) -> None:
    path = own(home)[what]
    before, link = path.read_bytes(), home / "link.html"  # a name that every command takes
    link.symlink_to(path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "app.ui.session.self_check", SimpleNamespace(check=lambda *_: ([], "")))  # no window for its report
    assert main(["--content", str(home / "article.html"), *command, str(link)]) == exits.UNREADABLE
    assert f"is {what} and is never overwritten" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert link.is_symlink()


def test_a_lesson_is_not_saved_over_a_figure(home: Path) -> None:
    loaded = load(home / "article.html")
    with pytest.raises(SavingError, match="a figure of the article"):
        write_lesson(home / FIGURE, loaded.article, teachable(loaded.article), Leaving(own=loaded))


def test_everything_else_is_written(home: Path) -> None:
    loaded = load(home / "article.html")
    for name in ("new.html", "figures/other.svg", "config/settings.ini", "policy-old.json"):
        Leaving(own=loaded).export(home / name, "new")
        assert (home / name).read_text() == "new"
    assert whose(Path("a\0b"), loaded) == ""


@pytest.mark.parametrize(("platform", "is_own"), [("win32", True), ("darwin", True), ("linux", False)])
def test_capitals_tell_no_files_apart_where_the_system_does_not(home: Path, monkeypatch: pytest.MonkeyPatch, platform: str, is_own: bool) -> None:
    loaded = load(home / "article.html")
    monkeypatch.setattr(sys, "platform", platform)
    assert (whose(home / "ARTICLE.Html", loaded) == "the article itself") is is_own
    assert (whose(home / "Figures" / Path(FIGURE).name.upper(), loaded) == "a figure of the article") is is_own


def test_settings_lie_where_each_system_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/anna"))
    assert config_folder({}, "linux") == Path("/anna/.config/cervical-reference")
    assert config_folder({"XDG_CONFIG_HOME": "near"}, "linux") == Path("/anna/.config/cervical-reference")
    assert config_folder({"XDG_CONFIG_HOME": "/far"}, "linux") == Path("/far/cervical-reference")
    assert config_folder({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/cervical-reference")
    assert config_folder({}, "win32") == Path("/anna/AppData/Local/cervical-reference")
    assert config_folder({}, "darwin") == Path("/anna/Library/Preferences/cervical-reference")


def test_a_user_without_a_home_has_no_such_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", no_home)
    assert config_folder() is None


@pytest.mark.parametrize(
    ("platform", "environment", "ends"),
    [
        ("linux", {}, ".cache/cervical-reference"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/cervical-reference"),
        ("linux", {"XDG_CACHE_HOME": "x"}, ".cache/cervical-reference"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/cervical-reference/cache"),
        ("darwin", {}, "Library/Caches/cervical-reference"),
    ],
)
def test_what_can_be_made_again_lies_in_the_users_cache(platform: str, environment: dict[str, str], ends: str) -> None:
    folder = cache_folder(environment, platform)
    assert folder is not None
    assert folder.as_posix().endswith(ends)


def test_a_portable_program_keeps_all_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_files, "program_folder", lambda: tmp_path)
    assert cache_folder() != tmp_path / "cache"
    (tmp_path / own_files.PORTABLE).touch()
    assert cache_folder() == tmp_path / "cache"


ONLY_IN = {
    # the first and the last write into folders of their own; the others but `leaving` and settings keep what can be made again, or the user's library
    "write_file": {
        *("cli/asking.py", "core/files/checked.py", "core/files/indexes.py", "core/files/leaving.py", "core/library/folders.py"),
        *("core/library/shelf.py", "core/library_search/kept.py", "ui/shell/settings.py", "ui/session/self_check.py"),
    },
    "write_text": {"core/files/schema.py"},  # run by those who change the content's types
    "write_bytes": set(),
    "setOutputFileName": set(),
    "clipboard": {"ui/widgets/clipboard.py"},
    "QPrinter": {"ui/handout/printing.py"},
    "QPrintDialog": {"ui/handout/printing.py"},
    "QPrintPreviewDialog": set(),
    "QPdfWriter": {"ui/handout/pdf_writer.py"},
    "QSaveFile": set(),
    "QDrag": set(),
    "allow": {"core/files/leaving.py", "ui/session/run.py", "ui/window/window.py"},  # the last two only hand it on
}
"""What writes a file, prints, or reaches the clipboard, and what says whether that may be: the only modules that may do so."""

APP = Path(own_files.__file__).resolve().parents[2]


def test_everything_leaves_by_one_door() -> None:
    found: dict[str, set[str]] = {name: set() for name in ONLY_IN}
    openers: set[str] = set()
    for path in APP.rglob("*.py"):
        module = path.relative_to(APP).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else node
            name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            if name in found and (isinstance(node, ast.Call) or name.startswith("Q") or (name == "allow" and isinstance(node, ast.Attribute))):
                found[name].add(module)
            writes = isinstance(node, ast.Call) and {str(part.value).strip("bt+") for part in node.args if isinstance(part, ast.Constant)} & {*"wxa"}
            if name == "open" and writes:
                openers.add(module)
    assert found == ONLY_IN
    assert openers == {"core/base/saving.py", "core/library_search/kept.py", "core/library_search/making.py"}  # the last two: in the index's folder


@pytest.mark.parametrize("name", ["new.html", "article.html"])
def test_the_policy_is_asked_at_the_door(tmp_path: Path, name: str) -> None:
    leaving = Leaving(Allowed(print=False, copy=False, export=False), policy_file=tmp_path / "policy.json")
    with pytest.raises(NotAllowedError, match=r"does not allow saving files \(.*policy.json\)"):
        leaving.export(tmp_path / name, "new")
    with pytest.raises(NotAllowedError, match="does not allow printing"):
        leaving.check_print()
    assert list(tmp_path.iterdir()) == []
    leaving.save(tmp_path / "lesson.json", "{}")
    assert (tmp_path / "lesson.json").read_text() == "{}"
    UNLIMITED.check_print()


def test_an_article_that_is_not_open_is_not_asked_for(home: Path) -> None:
    loaded: Loaded | None = None
    assert whose(home / "article.html", loaded) == ""
    assert whose(home / "policy.json", loaded) == "the policy of this computer"
