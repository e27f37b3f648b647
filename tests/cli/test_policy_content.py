"""One rule for an article that a policy names and that cannot be used: the bundled one takes its place everywhere, and that is told everywhere."""

import json
from pathlib import Path

import pytest

from app.core.files import policy
from app.machine import exits, preflight
from app.machine.exits import DONE, FAILED, UNREADABLE
from app.ui.session import run as window_run
from app.ui.session import self_check
from tests.cli.test_command_line import run  # noqa: F401 - a fixture

COMMANDS = [
    ["search", "cerclage"],
    ["show", "overview"],
    ["export-html", "OUT.html"],
    ["handout", "overview", "--output", "OUT.txt"],
    ["review-sheet", "OUT.html"],
    ["self-check", "--report", "OUT.txt"],
    [],
]


@pytest.fixture
def under(tmp_path, monkeypatch):
    """Let a policy hold; what opens the window, and the self-check, say what they were given."""

    def hold(**fields: object) -> Path:
        path = tmp_path / "policy.json"
        path.write_text(json.dumps(fields), encoding="utf-8")
        return path

    monkeypatch.setattr(policy, "candidates", lambda *_, **__: (tmp_path / "policy.json",))
    monkeypatch.setattr(preflight, "trouble", lambda _: None)
    monkeypatch.setattr(preflight, "work_out_of_sight", lambda _: None)
    monkeypatch.setattr(window_run, "run", lambda loaded, notice, *_: print(loaded.article.title, "window:", notice) or DONE)
    monkeypatch.setattr(self_check, "check", lambda loaded, _: ([loaded.article.title], ""))
    return hold


def written(tmp_path: Path, command: list[str], printed: str) -> str:
    out = [tmp_path / word for word in command if word.startswith("OUT.")]
    return printed + "".join(path.read_text(encoding="utf-8") for path in out)


def in_folder(tmp_path: Path, command: list[str]) -> list[str]:
    return [str(tmp_path / word) if word.startswith("OUT.") else word for word in command]


@pytest.mark.parametrize(
    ("command", "damage"),
    [*((command, "absent.json") for command in COMMANDS), (["show", "overview"], "a folder"), ([], "broken.json")],
    ids=lambda part: part if isinstance(part, str) else (part[0] if part else "window"),
)
def test_an_article_of_the_policy_that_cannot_be_used_gives_way_to_the_bundled_one_and_everybody_is_told(
    run,  # noqa: F811
    under,
    tmp_path,
    loaded,
    command,
    damage,
):
    (tmp_path / "a folder").mkdir()
    (tmp_path / "broken.json").write_text("{}", encoding="ascii")
    path = under(content=damage)
    code, printed, complaint = run(*in_folder(tmp_path, command))
    told = f"The article that comes with the program is used instead of the one that the policy {path} names. {tmp_path / damage}"
    assert complaint.startswith(f"cervical-reference: {told}")
    assert complaint.count("\n") == 1
    bundled = loaded.short_digest if command[:1] == ["search"] else loaded.article.title
    assert bundled in written(tmp_path, command, printed)
    if command[:1] in ([], ["self-check"]):  # the window shows it, the report holds it
        assert told in written(tmp_path, command, printed)
    assert code == (FAILED if command else DONE)


@pytest.mark.parametrize(
    "command", [["show"], ["export-html", "OUT.html"], ["self-check"], []], ids=lambda command: command[0] if command else "window"
)
def test_an_article_of_the_policy_that_is_good_is_the_one(run, under, tmp_path, tea, tea_file, command):  # noqa: F811
    under(content=str(tea_file))
    code, printed, complaint = run(*in_folder(tmp_path, command))
    assert (code, complaint) == (DONE, "")
    assert tea.title in written(tmp_path, command, printed)


