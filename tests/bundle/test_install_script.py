"""The script that installs for one user touches only what it made: whatever people have put beside the program outlives updates and removal."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import archive  # noqa: E402 - the folder is no package

NAME = archive.NAME
ICON = f".local/share/icons/hicolor/48x48/apps/{NAME}.png"
ENTRY = f".local/share/applications/{NAME}.desktop"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")


def package(folder: Path, version: str, *extra: str) -> Path:
    """Make an unpacked package with a stand-in for the program, and the very scripts, icons and notices of a real one."""
    program = folder / NAME
    (program / "_internal" / "resources" / "licences").mkdir(parents=True)
    (program / "_internal" / "resources" / "licences" / "NOTICES.txt").write_text("notices", encoding="ascii")
    (program / "_internal" / "libz.so.1.3").write_text(version, encoding="ascii")
    (program / "_internal" / "libz.so").symlink_to("libz.so.1.3")
    (program / NAME).write_text(f"#!/bin/sh\necho {version}\n", encoding="ascii")
    (program / NAME).chmod(0o755)
    for name in extra:
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_text(version, encoding="ascii")
    archive.add_files(program)
    return program


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / 'Frau Müller "é漢" $HOME `id` 100% \\x'
    folder.mkdir()
    return folder


def call(script: Path, home: Path, *arguments: str, code: int = 0, **environment: str) -> str:
    variables = {"HOME": str(home), "PATH": os.environ["PATH"], **environment}
    done = subprocess.run(["sh", script / "install.sh", *arguments], env=variables, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == code, done.stderr
    assert len(done.stderr.splitlines()) == (1 if code else 0), done.stderr
    return done.stdout + done.stderr


def state(folder: Path) -> dict[str, str]:
    """Return everything below a folder: what it holds, where it leads, whether it is a folder."""
    found = {}
    for path in folder.rglob("*"):
        what = "folder" if path.is_dir() else ""
        what = f"link to {path.readlink()}" if path.is_symlink() else what or path.read_bytes().hex()
        found[path.relative_to(folder).as_posix()] = what
    return found


def data_of(home: Path) -> Path:
    return home / ".local" / "share"


def put_all_that_the_documents_name(program: Path, shares: Path) -> None:
    """Put into the program's folder what docs/policy.md and docs/deploy.md name, and what clinics put beside it without being told."""
    policy = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", policy, re.DOTALL)
    assert example is not None
    named = json.loads(example[1])["content"]
    (program / "policy.json").write_text(example[1], encoding="utf-8")
    content = program / named
    content.parent.mkdir()
    shutil.copy(ROOT / "resources" / "content.json", content)
    shutil.copytree(ROOT / "resources" / "figures", content.parent / "figures")
    for own in ("portable", "settings.ini", "log.txt", "log-old.txt"):
        (program / own).write_text(own, encoding="ascii")
    (shares / "article").mkdir(parents=True)
    (shares / "article" / "content.json").write_text("on a share", encoding="ascii")
    (program / "share").symlink_to(shares / "article")
    (program / "lost link").symlink_to("nowhere")
    (program / "empty").mkdir()
    (program / "icons" / "clinic").mkdir()
    (program / "_internal" / "resources" / "hand-out.pdf").write_text("saved here", encoding="ascii")
    (program / ".hidden").write_text("hidden", encoding="ascii")


def test_whatever_people_put_there_outlives_updates_and_removal(tmp_path: Path, home: Path) -> None:
    old, new = package(tmp_path / "1", "1", "_internal/gone/old.so"), package(tmp_path / "2", "2", "_internal/new/new.so")
    program = data_of(home) / NAME
    call(old, home)
    before = state(home)
    put_all_that_the_documents_name(program, tmp_path / "shares")
    added = {name: what for name, what in state(home).items() if name not in before}
    shared = state(tmp_path / "shares")
    for package_now in (old, new, new):
        call(package_now, home)
        after = state(home)
        assert {name: after.get(name) for name in added} == added
        theirs = {path.relative_to(package_now).as_posix() for path in package_now.rglob("*")}
        ours = {name.removeprefix(f".local/share/{NAME}/") for name in after if name.startswith(f".local/share/{NAME}/") and name not in added}
        assert ours == theirs | {"installed.txt"}
        shown = subprocess.run([home / ".local/bin" / NAME], capture_output=True, text=True, check=True)
        assert shown.stdout.strip() == package_now.parent.name
    assert "stay there" in call(new, home, "--remove")
    assert "copy your own files back" in call(new, home, code=2)  # says what to do, and changes nothing
    kept = set(added) | {str(parent) for name in added for parent in Path(name).parents} - {"."}
    assert state(home) == {name: added.get(name, "folder") for name in kept}
    assert state(tmp_path / "shares") == shared


