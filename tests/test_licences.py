"""Every file that may travel has an owner with a licence; this needs no build."""

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import bundle  # noqa: E402 - the folder is no package
import crates  # noqa: E402 - same
import licences  # noqa: E402 - same

ZLIB = Path("/lib/x86_64-linux-gnu/libz.so.1")


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", "qt"),
        ("_internal/libQt6Core.so.6", "qt"),
        ("_internal/PySide6/Qt6Core.dll", "qt"),
        ("_internal\\PySide6\\plugins\\platforms\\qwindows.dll", "qt"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "qt"),
        ("Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "qt"),
        ("PySide6/QtCore.abi3.so", "pyside6"),
        ("PySide6/QtCore.pyd", "pyside6"),
        ("PySide6/pyside6.abi3.dll", "pyside6"),
        ("libpyside6.abi3.so.6.11", "pyside6"),
        ("shiboken6/Shiboken.abi3.so", "shiboken6"),
        ("shiboken6/shiboken6.abi3.dll", "shiboken6"),
        ("libicudata.so.73", "icu"),
        ("libpython3.11.so.1.0", "python"),
        ("python313.dll", "python"),
        ("python3.11/lib-dynload/math.cpython-311-x86_64-linux-gnu.so", "python"),
        ("unicodedata.pyd", "python"),
        ("VCRUNTIME140_1.dll", "microsoft-runtime"),
        ("PySide6/MSVCP140_2.dll", "microsoft-runtime"),
        ("libxcb-icccm.so.4", "xcb-util"),
        ("libxcb-randr.so.0", "libxcb"),
        ("cervical-reference-cli.exe", "pyinstaller"),
        ("_internal/resources/content.json", "cervical-reference"),
        ("start.sh", "cervical-reference"),
        ("_internal/tantivy/tantivy.abi3.so", "tantivy"),
        ("_internal\\tantivy\\tantivy.pyd", "tantivy"),
    ],
)
def test_a_file_has_the_owner_that_it_came_from(name: str, component: str) -> None:
    found = licences.owner(name)
    assert found is not None
    assert found.id == component


@pytest.mark.parametrize("name", ["libicudata.so.74", "libssl.so.3", "PySide6/Qt/lib/libavcodec.so.60", "numpy/core.so"])
def test_what_nobody_has_looked_at_has_no_owner(name: str) -> None:
    assert licences.owner(name) is None


def test_modules_have_owners_too() -> None:
    assert [licences.module_owner(name).id for name in ("app.ui.reading.page", "json.decoder", "pyi_rth_pyside6")] == [
        "cervical-reference",
        "python",
        "pyinstaller",
    ]
    assert licences.module_owner("numpy.linalg") is None


def test_every_kept_text_is_used_and_every_named_text_is_kept() -> None:
    kept = {path.name for path in (ROOT / "packaging" / "licences").iterdir()}
    named = {text for one in licences.components() for text in one.texts}
    assert kept == named | {"replacing-qt.txt", "python.txt"}


def test_every_component_says_where_version_and_text_come_from() -> None:
    own = {"cervical-reference", "python", "python-incorporated"}
    assert [one.id for one in licences.components() if one.id not in own and not (one.package or one.version or one.system)] == []
    assert all(one.supplier and one.cpe and (one.purl or one.system) for one in licences.components())
    assert all(re.fullmatch(r"[\w.-]+( (AND|OR|WITH) [\w.-]+)*", one.licence) for one in licences.components())