@pytest.mark.parametrize("command", COMMANDS[:-1], ids=lambda command: command[0])
def test_who_names_an_article_gets_that_one_or_none(run, under, tmp_path, command):  # noqa: F811
    under(content="absent.json")
    code, printed, complaint = run("--content", str(tmp_path / "mine.json"), *in_folder(tmp_path, command))
    assert (code, printed) == (UNREADABLE, "")
    assert "mine.json cannot be read" in complaint
    assert not list(tmp_path.glob("OUT.*"))


def test_the_window_shows_the_bundled_article_in_place_of_one_that_a_person_named_and_says_so(run, under, tmp_path, loaded):  # noqa: F811
    under()
    code, printed, complaint = run("--content", str(tmp_path / "mine.json"))
    reason = f"{tmp_path / 'mine.json'} cannot be read: no such file or directory"
    told = f"The file that you asked for cannot be used, so the article that comes with the program is shown. {reason}"
    assert (code, complaint) == (DONE, f"cervical-reference: {told}\n")
    assert printed == f"{loaded.article.title} window: {told}\n"


def test_check_looks_at_the_article_of_the_policy_itself(run, under, tmp_path):  # noqa: F811
    under(content="absent.json")
    assert run("check") == (UNREADABLE, "", f"cervical-reference: {tmp_path / 'absent.json'} cannot be read: no such file or directory\n")


def test_the_self_check_fails_because_of_a_damaged_policy_and_names_it_once_on_the_terminal(run, under, tmp_path):  # noqa: F811
    path = under(theme="pink", more=1)
    code, printed, complaint = run("self-check")
    assert code == exits.FAILED
    assert complaint.count(str(path)) == 1
    assert [line for line in complaint.splitlines() if not line.startswith("cervical-reference: ")] == []
    assert f"result: The policy {path} has mistakes" in printed


def test_the_self_check_reports_where_a_policy_is_and_what_it_sets(under, tmp_path):
    assert self_check._policy(policy.read_policy()) == [f"policy: none; looked for in {tmp_path / 'policy.json'}"]
    path = under(theme="dark", allow={"copy": False})
    assert self_check._policy(policy.read_policy()) == [f"policy: {path}, good", "policy sets allow.copy: false", 'policy sets theme: "dark"']
    path = under(theme="dark", allow={"copy": 1})
    told = self_check._policy(policy.read_policy())
    assert told == [f"policy: {path}, damaged", "policy sets allow.copy: false", 'policy sets theme: "dark"']


@pytest.mark.parametrize("text", ["{", '{"contnet": "ward.json"}', '{"content": 7}', '{"schema": 9, "content": "ward.json"}'])
@pytest.mark.parametrize("command", [["show", "overview"], []], ids=lambda command: command[0] if command else "window")
def test_whoever_may_be_shown_another_article_than_the_policy_names_is_told(run, under, tmp_path, loaded, command, text):  # noqa: F811
    under().write_text(text, encoding="utf-8")
    code, printed, complaint = run(*in_folder(tmp_path, command))
    assert code == (FAILED if command else DONE)
    assert loaded.article.title in written(tmp_path, command, printed)
    assert "If the policy names another article, it is not used" in complaint
    assert command or "If the policy names another article" in printed


def test_a_mistake_elsewhere_in_a_policy_is_no_doubt_about_the_article(run, under):  # noqa: F811
    under(text_size=7)
    code, _, complaint = run("show", "overview")
    assert (code, "another article" in complaint) == (DONE, False)


def test_the_window_has_the_folders_of_the_policy_and_that_of_the_call(run, under, tmp_path, monkeypatch):  # noqa: F811
    under(library=["share"])
    seen = []
    monkeypatch.setattr(window_run, "run", lambda *given: seen.append((given[5].library, given[8])) or DONE)
    assert run("--new-window")[0] == run("--library", str(tmp_path / "other"))[0] == DONE
    assert seen == [((str(tmp_path / "share"),), None), ((str(tmp_path / "share"),), tmp_path / "other")]