def test_what_was_installed_is_gone_again_whole(tmp_path: Path, home: Path) -> None:
    (home / "mine.txt").write_text("mine", encoding="ascii")
    call(package(tmp_path / "1", "1"), home)
    assert (home / ICON).is_file()
    listed = (data_of(home) / NAME / "installed.txt").read_text(encoding="utf-8")
    assert "\no " not in listed  # every file of a package is known as the program's own
    call(data_of(home) / NAME, home, "--remove")  # the installed copy can do it
    assert set(state(home)) == {"mine.txt"}


def test_an_article_and_a_policy_beside_the_script_come_along_and_belong_to_people(tmp_path: Path, home: Path) -> None:
    program = data_of(home) / NAME
    call(package(tmp_path / "1", "1", "policy.json", "content/content.json", "portable", "settings.ini"), home)
    assert (program / "content" / "content.json").exists()
    assert not (program / "portable").exists()  # left by a copy that ran from the unpacked folder
    call(package(tmp_path / "2", "2"), home)
    assert (program / "content" / "content.json").read_text(encoding="ascii") == "1"
    told = call(package(tmp_path / "3", "3", "policy.json", "content/content.json"), home)
    assert f"{program / 'content' / 'content.json'} is replaced by the one in the new folder." in told
    assert (program / "content" / "content.json").read_text(encoding="ascii") == "3"  # nobody had changed it
    (program / "policy.json").write_text("ours", encoding="ascii")
    told = call(package(tmp_path / "4", "4", "policy.json", "content/content.json"), home)
    assert (program / "policy.json").read_text(encoding="ascii") == "ours"
    assert "policy.json stays" in told
    assert f"{program / 'content' / 'content.json'} was installed with the program and was removed with it." in call(program, home, "--remove")
    assert set(state(program)) == {"policy.json"}


def test_a_folder_that_was_replaced_by_a_link_is_not_followed(tmp_path: Path, home: Path) -> None:
    program, share = data_of(home) / NAME, tmp_path / "share"
    one = package(tmp_path / "1", "1", "content/content.json")
    call(one, home)
    shutil.move(program / "content", share)
    (program / "content").symlink_to(share)
    call(one, home)
    call(package(tmp_path / "2", "2", "content/content.json"), home)
    call(program, home, "--remove")
    assert (share / "content.json").read_text(encoding="ascii") == "1"
    assert (program / "content").is_symlink()


def test_a_file_of_the_program_that_somebody_has_changed_is_kept_under_another_name(tmp_path: Path, home: Path) -> None:
    program = data_of(home) / NAME
    call(package(tmp_path / "1", "1", "_internal/gone.txt"), home)
    for name in ("start.sh", "_internal/gone.txt"):
        (program / name).write_text("changed", encoding="ascii")
    (home / ICON).write_text("changed", encoding="ascii")
    for _ in range(2):
        told = call(package(tmp_path / f"2{_}", "2"), home)
        assert ICON in told
    assert (program / "start.sh").read_bytes() == (ROOT / "packaging/linux/start.sh").read_bytes()
    assert (program / "start.sh.kept").read_text(encoding="ascii") == "changed"
    call(program, home, "--remove")
    assert set(state(program)) == {"start.sh.kept", "_internal", "_internal/gone.txt"}
    assert (home / ICON).read_text(encoding="ascii") == "changed"


def without_hashes(home: Path) -> None:
    """Turn an installation into one of the script that listed no hashes, but every file that lay beside it."""
    mark = data_of(home) / NAME / "installed.txt"
    lines = [line for line in mark.read_text(encoding="utf-8").splitlines() if not line.startswith(f"d {mark.parent}")]
    mark.write_text("".join(re.sub(r"^[fo] [0-9a-f]{64} ", "f ", line) + "\n" for line in lines), encoding="utf-8")
    entry = home / ENTRY
    entry.write_text(entry.read_text(encoding="utf-8").replace(" %f\n", "\n"), encoding="utf-8")


@pytest.mark.parametrize("update", [True, False])
def test_of_an_older_installation_only_what_is_surely_the_programs_is_touched(tmp_path: Path, home: Path, *, update: bool) -> None:
    program = data_of(home) / NAME
    call(package(tmp_path / "1", "1", "_internal/gone/old.so", "content/content.json", "policy.json"), home)
    without_hashes(home)
    put = {"_internal/mine.txt": "mine", "settings.ini": "mine", "content/figure.svg": "mine"}
    for name, text in put.items():
        (program / name).write_text(text, encoding="ascii")
    if update:
        call(package(tmp_path / "2", "2"), home)
        assert not (program / "_internal" / "gone").exists()
        assert " %f\n" in (home / ENTRY).read_text(encoding="utf-8")
        assert (program / "_internal" / "libz.so").read_text(encoding="ascii") == "2"
    call(program, home, "--remove")
    left = {name for name, what in state(home).items() if what != "folder"}
    assert left == {f".local/share/{NAME}/{name}" for name in (*put, "content/content.json", "policy.json")}