def normal(name: str) -> str:
    """Return the name of a Python package as package URLs have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_library_that_the_program_asks_for_has_its_notice_and_travels() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    told = {normal(one.package) for one in licences.components()}
    names = {normal(one.partition("==")[0]) for one in asked}
    assert names - told == set()
    assert names & set(bundle.EXCLUDED_MODULES) == set()


INSIDE = [one for one in licences.components() if one.crates]


@pytest.mark.parametrize("component", INSIDE, ids=lambda one: one.id)
def test_every_crate_that_is_compiled_in_is_named_in_the_notices(component: licences.Component) -> None:
    found = crates.crates(component.package)
    text = "".join(map(licences.kept_text, component.texts))
    assert len(found) > 10
    assert crates.unnamed(found, text) == []
    more = {"name": "regex-lite", "version": "1"}
    assert crates.unnamed([*found, more], text) == ["regex-lite"]


def test_a_crate_that_is_only_named_within_another_name_is_missed() -> None:
    text = "crossbeam-channel, tantivy-common: somebody"
    asked = [{"name": name} for name in ("crossbeam-channel", "tantivy-common", "crossbeam", "common")]
    assert crates.unnamed(asked, text) == ["common", "crossbeam"]


def test_a_crate_without_a_notice_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "kept_text", "a text that names no crate, only {}".format)
    with pytest.raises(SystemExit, match=r"no notice of .*pyo3"):
        licences._notice(INSIDE[0], {}, licences._Texts(tmp_path))


def test_the_notices_of_the_crates_are_of_the_installed_edition() -> None:
    """Another edition may be made of other crates, and copyright lines change: then somebody has to read them again."""
    told = re.search(r"^tantivy ([\d.]+) ", licences.kept_text("tantivy-crates.txt"), re.MULTILINE)
    assert told is not None
    assert told[1] == importlib.metadata.version("tantivy")


def test_what_is_not_under_apache_has_its_copyright_line() -> None:
    text, _, apache = licences.kept_text("tantivy-crates.txt").partition("Under Apache-2.0\n")
    apache = apache.partition("std:")[0]
    offered = {crate["name"] for crate in crates.crates("tantivy") if "Apache-2.0" in crates.licence_of(crate)}
    others = [crate for crate in crates.crates("tantivy") if crate["name"] not in offered]
    assert len(others) > 30
    assert crates.unnamed(others, text) == []
    assert {crate["name"] for crate in others if not crates.unnamed([crate], apache)} == set()


BILL = {
    "metadata": {"component": {"bom-ref": "own"}},
    "components": [
        {"bom-ref": "i#used@1", "name": "used"},
        {"bom-ref": "i#below@1", "name": "below"},
        {"bom-ref": "i#derive@1", "name": "derive"},
        {"bom-ref": "i#syn@1", "name": "syn"},
        {"bom-ref": "i#cc@1", "name": "cc", "scope": "excluded"},
        {"bom-ref": "i#wasi@1", "name": "wasi"},
        {"bom-ref": "i#unused@1", "name": "unused"},
    ],
    "dependencies": [
        {"ref": "own", "dependsOn": ["i#used@1", "i#derive@1", "i#cc@1"]},
        {"ref": "i#used@1", "dependsOn": ["i#below@1", "i#wasi@1"]},
        {"ref": "i#derive@1", "dependsOn": ["i#syn@1"]},
    ],
}


def test_what_writes_code_or_is_of_another_system_is_no_part_of_a_library() -> None:
    assert [crate["name"] for crate in crates.compiled(BILL)] == ["used", "below"]


def test_package_urls_of_python_packages_have_their_normal_form() -> None:
    names = [one.purl.removeprefix("pkg:pypi/") for one in licences.components() if one.purl.startswith("pkg:pypi/")]
    assert "pystemmer" in names
    assert names == [normal(name) for name in names]


def analysis(*binaries: tuple[str, str]) -> SimpleNamespace:
    return SimpleNamespace(binaries=[(name, file, "BINARY") for name, file in binaries], datas=[], pure=[("app.cli.main", "", "")], scripts=[])


def test_a_file_without_an_owner_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"libodd\.so"):
        licences.collect(analysis(("libodd.so.1", str(tmp_path / "libodd.so.1"))), tmp_path)


def test_a_system_library_that_no_package_brought_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no licence text"):
        licences.collect(analysis(("libz.so.1", str(tmp_path / "libz.so.1"))), tmp_path)


@pytest.mark.skipif(not ZLIB.exists(), reason="this system keeps zlib elsewhere")
def test_the_notices_are_those_of_what_is_there_and_a_file_that_comes_later_is_missed(tmp_path: Path) -> None:
    work, folder = tmp_path / "work", tmp_path / "folder"
    made = licences.collect(analysis(("libz.so.1", str(ZLIB))), work)
    for name, file, _ in made:
        (folder / "_internal" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "_internal" / name).write_bytes(Path(file).read_bytes())
    (folder / "_internal" / "libz.so.1").touch()
    assert licences.missing(folder) == []
    assert {notice.id for notice in licences.read(folder)} == {"cervical-reference", "pyinstaller", "zlib"}
    (folder / "_internal" / "libzstd.so.1").touch()
    (folder / "_internal" / "resources" / "licences" / "zlib1g.txt").unlink()
    assert licences.missing(folder) == ["_internal/libzstd.so.1", "zlib1g.txt"]


def test_a_folder_without_notices_is_told(tmp_path: Path) -> None:
    assert licences.missing(tmp_path) == ["resources/licences/components.json"]


@pytest.mark.parametrize(
    ("packaged", "made"),
    [("1:1.2.13.dfsg-1", "1.2.13"), ("2.74.6-2+deb12u5", "2.74.6"), ("2.12.1+dfsg-5", "2.12.1"), ("0.11.7-2", "0.11.7"), ("1.0.9-2+b6", "1.0.9")],
)
def test_the_makers_version_is_told(packaged: str, made: str) -> None:
    assert licences.upstream(packaged) == made
