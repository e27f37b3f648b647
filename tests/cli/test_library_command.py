"""The commands that look after a library, and those that read articles of one."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from app.cli import start
from app.cli.shelf import examine
from app.core.base.steps import at_once
from app.core.files import policy
from app.core.files.indexes import Indexes
from app.core.files.loader import load
from app.core.files.own_files import cache_folder
from app.core.files.policy import Policy
from app.core.library.shelf import Shelf
from app.core.library.user_library import folders_of
from app.core.library_search import taking
from app.core.library_search.making import indexing
from app.core.library_search.scope import INDEX, INDEX_IN_FOLDER, INDEX_OF_CALL
from app.core.library_search.sources import sources_of
from app.machine import paths
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


@pytest.mark.parametrize("command", ["check", "diff a.json b.json", "pack x", "library list --folder x"])
def test_a_folder_is_refused_where_no_library_is_read(run, command):  # noqa: F811
    assert "--library does not apply" in run("--library", "x", *command.split())[2]


def test_the_self_check_names_folders_and_what_cannot_be_opened(run, folder, tmp_path, monkeypatch):  # noqa: F811
    share, gone = tmp_path / "share", tmp_path / "gone"
    run("library", "add", str(folder), "--folder", str(share))
    (share / "bad.refpack").write_bytes(b"")
    (tmp_path / "policy.json").write_text(json.dumps({"library": ["share"]}), encoding="utf-8")
    monkeypatch.setattr(policy, "candidates", lambda *_, **__: (tmp_path / "policy.json",))
    lines, trouble = examine(folders_of(policy.read_policy().policy, paths.BUNDLED).shelf())
    assert lines[:2] == ["library holds: 3 articles; 1 cannot be opened", f"shared library folder (only read): {share}"]
    assert lines[2].startswith(f"library cannot open: {share / 'bad.refpack'}: ")
    assert trouble == ""
    assert examine(folders_of(policy.read_policy().policy, paths.BUNDLED, gone).shelf())[1].startswith(f"{gone}: this folder cannot be read")


def test_a_library_that_keeps_nothing_leaves_no_cache(tmp_path):
    for nothing_is_kept in (folders_of(Policy(), paths.BUNDLED, keeps=False), folders_of(Policy(remember_place=False), paths.BUNDLED)):
        assert len(nothing_is_kept.shelf().read().articles) == 2
        assert not (tmp_path / "cache").exists()
    folders_of(Policy(), paths.BUNDLED).shelf().read()
    assert (tmp_path / "cache").exists()


def article_of(name, title, lines):
    """Return a small English article that says these lines."""
    data = json.loads(TINY.read_text(encoding="utf-8"))
    passages = [{"id": f"care/p{at}", "kind": "paragraph", "text": line, "plain": line} for at, line in enumerate(lines)]
    sections = [{"id": "care", "title": title, "passages": passages}]
    faq = {"id": "faq", "title": "Questions", "entries": [{"id": "faq/what", "question": f"What is {title}?", "answer": lines[0], "plain": lines[0]}]}
    data |= {"id": name, "language": "en", "direction": "ltr", "title": title, "sections": sections, "faq": faq}
    data |= {"notes": [], "sources": [], "figures": [], "glossary": [], "synonyms": [], "faq": faq}
    return {key: value for key, value in data.items() if key != "urgent_care"}


def keep(folder, data):
    made = folder / data["id"]
    made.mkdir(parents=True, exist_ok=True)
    (made / "content.json").write_text(json.dumps(data), encoding="utf-8")


@pytest.fixture(scope="module")
def index_of_bundled(tmp_path_factory):
    """Return a cache with the indexes of what comes with the program: to make them for every test would take most of the time."""
    made = tmp_path_factory.mktemp("cache")
    bundled = Shelf((paths.CONTENT, paths.HANDBOOK), None)
    for _ in indexing(made / INDEX, sources_of(bundled.read(), bundled)):
        pass
    shutil.copytree(made / INDEX, made / INDEX_OF_CALL)
    for path in (paths.CONTENT, paths.HANDBOOK):
        at_once(Indexes(made).making(load(path)))
    return made


@pytest.fixture
def shelf(tmp_path, index_of_bundled):
    """A folder with two articles; of what comes with the program there is an index."""
    shutil.copytree(index_of_bundled, cache_folder())
    made = tmp_path / "shelf"
    keep(made, article_of("kettles", "Kettles", ["A kettle is descaled with vinegar once a month.", "A whistling kettle is taken off the stove."]))
    keep(made, article_of("bicycles", "Bicycles", ["A bicycle chain is oiled after rain.", "Tyres are pumped up before a long ride."]))
    return made


def found(printed):
    """Return article and place of each result of `search --json`."""
    return [(hit["article"], hit["id"]) for hit in json.loads(printed)["results"]]


def test_a_search_with_a_library_looks_in_all_of_it_and_tells_the_article(run, shelf):  # noqa: F811
    code, printed, told = run("search", "--library", str(shelf), "--json", "descaled with vinegar")
    assert (code, told) == (DONE, "")
    assert found(printed)[0] == ("kettles", "care/p0")
    assert json.loads(printed)["imprint"].startswith("Kettles: ")
    code, printed, _ = run("--library", str(shelf), "search", "bicycle chain")
    assert code == DONE
    assert "Bicycles  [bicycles:care/p0]" in printed
    assert "  Bicycles, 2024-03-01\n" in printed
    assert "Bicycles: " in printed.splitlines()[-1]
    assert found(run("search", "--library", str(shelf), "--json", "cerclage")[1])[0][0] == "cervical-insufficiency"


def test_without_a_library_a_search_is_what_it_was(run, shelf, folder):  # noqa: F811
    run("library", "add", str(shelf / "kettles"))
    printed = json.loads(run("search", "--json", "descaled with vinegar")[1])
    assert printed["results"] == []
    assert "article" not in json.loads(run("search", "--json", "cerclage")[1])["results"][0]
    assert found(run("search", "--all-articles", "--json", "descaled with vinegar")[1])[0] == ("kettles", "care/p0")


def test_a_search_is_narrowed_to_one_article(run, shelf):  # noqa: F811
    within = ("search", "--library", str(shelf), "--article", "kettles", "--json")
    assert found(run(*within, "whistling")[1]) == [("kettles", "care/p1")]
    assert found(run(*within, "tyres")[1]) == []
    assert found(run("search", "--article", "using-this-reference", "--json", "hand-out")[1])[0][0] == "using-this-reference"
    code, printed, told = run("search", "--article", "nowhere", "words")
    assert (code, printed) == (UNREADABLE, "")
    assert "'nowhere'" in told
    assert run("search", "--article", "kettles", "--all-articles", "words")[0] == UNREADABLE


def test_where_no_article_says_it_that_is_told(run, shelf):  # noqa: F811
    code, printed, _ = run("search", "--library", str(shelf), "xylophone quartet zzyzx")
    assert code == DONE
    assert printed.startswith("No article says this: xylophone quartet zzyzx\n")


def test_what_cannot_be_opened_is_told_in_a_line_and_keeps_nothing_from_being_found(run, shelf):  # noqa: F811
    for name in ("bad", "worse"):
        (shelf / name).mkdir()
        (shelf / name / "content.json").write_text("{", encoding="utf-8")
    code, printed, told = run("search", "--library", str(shelf), "--json", "tyres before a ride")
    assert code == DONE
    assert found(printed)[0] == ("bicycles", "care/p1")
    assert told.count("\n") == 1
    assert str(shelf / "bad" / "content.json") in told
    assert "and 1 more" in told


def test_a_library_that_is_not_there_is_an_error(run, tmp_path):  # noqa: F811
    for call in (("search", "words"), ("show", "tea:brewing"), ("library", "list"), ("library", "index")):
        code, printed, told = run("--library", str(tmp_path / "gone"), *call)
        assert (code, printed, "gone" in told) == (UNREADABLE, "", True), call
    assert run("library", "index", "--folder", str(tmp_path / "gone"))[0] == UNREADABLE
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("call", [("show", "kettles:care/p1"), ("show", "care/p1", "--article", "kettles"), ("show", "Kettles:care/p1")])
def test_a_place_in_another_article_is_shown(run, shelf, call):  # noqa: F811
    code, printed, told = run(*call, "--library", str(shelf))
    assert (code, told) == (DONE, "")
    assert "whistling" in printed
    assert "vinegar" not in printed


def test_a_whole_article_and_hand_outs_of_another_article_are_made(run, shelf, tmp_path):  # noqa: F811
    made = tmp_path / "sheet.txt"
    assert "vinegar" in run("show", "kettles:", "--library", str(shelf))[1]
    assert run("handout", "kettles:care", "--library", str(shelf), "--output", str(made))[0] == DONE
    assert "vinegar" in made.read_text(encoding="utf-8")
    code, _, told = run("handout", "kettles:care", "bicycles:care", "--library", str(shelf), "--output", str(made))
    assert (code, "bicycles, kettles" in told) == (UNREADABLE, True)
    code, _, told = run("show", "kettles:nowhere", "--library", str(shelf))
    assert (code, "'nowhere'" in told) == (UNREADABLE, True)
    assert run("show", "cervical-insufficiency:overview")[1] == run("show", "overview")[1]


def test_an_index_in_a_folder_is_copied_and_only_what_it_lacks_is_read(run, shelf, monkeypatch):  # noqa: F811
    monkeypatch.setattr(taking, "WORTH", 2)
    code, printed, told = run("library", "index", "--folder", str(shelf))
    assert (code, told) == (DONE, "")
    assert printed.startswith(f"{shelf / INDEX_IN_FOLDER}: 4 articles; 4 read")
    before = {path: path.stat().st_mtime_ns for path in (shelf / INDEX_IN_FOLDER).rglob("*")}
    keep(shelf, article_of("kites", "Kites", ["A kite needs a steady wind and a long tail."]))
    assert "5 articles; 1 read" in run("--library", str(shelf), "library", "index")[1]
    assert found(run("search", "--library", str(shelf), "--json", "steady wind")[1])[0] == ("kites", "care/p0")
    assert found(run("search", "--library", str(shelf), "--json", "tyres before a ride")[1])[0] == ("bicycles", "care/p1")
    assert {path: path.stat().st_mtime_ns for path in (shelf / INDEX_IN_FOLDER).rglob("*")} == before
    assert "; 1 read" in run("library", "index", "--folder", str(shelf))[1]


def test_the_index_in_the_cache_is_made_beforehand_and_the_exit_code_tells_what_is_broken(run, shelf):  # noqa: F811
    code, printed, _ = run("library", "index")
    assert (code, printed.startswith(f"{cache_folder() / INDEX}: 2 articles; 0 read")) == (DONE, True)
    (shelf / "bad").mkdir()
    (shelf / "bad" / "content.json").write_text("{", encoding="utf-8")
    code, printed, told = run("library", "index", "--library", str(shelf))
    assert (code, told.count("\n")) == (WRONG_CONTENT, 1)
    assert printed.startswith(f"{cache_folder() / INDEX_OF_CALL}: 4 articles; 2 read")
    assert run("library", "index", "--library", str(shelf), "--folder", str(shelf))[0] == UNREADABLE


def test_a_search_leaves_the_index_in_the_cache_whole(run, shelf):  # noqa: F811
    run("library", "add", str(shelf / "kettles"))
    assert found(run("search", "--all-articles", "--json", "descaled with vinegar")[1])[0] == ("kettles", "care/p0")
    assert "; 0 read (0 passages), 0 removed" in run("library", "index")[1]
    assert found(run("search", "--all-articles", "--json", "cerclage")[1])[0][0] == "cervical-insufficiency"
    assert "; 0 read (0 passages), 0 removed" in run("library", "index")[1]


def test_progress_is_told_where_somebody_looks(run, shelf, monkeypatch):  # noqa: F811
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    code, printed, told = run("library", "index", "--folder", str(shelf))
    assert code == DONE
    assert told.endswith("4 of 4 articles prepared for search\n")
    assert "prepared for search" not in printed


def test_an_index_that_cannot_be_made_is_told(run, shelf):  # noqa: F811
    (shelf / INDEX_IN_FOLDER).write_text("in the way", encoding="utf-8")
    code, printed, told = run("library", "index", "--folder", str(shelf))
    assert (code, printed) == (UNREADABLE, "")
    assert "cannot be made" in told


def test_the_window_gets_the_library_of_the_call_and_is_one_of_its_own(run, shelf, monkeypatch):  # noqa: F811
    asked = []
    monkeypatch.setattr(start, "open_window", lambda *_, **more: asked.append(more) or DONE)
    for call in (("--library", str(shelf)), ("--library", str(shelf), str(paths.CONTENT))):
        assert run(*call)[0] == DONE
    assert [(more["library"], more["new"]) for more in asked] == [(shelf, True)] * 2