def test_what_was_there_before_stays_also_when_it_is_empty(tmp_path: Path, home: Path) -> None:
    for kept in (".local/bin", ".local/share/applications", ".local/share/icons/hicolor/16x16/apps", ".local/share/icons/hicolor/48x48/apps"):
        (home / kept).mkdir(parents=True)
    (home / ICON).write_text("an icon of somebody's", encoding="ascii")
    before = state(home)
    call(package(tmp_path / "1", "1"), home)
    call(data_of(home) / NAME, home, "--remove")
    assert state(home) == before


@pytest.mark.parametrize("foreign", [f".local/share/{NAME}/x", f".local/bin/{NAME}", ENTRY])
def test_what_is_not_ours_is_neither_overwritten_nor_removed(tmp_path: Path, home: Path, foreign: str) -> None:
    (home / foreign).parent.mkdir(parents=True)
    (home / foreign).write_text("not ours", encoding="ascii")
    before = state(home)
    unpacked = package(tmp_path / "1", "1")
    for arguments in ((), ("--remove",)):
        call(unpacked, home, *arguments, code=2)
    assert state(home) == before


def kill_at(home: Path, unpacked: Path, step: str) -> None:
    """Run the script and kill it where it first calls a command."""
    tools = home.parent / "tools"
    tools.mkdir()
    (tools / step).write_text('#!/bin/sh\nkill -9 "$PPID"\n', encoding="ascii")
    (tools / step).chmod(0o755)
    variables = {"HOME": str(home), "PATH": f"{tools}:{os.environ['PATH']}"}
    assert subprocess.run(["sh", unpacked / "install.sh"], env=variables, capture_output=True, check=False, cwd="/").returncode == -9


@pytest.mark.parametrize("after", ["cp", "mv", "ln"])
def test_a_run_that_was_killed_loses_nothing_and_the_next_one_goes_on(tmp_path: Path, home: Path, after: str) -> None:
    program = data_of(home) / NAME
    call(package(tmp_path / "1", "1", "_internal/gone/old.so"), home)
    (program / "content").mkdir()
    (program / "content" / "content.json").write_text("mine", encoding="ascii")
    new = package(tmp_path / "2", "2")
    kill_at(home, new, after)
    assert (program / "content" / "content.json").read_text(encoding="ascii") == "mine"
    call(new, home)
    assert not [path for path in program.iterdir() if path.name.startswith(".installing")]
    call(program, home, "--remove")
    assert set(state(program)) == {"content", "content/content.json"}


def test_a_folder_in_the_place_of_a_file_of_the_program_stops_the_update_before_anything_is_changed(tmp_path: Path, home: Path) -> None:
    program = data_of(home) / NAME
    call(package(tmp_path / "1", "1"), home)
    (program / "_internal" / "new.so").mkdir()
    before = state(home)
    call(package(tmp_path / "2", "2", "_internal/new.so"), home, code=2)
    assert state(home) == before


def test_a_copy_that_fails_leaves_no_trace(tmp_path: Path, home: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "cp").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (tools / "cp").chmod(0o755)
    call(package(tmp_path / "1", "1"), home, code=2, PATH=f"{tools}:{os.environ['PATH']}")
    assert state(home) == {}


@pytest.mark.parametrize("place", ["the installed copy", "a home inside the package"])
def test_it_never_installs_into_itself(tmp_path: Path, home: Path, place: str) -> None:
    unpacked = package(tmp_path / "1", "1")
    if place == "the installed copy":
        call(unpacked, home)
        unpacked = data_of(home) / NAME
    else:
        home = unpacked / "home"
    before = state(home)
    call(unpacked, home, code=2)
    assert state(home) == before


def test_the_folder_for_data_is_the_one_that_the_desktop_names(tmp_path: Path, home: Path) -> None:
    unpacked, data = package(tmp_path / "1", "1"), tmp_path / "Daten é" / "share"
    call(unpacked, home, XDG_DATA_HOME=str(data))
    assert (data / "applications" / f"{NAME}.desktop").exists()
    assert set(state(home)) == {".local", ".local/bin", f".local/bin/{NAME}"}
    call(unpacked, home, "--remove", XDG_DATA_HOME=str(data))
    assert not data.parent.exists()
    assert state(home) == {}
    call(unpacked, home, XDG_DATA_HOME="not/a/full/path")
    assert data_of(home).is_dir()


def test_without_a_home_and_with_a_wrong_option_one_line_says_so(tmp_path: Path, home: Path) -> None:
    unpacked = package(tmp_path / "1", "1")
    call(unpacked, home, code=2, HOME="")
    call(unpacked, home, "--uninstall", code=2)
    assert state(home) == {}
