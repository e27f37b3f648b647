"""What is handed out, and the workflows that make it; this needs no build."""

import re
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from app import __version__
from app.core.base.built import FILE
from app.core.base.steps import at_once
from app.core.figures.figure import FOUND_GOOD
from app.core.files.indexes import Indexes
from app.core.files.loader import load
from app.core.search import stored
from app.machine import paths

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import archive  # noqa: E402 - the folder is no package
import bundle  # noqa: E402
import moment  # noqa: E402
import notes  # noqa: E402

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_the_notes_of_a_release_are_those_of_its_version() -> None:
    log = "# Changes\n\n## 0.2.0\n\n- new\n\n## 0.1.0 (today)\n\n- first\n- second\n"
    assert notes.notes(log, "0.2.0") == "- new"
    assert notes.notes(log, "0.1.0") == "- first\n- second"
    assert notes.notes(log, "0.3.0") == ""


def test_a_tag_of_another_version_makes_no_release(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=re.escape(__version__)):
        notes.main("v99.0")
    notes.main(f"v{__version__}")
    assert capsys.readouterr().out.startswith("- ")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_githubs_own_and_pinned_by_version(path: Path) -> None:
    used = re.findall(r"uses: *(\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_the_draft_may_write_and_no_text_of_others_is_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("contents: write") == ("gh release create" in text)
    assert re.findall(r"run:.*\$\{\{", text) == []
    assert "--draft" in text or "gh release" not in text


def test_every_script_that_a_workflow_calls_exists() -> None:
    called = {name for path in WORKFLOWS for name in re.findall(r"(?:packaging/\w+\.py|\.ci/run)", path.read_text(encoding="utf-8"))}
    assert {name for name in called if not (ROOT / name).exists()} == set()
    assert {".ci/run", "packaging/build.py", "packaging/compare_builds.py", "packaging/notes.py"} <= called


def test_the_icon_file_holds_every_size_that_desktops_ask_for() -> None:
    pictures = archive.icons((ROOT / "resources" / "icons" / "app.ico").read_bytes())
    assert tuple(sorted(pictures)) == archive.SIZES
    for size, picture in pictures.items():
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20], "big") == size


@pytest.mark.parametrize(("told", "seconds"), [("1700000000", 1_700_000_000), ("0", moment.EARLIEST), ("1", moment.EARLIEST)])
def test_the_time_of_a_build_is_the_one_that_is_told(told: str, seconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    assert moment.moment.__wrapped__() == seconds


def test_without_history_the_time_is_the_earliest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(moment, "ROOT", tmp_path)
    assert moment.moment.__wrapped__() == moment.EARLIEST
    monkeypatch.setenv("PATH", "")
    assert moment.moment.__wrapped__() == moment.EARLIEST


def test_times_are_written_as_archives_and_bills_want_them() -> None:
    assert moment.as_zip_time(moment.EARLIEST) == (1980, 1, 1, 0, 0, 0)
    assert moment.as_text(moment.EARLIEST) == "1980-01-01T00:00:00Z"
    assert moment.as_last_day(1_700_000_000) == "2023-11-14"  # 22:13 in Greenwich
    assert moment.as_last_day(1_700_049_599) == "2023-11-14"  # a second before noon of the 15th: furthest west it is the 14th still
    assert moment.as_last_day(1_700_049_600) == "2023-11-15"


def test_a_build_states_its_day_for_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "moment", lambda: 1_700_000_000)
    made = bundle.resources(ROOT, tmp_path)
    assert (str(tmp_path / FILE), "resources") in made
    assert (str(tmp_path / "index"), "resources/index") in made
    good = next(Path(file).read_text(encoding="ascii").split() for file, _ in made if file.endswith(FOUND_GOOD))
    assert set(good) == {sha256(file.read_bytes()).hexdigest() for file in (ROOT / "resources").rglob("figures/*.svg")}
    stamps = {target: Path(file).read_text(encoding="ascii") for file, target in made if file.endswith("content.sha256")}
    assert stamps == {"resources": load(paths.CONTENT).digest, "resources/handbook": load(paths.HANDBOOK).digest}
    assert (tmp_path / FILE).read_text(encoding="ascii") == "2023-11-14"


def test_the_page_for_those_who_roll_out_keeps_step() -> None:
    told = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    start = (ROOT / "packaging" / "linux" / "start.sh").read_text(encoding="utf-8")
    oldest = re.findall(r"^OLDEST=(\S+)", start, re.MULTILINE)
    assert f"glibc {oldest[0]}" in told
    for word in ("settings.ini", "log.txt", "log-old.txt", "portable", "SHA256SUMS", "AppLocker", "WDAC", "Ports: none", "install.sh --remove"):
        assert word in told


@pytest.mark.parametrize("name", ["README.md", "docs/deploy.md", "packaging/single.txt"])
def test_what_to_do_when_the_single_file_does_not_start_is_told(name: str) -> None:
    told = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    for words in ("TMPDIR", "TEMP", "noexec", "folder package", "full"):
        assert words in told


def test_the_indexes_of_the_articles_travel_with_them(tmp_path: Path) -> None:
    folder = bundle.write_index((paths.CONTENT, paths.HANDBOOK), tmp_path / "index")
    for loaded in (load(paths.CONTENT), load(paths.HANDBOOK)):
        assert Indexes(None, bundled=folder).find(loaded) == at_once(Indexes(None, bundled=tmp_path).making(loaded))
    assert (folder / stored.FORM).read_text(encoding="ascii") == stored.form()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 600_000  # a third of it is what earlier questions tell (0278)
