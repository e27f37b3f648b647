"""Notices, bill of materials and checksums agree with what was built."""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.archive.readers import CArchiveReader

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import archive  # noqa: E402 - the folder is no package
import compare_builds  # noqa: E402
import licences  # noqa: E402
import sbom  # noqa: E402

ONE_LABEL = 67_900_000
"""Bytes of the single file that PyInstaller makes with its defaults of a window with one label (`benchmarks/startup.py`, 27 November 2026)."""

LIMIT = 0.75
"""How large our single file may be, beside that one."""


@pytest.fixture(scope="module")
def bill(handed_out: Path) -> dict[str, Any]:
    return json.loads(next(handed_out.glob("*.cdx.json")).read_text(encoding="utf-8"))


def all_parts(bill: dict[str, Any]) -> list[dict[str, Any]]:
    tops = [bill["metadata"]["component"], *bill["components"]]
    return [*tops, *(inner for top in tops for inner in top.get("components", []))]


def test_every_file_of_the_folder_has_a_notice(dist: Path) -> None:
    assert licences.missing(dist / "cervical-reference") == []


def test_the_single_file_carries_the_same_notices_and_stays_small(dist: Path, single: Path) -> None:
    packed = CArchiveReader(str(single))
    folder = dist / "cervical-reference" / "_internal" / "resources" / "licences"
    names = {path.name for path in folder.iterdir()}
    assert {name.rpartition("/")[2] for name in packed.toc if name.startswith("resources/licences/")} == names
    assert packed.extract("resources/licences/NOTICES.txt") == (folder / "NOTICES.txt").read_bytes()
    assert [name for name in packed.toc if "/" in name and licences.owner(name) is None] == []
    assert single.stat().st_size < LIMIT * ONE_LABEL


def test_no_module_without_a_notice_is_in_the_single_file(single: Path) -> None:
    packed = CArchiveReader(str(single))
    modules = set(packed.open_embedded_archive("PYZ.pyz").toc)
    assert {"app.core.library_search.passages", "tantivy"} <= modules
    assert [name for name in modules if licences.module_owner(name) is None] == []


@pytest.mark.parametrize(
    ("component", "words"),
    [
        ("qt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("pyside6", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("qt-third-party", "HarfBuzz"),
        ("python", "PYTHON SOFTWARE FOUNDATION LICENSE"),
        ("pyinstaller", "Bootloader Exception"),
        ("msgspec", "Jim Crist-Harif"),
        ("snowballstemmer", "Redistribution"),
        ("jellyfish", "James Turk"),
        ("tantivy", "The Matrix.org Foundation"),
        ("tantivy-crates", "Apache DataSketches Rust"),
        ("tantivy-crates", "Apache License"),
        ("icu", "UNICODE|Unicode, Inc"),
    ],
)
def test_the_texts_are_those_of_the_works(dist: Path, component: str, words: str) -> None:
    folder = dist / "cervical-reference"
    notice = next(one for one in licences.read(folder) if one.id == component)
    texts = "".join((folder / "_internal" / "resources" / "licences" / name).read_text(encoding="utf-8") for name in notice.texts)
    assert re.search(words, texts, re.IGNORECASE)
    assert notice.version


def test_the_program_lists_them(program: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    subprocess.run(
        [program, "self-check", "--report", report], check=True, capture_output=True, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    )
    line = next(line for line in report.read_text(encoding="utf-8").splitlines() if line.startswith("licences: "))
    assert "Qt 6.11.3 (LGPL-3.0-only)" in line
    assert "zlib" in line


def test_the_bill_names_every_file_with_its_hash(dist: Path, bill: dict[str, Any]) -> None:
    listed = {part["name"]: part["hashes"][0]["content"] for part in all_parts(bill) if part["type"] == "file"}
    folder = dist / "cervical-reference"
    there = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}
    single = dist / "cervical-reference-single"
    assert listed == there | {single.name: hashlib.sha256(single.read_bytes()).hexdigest()}


def test_the_bill_has_the_form_of_the_format(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    references = [part["bom-ref"] for part in all_parts(bill)]
    assert len(references) == len(set(references))
    assert all(part["version"] and part["licenses"] for part in bill["components"])
    assert set(bill["dependencies"][0]["dependsOn"]) <= set(references)


@pytest.mark.skipif(importlib.util.find_spec("cyclonedx") is None, reason="the library with the format's own schema is not installed")
def test_the_bill_holds_against_the_formats_own_schema(handed_out: Path) -> None:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    text = next(handed_out.glob("*.cdx.json")).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


@pytest.mark.parametrize("component", ["rust-crates", "tantivy-crates"])
def test_the_bill_tells_what_is_inside_the_compiled_libraries(bill: dict[str, Any], component: str) -> None:
    crates = next(part for part in bill["components"] if part["bom-ref"] == component)["components"]
    assert any(crate["name"] == "pyo3" and crate["purl"].startswith("pkg:cargo/pyo3@") for crate in crates)


def test_the_checksums_are_right(handed_out: Path) -> None:
    done = subprocess.run(["sha256sum", "--strict", "--check", "SHA256SUMS"], cwd=handed_out, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) == 5  # archive, single file and its text, edition, bill


def test_the_archive_is_the_same_however_often_and_by_whom_it_is_packed(handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (made,) = handed_out.glob("*.tar.gz")
    shutil.copytree(handed_out / "cervical-reference", tmp_path / "cervical-reference", symlinks=True)
    for path in tmp_path.rglob("*.so*"):
        os.utime(path, (0, 0), follow_symlinks=False)
    with tarfile.open(made) as packed:
        entries = packed.getmembers()
    monkeypatch.setattr(archive, "moment", lambda: entries[0].mtime)  # the commit may be another one by now
    assert archive.pack(tmp_path).read_bytes() == made.read_bytes()
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {(0, 0, "", "")}
    assert len({entry.mtime for entry in entries}) == 1
    assert {entry.mode for entry in entries if not entry.issym()} <= {0o755, 0o644}
    assert {"LICENSE.txt", "NOTICES.txt", "start.sh", "install.sh"} <= {entry.name.partition("/")[2] for entry in entries}


def test_the_comparison_of_builds_finds_what_differs(dist: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        shutil.copytree(dist / "cervical-reference" / "_internal" / "resources" / "icons", folder)
    assert compare_builds.differences(one, other) == []
    (other / "menu.svg").write_text("<svg/>", encoding="ascii")
    (other / "more.svg").unlink()
    (other / "note.svg").chmod(0o755)
    found = compare_builds.differences(one, other)
    assert [line.partition(":")[0] for line in found] == ["menu.svg", "more.svg", "note.svg"]


def test_a_file_that_nobody_knows_keeps_the_bill_from_being_written(dist: Path, tmp_path: Path) -> None:
    shutil.copytree(dist / "cervical-reference" / "_internal" / "resources" / "licences", tmp_path / "_internal" / "resources" / "licences")
    (tmp_path / "_internal" / "libodd.so.1").touch()
    with pytest.raises(SystemExit, match="libodd"):
        sbom.bill(tmp_path)
