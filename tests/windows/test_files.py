"""What is in the packages for Windows, and what they need of a Windows."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from prepare import STAND_INS
from PyInstaller.archive.readers import CArchiveReader

from app import NAME, __version__
from app.machine import offline

WINDOWS_OWN = re.compile(
    r"(api-ms-win-\S+|advapi32|authz|bcrypt|bcryptprimitives|comctl32|comdlg32|d3d9|d3d11|d3d12|dwmapi|dwrite|dxgi|gdi32|icuuc|imm32|kernel32|mpr"
    r"|netapi32|ntdll|ole32|oleaut32|rpcrt4|setupapi|shell32|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winmm|winspool|ws2_32|wtsapi32)"
    r"\.(dll|drv)"
)
"""Libraries that are Windows' own; icuuc and bcryptprimitives are there since Windows 10."""


def binaries(program: Path) -> list[Path]:
    return [file for file in program.parent.rglob("*") if file.suffix.lower() in {".dll", ".pyd", ".exe"}]


def names_in(single: Path) -> list[str]:
    return [name.replace("\\", "/") for name in CArchiveReader(str(single)).toc]


def headers(file: Path) -> str:
    return subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout


def test_neither_package_holds_a_network_library(program: Path, single: Path) -> None:
    assert offline.network_files(offline.files_below(program.parent)) == []
    assert offline.network_files(names_in(single)) == []


def test_no_program_holds_a_python_module_that_opens_connections(program: Path, console: Path, single: Path) -> None:
    for one in (program, console, single):
        assert set(CArchiveReader(str(one)).open_embedded_archive("PYZ.pyz").toc) & offline.MODULES == set()


def test_nothing_of_wine_and_no_stand_in_is_in_the_packages(program: Path, single: Path) -> None:
    names = [*offline.files_below(program.parent), *names_in(single)]
    unwanted = re.compile(rf"(^|/)({'|'.join(STAND_INS)}|api-ms-\S+|ucrtbase|opengl32sw)\.dll$", re.IGNORECASE)
    assert [name for name in names if unwanted.search(name)] == []
    assert [file.name for file in binaries(program) if file.read_bytes()[0x40:0x60].startswith(b"Wine")] == []


def test_every_library_that_is_needed_is_there_or_windows_own(program: Path) -> None:
    files = binaries(program)
    have = {file.name.lower() for file in files}
    needed = {name.lower() for file in files for name in re.findall(r"DLL Name: (\S+)", headers(file))}
    assert [name for name in sorted(needed - have) if not WINDOWS_OWN.fullmatch(name)] == []


def test_no_other_translations_and_no_metadata_are_in_the_folder(program: Path) -> None:
    assert [name for name in offline.files_below(program.parent) if name.endswith(".qm") or ".dist-info/" in name] == []


def test_both_hold_the_article_and_the_icons(program: Path, single: Path) -> None:
    handbook = ("resources/handbook/content.json", "resources/handbook/content.sha256")
    for name in ("resources/content.json", "resources/content.sha256", *handbook, "resources/icons/search.svg"):
        assert (program.parent / "_internal" / name).exists()
        assert name in names_in(single)


@pytest.mark.parametrize(("kind", "subsystem"), [("program", "Windows GUI"), ("console", "Windows CUI"), ("single", "Windows GUI")])
def test_every_program_says_what_it_is(kind: str, subsystem: str, request: pytest.FixtureRequest) -> None:
    program = request.getfixturevalue(kind)
    raw = program.read_bytes()
    assert subsystem in headers(program)
    for text in (NAME, __version__, "Copyright (c) ", "LGPL", f"{program.stem}.exe"):
        assert text.encode("utf-16-le") in raw, text
    assert b"\x89PNG" in raw  # the icon's pictures


def test_the_archive_holds_the_folder(dist: Path, program: Path) -> None:
    (archive,) = dist.glob("cervical-reference-windows-*.zip")
    with zipfile.ZipFile(archive) as packed:
        names = {name.removeprefix("cervical-reference/") for name in packed.namelist() if not name.endswith("/")}
    assert names == set(offline.files_below(program.parent))
