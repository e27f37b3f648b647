"""What the build for Windows is made of; this needs neither Wine nor a build."""

import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path

import pytest

from app import NAME, __version__

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "packaging" / "windows")]

import bundle  # noqa: E402
import driven  # noqa: E402
import make  # noqa: E402 - the folders are no packages
import prepare  # noqa: E402
import version_resource  # noqa: E402
import wheels  # noqa: E402
import wine  # noqa: E402

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_wheels_are_of_the_versions_that_the_project_asks_for() -> None:
    have = wheels.listed(wheels.LIST.read_text(encoding="utf-8"))
    asked = wheels.listed("\n".join(wheels.wanted(PROJECT)))
    assert {name: have.get(name) for name in asked} == asked, "run packaging/windows/wheels.py"
    assert have["shiboken6"] == have["pyside6-essentials"]
    assert {wheels.normal(name) for name in wheels.UNNAMED} <= have.keys()


def test_what_the_libraries_need_themselves_is_taken_along() -> None:
    have = wheels.listed(wheels.LIST.read_text(encoding="utf-8")).keys()
    named = [one for one in wheels.listed("\n".join(wheels.wanted(PROJECT))) if one != "pyinstaller"]  # asks for other things on each system
    needed = [one for name in named for one in importlib.metadata.requires(name) or () if ";" not in one]
    assert "mdurl" in {wheels.normal(re.split(r"[^\w.-]", one)[0]) for one in needed}
    assert {wheels.normal(re.split(r"[^\w.-]", one)[0]) for one in needed} <= have


def test_every_download_has_its_hash() -> None:
    for path in (wheels.LIST, wheels.PYTHON_LIST):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert lines
        assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_a_line_of_the_list_is_made_from_the_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "Some_Thing-1.2-py3-none-any.whl"
    wheel.write_bytes(b"")
    assert wheels.entry(wheel) == "some-thing==1.2 --hash=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_file_of_this_machine_has_a_name_in_wine() -> None:
    assert wine.windows_path(Path("/srv/Référence médicale/a b.exe")) == "Z:\\srv\\Référence médicale\\a b.exe"


def test_a_program_in_wine_is_not_told_that_the_tests_have_no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    made = wine.Wine(tmp_path)
    assert "WINEQT_QPA_PLATFORM" not in made.environment()
    assert made.environment(QT_QPA_PLATFORM="minimal")["WINEQT_QPA_PLATFORM"] == "minimal"


def test_wine_knows_little_of_this_machine() -> None:
    known = wine.environment(Path("/somewhere"), {"PATH": "/bin", "DISPLAY": ":7", "PYTHONPATH": "/x", "HOME": "/own", "QT_SCALE_FACTOR": "2"})
    assert known["HOME"] == "/somewhere/home"
    assert known["WINEPREFIX"] == "/somewhere/prefix"
    assert (known["PATH"], known["DISPLAY"]) == ("/bin", ":7")
    assert known["WINEQT_SCALE_FACTOR"] == "2"  # Wine hands on Qt's variables only under this name
    assert not {"PYTHONPATH", "QT_SCALE_FACTOR"} & known.keys()


def test_every_stand_in_has_its_source_and_is_preferred() -> None:
    assert {path.stem for path in (ROOT / "packaging" / "windows" / "stand_ins").glob("*.c")} == set(prepare.STAND_INS)
    preferred = next(part for part in wine.OVERRIDES.split(";") if part.endswith("=n"))
    assert set(preferred.removesuffix("=n").split(",")) == set(prepare.STAND_INS)


def test_another_list_makes_the_folder_anew(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.write_text("a", encoding="ascii")
    before = prepare.stamp_of([one])
    assert prepare.stamp_of([one]) == before
    one.write_text("b", encoding="ascii")
    assert prepare.stamp_of([one]) != before


def test_a_font_is_kept_as_windows_keeps_it() -> None:
    font = prepare.logical_font("Open Sans")
    assert len(font) == 92
    assert font[28:].decode("utf-16-le").rstrip("\0") == "Open Sans"


def test_the_folder_is_build_windows_unless_told_otherwise() -> None:
    assert make.options([]).folder == ROOT / "build" / "windows"
    assert make.options(["/elsewhere", "--drive"]).drive
    assert (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines().count("build/") == 1


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("1.2.3.4", (1, 2, 3, 4)),
        ("2.0rc1", (2, 0, 0, 0)),
        ("1.2.3.4.5", (1, 2, 3, 4)),
        ("99999", (65535, 0, 0, 0)),
        ("x", (0,) * 4),
    ],
)
def test_windows_counts_versions_in_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert version_resource.four_numbers(version) == numbers


