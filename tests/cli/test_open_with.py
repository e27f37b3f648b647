"""A file in a command's place, as desktops start a program with one."""

import platform
import sys
from pathlib import Path

import pytest

from app.cli import main, start
from app.cli.line import COMMANDS, file_path, parser, read
from app.machine import exits


@pytest.mark.parametrize(
    "words",
    [["{file}"], ["--open", "faq", "{file}"], ["{file}", "--search", "check"], ["--teach", "faq", "--", "{file}"], ["{url}"], ["{upper}"]],
    ids=" ".join,
)
def test_a_file_in_a_commands_place_is_opened_in_the_window(tea_file: Path, tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "my 100% tea é漢.json"
    path.write_bytes(tea_file.read_bytes())
    names = {"file": str(path), "url": path.as_uri(), "upper": f"FILE://localhost{path.as_uri()[7:]}"}
    options = read([word.format(**names) for word in words])
    assert (options.command, options.content) == (None, path)


def test_what_stands_beside_it_holds_too() -> None:
    options = read(["--search", "check", "some.json", "--open", "faq"])
    assert (options.content, options.search, options.open) == (Path("some.json"), "check", "faq")


@pytest.mark.parametrize("name", ["absent.json", "sub/absent", "ABSENT.JSON", r"C:\absent", "file:///absent"])
def test_a_file_that_is_not_there_is_one_all_the_same(name: str) -> None:
    assert read([name]).content == file_path(name)


def test_any_file_that_is_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "picture.png").touch()
    (tmp_path / "search").touch()
    monkeypatch.chdir(tmp_path)
    assert read(["picture.png"]).content == Path("picture.png")
    assert read(["search", "cerclage"]).command == "search"
    assert read(["./search"]).content == Path("search")


@pytest.mark.parametrize(
    "line", ["search a.json", "check a.json", "handout --output a.html", "show", "self-check", "--content a.json diff b.json c.json"]
)
def test_commands_stay_commands(line: str) -> None:
    assert read(line.split()).command == next(word for word in line.split() if word in COMMANDS)


def test_every_command_is_known() -> None:
    actions = [action for action in parser()._actions if action.dest == "command"]
    assert set(actions[0].choices or ()) == COMMANDS


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("serch cerclage", "invalid choice: 'serch'"),
        ("x\0y", "invalid choice"),
        ("a.json b.json", "only one file can be opened at a time"),
        ("a.json --content b.json", "--content and FILE both name an article; use only one of them"),
        ("a.json --json", "unrecognized arguments: --json"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(line: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read(line.split(" "))
    assert ended.value.code == exits.UNREADABLE
    error = capsys.readouterr().err
    assert error.startswith("cervical-reference: ")
    assert told in error
    assert error.count("\n") == 1


def test_it_is_handed_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(start, "open_window", lambda *given, **more: opened.append((*given, more)) or exits.DONE)
    assert main.main(["tea.json", "--open", "faq"]) == exits.DONE
    assert main.main(["--new-window"]) == exits.DONE
    assert main.main(["--preview", "tea.json"]) == exits.DONE
    assert main.main(["--library", "share"]) == exits.DONE
    assert opened == [
        (Path("tea.json"), "faq", None, None, {"new": False, "preview": None, "library": None}),
        (None, None, None, None, {"new": True, "preview": None, "library": None}),
        (None, None, None, None, {"new": True, "preview": Path("tea.json"), "library": None}),
        (None, None, None, None, {"new": True, "preview": None, "library": Path("share")}),
    ]


@pytest.mark.parametrize(
    ("system", "text", "path"),
    [
        ("linux", "a b.json", "a b.json"),
        ("linux", "file:///anna/a%20b%23.json", "/anna/a b#.json"),
        ("linux", "file:/anna/a.json", "/anna/a.json"),
        ("linux", "file://near/anna/a.json", "/anna/a.json"),
        ("linux", "file:///anna/%C3%A9%25.json", "/anna/é%.json"),
        ("win32", "file:///C:/a%20b.json", "C:/a b.json"),
        ("win32", "file://server/share/a.json", "//server/share/a.json"),
    ],
)
def test_an_address_names_the_file_that_is_meant(system: str, text: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "near")
    monkeypatch.setattr(sys, "platform", system)
    assert file_path(text) == Path(path)


def test_every_command_takes_addresses(tea_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check", tea_file.as_uri()]) == exits.DONE
    assert main.main(["--content", tea_file.as_uri(), "show"]) == exits.DONE
    assert main.main(["diff", tea_file.as_uri(), tea_file.as_uri()]) == exits.DONE
    assert capsys.readouterr().err == ""
