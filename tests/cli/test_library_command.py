"""The commands that look after a library."""

import json
from pathlib import Path

import pytest

from app.cli.shelf import examine, shelf_of
from app.core.files import policy
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT
from tests.cli.test_command_line import run  # noqa: F401 - a fixture

TINY = Path(__file__).resolve().parents[1] / "articles" / "tiny.json"


@pytest.fixture
def folder(tmp_path):
    """An article's folder, as somebody has written it."""
    made = tmp_path / "tea"
    made.mkdir()
    (made / "content.json").write_bytes(TINY.read_bytes())
    return made


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def test_an_article_is_packed_added_listed_and_removed(run, folder, tmp_path):  # noqa: F811
    pack = tmp_path / "tea.refpack"
    assert run("pack", str(folder), "--output", str(pack)) == (DONE, f"{pack}\n", "")
    code, printed, _ = run("library", "add", str(pack))
    assert (code, printed.startswith("tea: ")) == (DONE, True)
    code, printed, _ = run("library", "list")
    assert code == DONE
    assert {line.partition(":")[0] for line in printed.splitlines()} == {"cervical-insufficiency", "tea", "using-this-reference"}
    assert "this computer" in printed
    assert run("library", "remove", "tea")[0] == DONE
    assert "tea:" not in run("library", "list")[1]


def test_a_library_in_a_folder_is_looked_after_by_itself(run, folder, tmp_path):  # noqa: F811
    assert run("library", "add", str(folder), "--folder", str(tmp_path / "share"))[0] == DONE
    printed = run("library", "list", "--folder", str(tmp_path / "share"))[1]
    assert [line.partition(":")[0] for line in printed.splitlines()] == ["tea"]
    assert "tea:" not in run("library", "list")[1]


def test_what_cannot_be_opened_is_told_with_all_that_is_wrong(run, folder, tmp_path):  # noqa: F811
    share = tmp_path / "share"
    (share / "bad").mkdir(parents=True)
    data = json.loads((folder / "content.json").read_text(encoding="utf-8"))
    (share / "bad" / "content.json").write_text(json.dumps(data | {"title": 7, "language": 7}), encoding="utf-8")
    code, printed, _ = run("library", "check", "--folder", str(share))
    assert code == WRONG_CONTENT
    assert printed.count("error:") == 2
    assert run("library", "list", "--folder", str(share))[0] == WRONG_CONTENT
    code, _, complaint = run("library", "add", str(share / "bad"), str(tmp_path / "nowhere"))
    assert code == UNREADABLE
    assert complaint.count("was not added") == 2


def test_the_policy_names_folders_and_forbids_adding(run, folder, tmp_path, monkeypatch):  # noqa: F811
    share = tmp_path / "share"
    run("library", "add", str(folder), "--folder", str(share))
    (tmp_path / "policy.json").write_text(json.dumps({"library": ["share"], "may_add": False}), encoding="utf-8")
    monkeypatch.setattr(policy, "candidates", lambda *_, **__: (tmp_path / "policy.json",))
    assert "shared folder" in run("library", "list")[1]
    code, _, complaint = run("library", "add", str(folder))
    assert (code, "policy" in complaint) == (UNREADABLE, True)


def test_an_article_of_the_library_is_shown_by_its_address(run, folder, tmp_path):  # noqa: F811
    assert run("show", "tea:storing")[0] == UNREADABLE
    run("library", "add", str(folder))
    code, printed, complaint = run("show", "tea:storing")
    assert (code, complaint) == (DONE, "")
    assert run("--content", str(folder / "content.json"), "show", "storing") == (DONE, printed, "")
    assert run("show", "cervical-insufficiency:overview") == run("show", "overview")
    code, _, complaint = run("show", "coffee:storing")
    assert (code, "'coffee'" in complaint, complaint.count("\n")) == (UNREADABLE, True, 1)


def test_a_folder_of_the_call_belongs_to_the_library_and_is_only_read(run, folder, tmp_path):  # noqa: F811
    share = tmp_path / "share"
    run("library", "add", str(folder), "--folder", str(share))
    before = sorted(path.name for path in share.iterdir())
    assert "shared folder" in run("--library", str(share), "library", "list")[1]
    assert run("show", "tea:storing", "--library", str(share))[0] == DONE
    code, _, complaint = run("library", "remove", "tea", "--library", str(share))
    assert (code, "not in your own" in complaint) == (UNREADABLE, True)
    assert sorted(path.name for path in share.iterdir()) == before


@pytest.mark.parametrize("command", ["search x", "check", "export-html x.html", "diff a.json b.json", "pack x", "library list --folder x"])
def test_a_folder_is_refused_where_no_library_is_read(run, command):  # noqa: F811
    assert "--library does not apply" in run("--library", "x", *command.split())[2]


def test_the_self_check_names_folders_and_what_cannot_be_opened(run, folder, tmp_path, monkeypatch):  # noqa: F811
    share, gone = tmp_path / "share", tmp_path / "gone"
    run("library", "add", str(folder), "--folder", str(share))
    (share / "bad.refpack").write_bytes(b"")
    (tmp_path / "policy.json").write_text(json.dumps({"library": ["share"]}), encoding="utf-8")
    monkeypatch.setattr(policy, "candidates", lambda *_, **__: (tmp_path / "policy.json",))
    lines, trouble = examine(shelf_of(policy.read_policy()))
    assert lines[:2] == ["library holds: 3 articles; 1 cannot be opened", f"library folder of others, only read: {share}"]
    assert lines[2].startswith(f"library cannot open: {share / 'bad.refpack'}: ")
    assert trouble == ""
    assert examine(shelf_of(policy.read_policy(), named=gone))[1].startswith(f"{gone}: this folder cannot be read")


def test_a_library_that_keeps_nothing_leaves_no_cache(tmp_path):
    nothing_is_kept = shelf_of(policy.read_policy(), keeps=False)
    assert len(nothing_is_kept.read().articles) == 2
    assert not (tmp_path / "cache").exists()
    shelf_of(policy.read_policy()).read()
    assert (tmp_path / "cache").exists()