def test_windows_shows_name_version_description_and_licence(tmp_path: Path) -> None:
    shown = version_resource.strings(PROJECT, (ROOT / "LICENSE").read_text(encoding="utf-8"), "cervical-reference-cli")
    assert (shown["ProductName"], shown["FileVersion"], shown["OriginalFilename"]) == (NAME, __version__, "cervical-reference-cli.exe")
    assert shown["FileDescription"].startswith(f"{NAME}: ")
    assert shown["CompanyName"] == "authors of Cervical Reference"
    assert shown["LegalCopyright"].startswith("Copyright (c) ")
    assert "MIT licence" in shown["LegalCopyright"]
    written = Path(version_resource.write(ROOT, tmp_path / "work", "cervical-reference"))
    text = written.read_text(encoding="utf-8")
    assert "filevers=(0, 2, 0, 0)" in text
    compile(text, written.name, "eval")  # PyInstaller evaluates it


@pytest.mark.parametrize("name", ["select.pyd", "_wmi.pyd", "_ssl.pyd", "libcrypto-3.dll", "PySide6\\plugins\\tls\\qschannelbackend.dll"])
def test_what_windows_needs_not_stays_out(name: str) -> None:
    assert not bundle.belongs(name)


@pytest.mark.parametrize("name", ["PySide6\\translations\\qtbase_de.qm", "PySide6/Qt/translations/qt_de.qm", "msgspec-0.22.0.dist-info\\RECORD"])
def test_translations_and_metadata_stay_out(name: str) -> None:
    assert not bundle.wanted_data(name)


@pytest.mark.parametrize("change", ["app/ui/a.py", "packaging/b.py", "pyproject.toml", "new"])
def test_a_change_of_the_window_the_packaging_or_the_versions_calls_for_another_drive(tmp_path: Path, change: str) -> None:
    for name in ("app/ui/a.py", "packaging/b.py", "packaging/driven.txt", "pyproject.toml", "docs/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before", encoding="ascii")
    before = driven.now(tmp_path)
    for unwatched in ("packaging/driven.txt", "docs/c.md", "app/ui/a.pyc"):
        (tmp_path / unwatched).write_text("after", encoding="ascii")
    assert driven.now(tmp_path) == before
    if change == "new":
        (tmp_path / "app" / "ui" / "a.py").rename(tmp_path / "app" / "ui" / "new.py")
    else:
        (tmp_path / change).write_text("after", encoding="ascii")
    assert driven.now(tmp_path) != before


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[int], list[str]], wine.Wine]:
    """A Windows whose programs answer with these exit codes, and whose services complain so as it starts; afterwards all is well."""

    def starting(codes: list[int], complaints: list[str]) -> wine.Wine:
        answers, words = chain(codes, repeat(0)), chain(complaints, repeat(""))
        made = wine.Wine(tmp_path)
        monkeypatch.setattr(made, "run", lambda *call: subprocess.CompletedProcess(call, next(answers), "", "WinError 1359"))
        monkeypatch.setattr(made, "_boot", lambda errors: errors.write(next(words).encode()))
        monkeypatch.setattr(made, "_server", lambda _: None)
        return made

    return starting


@pytest.mark.parametrize(("codes", "complaints"), [([1, 1], []), ([], ["Unhandled page fault"]), ([1], ["", "Unhandled page fault"])])
def test_a_windows_that_comes_up_ill_is_started_anew(
    refusing: Callable[[list[int], list[str]], wine.Wine], codes: list[int], complaints: list[str]
) -> None:
    refusing(codes, complaints).bring_up()


@pytest.mark.parametrize(("codes", "complaints", "words"), [([1] * 99, [], "1359"), ([], ["Unhandled page fault"] * 99, "page fault")])
def test_a_windows_that_never_comes_up_is_told(
    refusing: Callable[[list[int], list[str]], wine.Wine], codes: list[int], complaints: list[str], words: str
) -> None:
    with pytest.raises(OSError, match=words):
        refusing(codes, complaints).bring_up()
