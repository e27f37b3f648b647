"""The allow-list of the bundle agrees with what the program imports; this needs no build."""

import importlib
import importlib.util
import os
import re
import subprocess
import sys
from importlib.machinery import SourcelessFileLoader
from pathlib import Path
from types import SimpleNamespace

import pytest
import Stemmer

from app.core.library_search.scope import ENGINE

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import bundle  # noqa: E402 - the folder is no package, so that it does not hide the library of the same name
import put_off  # noqa: E402 - same
import qt_support  # noqa: E402 - same
import set_aside  # noqa: E402 - same


def test_every_qt_module_that_is_imported_is_kept() -> None:
    assert bundle.imported_qt_modules(ROOT) == bundle.QT_MODULES


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "lib-dynload/_socket.cpython-311-x86_64-linux-gnu.so",
        "libcrypto.so.3",
        "libcups.so.2",
        "libgnutls.so.30",
        "libc.so.6",
        "Qt6Network.dll",
        "opengl32sw.dll",
        "libcrypto-3.dll",
    ],
)
def test_what_the_program_does_not_use_stays_out(name: str) -> None:
    assert not bundle.belongs(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/QtPrintSupport.abi3.so",
        "lib-dynload/_json.cpython-311-x86_64-linux-gnu.so",
        "lib-dynload/pyexpat.cpython-311-x86_64-linux-gnu.so",
        "msgspec/_core.cpython-311-x86_64-linux-gnu.so",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
        "Qt6Core.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "python313.dll",
    ],
)
def test_what_the_program_uses_is_kept(name: str) -> None:
    assert bundle.belongs(name)


def test_a_qt_module_that_is_imported_but_left_out_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "extra.py").write_text("def f():\n    from PySide6.QtSql import QSqlDatabase\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="QtSql"):
        bundle.prune(None, tmp_path)


def test_a_library_that_is_needed_but_left_out_is_named() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux libraries are followed")
    import PySide6  # noqa: PLC0415

    library = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Widgets.so.6"
    missing = bundle.missing_libraries([("libQt6Widgets.so.6", str(library), "BINARY")])
    assert any(line.startswith("libQt6Gui.so.6, for") for line in missing)


def test_the_plain_test_command_uses_every_processor_and_named_tests_do_not() -> None:
    script = "import sys; sys.path.insert(0, 'packaging'); import run; print(run.spread(sys.argv[1:]))"

    def spread(*arguments: str) -> str:
        return subprocess.run([sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    assert spread("-q") == f"['-n', '{(os.cpu_count() or 1) + 1}', '--dist', 'worksteal', '-q']"
    assert spread("-q", "tests/e2e") == "['-q', 'tests/e2e']"
    assert spread("tests/ui/reading/test_page.py::test_x") == "['tests/ui/reading/test_page.py::test_x']"


def test_translations_are_taken_along_and_what_they_are_made_from_is_not() -> None:
    assert bundle.wanted_data("resources/i18n/cervical-reference_fr.qm")
    assert not bundle.wanted_data("resources/i18n/cervical-reference_fr.ts")


def test_the_support_files_of_pyside_are_compiled_whole(tmp_path: Path) -> None:
    made = qt_support.compiled(tmp_path)
    names = {str(Path(folder, Path(file).stem)) for file, folder in made}
    assert names == {str((qt_support.FOLDER / name).with_suffix("")) for name in qt_support.modules(qt_support.embedded())}
    for file, _ in made:
        assert SourcelessFileLoader(Path(file).stem, file).get_code(Path(file).stem) is not None
    again = qt_support.compiled(tmp_path / "again")
    assert [Path(file).read_bytes() for file, _ in again] == [Path(file).read_bytes() for file, _ in made]


def test_no_support_file_of_pyside_is_lost() -> None:
    sources = qt_support.embedded()
    made = qt_support.modules(sources)
    assert set(made) > set(sources)
    assert set(sources.values()) - set(made.values()) == {sources[name] for name in (*qt_support.TOOLS, qt_support.LOADER)}


def test_what_pyside_needs_for_messages_is_loaded_when_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stand_in.py").write_bytes(qt_support.LOADING)
    real = f"stand_in{qt_support.REAL}"
    (tmp_path / f"{real}.py").write_text("answer = 42\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    stand_in = importlib.import_module("stand_in")
    assert not hasattr(stand_in, "__path__")  # Python asks that of every module
    assert real not in sys.modules
    assert stand_in.answer == 42
    assert real in sys.modules


def test_what_the_parser_of_pyside_chooses_at_once_is_chosen_at_once() -> None:
    assert qt_support.embedded()
    assert f"sys.pyside6_option_python_enum = {vars(sys)['pyside6_option_python_enum']}".encode() in qt_support.CHOSEN


def test_a_module_that_is_put_off_is_loaded_when_it_is_asked_for_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "put_off_1.py").write_text("answer = 42\n", encoding="utf-8")
    (tmp_path / "importing_1.py").write_text("import put_off_1\n", encoding="utf-8")
    (tmp_path / "importing_2.py").write_text("from put_off_1 import answer\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with put_off.put_off("put_off_1", "sys"):
        held = importlib.import_module("importing_1").put_off_1
        assert isinstance(held, put_off.Later)
        assert importlib.import_module("sys") is sys  # it was there
    assert "put_off_1" not in sys.modules
    assert held.answer == 42
    assert not isinstance(sys.modules["put_off_1"], put_off.Later)
    with pytest.raises(AttributeError, match="question"):
        _ = held.question
    del sys.modules["put_off_1"]
    with put_off.put_off("put_off_1"):
        assert importlib.import_module("importing_2").answer == 42
        assert not isinstance(sys.modules["put_off_1"], put_off.Later)


def test_no_module_of_the_program_uses_what_is_kept_from_msgspec() -> None:
    named = re.compile(rf"^\s*(?:import|from)\s+(?:{'|'.join(put_off.CLASSES)})\b", re.MULTILINE)
    assert [path.name for path in (ROOT / "app").rglob("*.py") if named.search(path.read_text(encoding="utf-8"))] == []
    for name, classes in put_off.CLASSES.items():
        assert all(isinstance(getattr(importlib.import_module(name), one), type) for one in classes)


def test_the_packages_put_off_modules_that_there_are() -> None:
    assert all(importlib.util.find_spec(name) for name in put_off.UNUSED)


def test_what_is_put_off_is_not_loaded_by_what_the_packages_do_first() -> None:
    script = (
        "import sys; sys.path.insert(0, 'packaging'); import first, enum, enumerations;"
        " print(enum.EnumMeta._create_.__module__, enumerations.IS_KNOWN, *sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert told[:2] in (["enumerations", "True"], ["enum", "False"])
    assert {"msgspec", "shiboken6.Shiboken"} <= set(told)
    unpacking = {"base64", "zipfile"}  # here, unlike in a package, PySide's support files are in its library
    assert set(told) & ({*put_off.UNUSED, *put_off.CLASSES, "numbers", "platform", "random"} - unpacking) == set()


LIBRARY = Path(Stemmer.__file__)
"""A compiled module like any other."""


@pytest.fixture
def unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a single file unpacks itself into."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.delitem(sys.modules, "Stemmer")
    return tmp_path


def test_a_single_file_unpacks_what_was_set_aside_when_it_is_asked_for(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = SimpleNamespace(binaries=[("libz.so.1", "/lib/libz.so.1", "BINARY"), ("Stemmer.so", str(LIBRARY), "EXTENSION")])
    monkeypatch.setattr(bundle, "SET_ASIDE", {"Stemmer"})
    monkeypatch.setattr(bundle, "STRIP", False)
    (unpacked / "work").mkdir()
    kept, made = bundle.set_aside(analysis, unpacked / "work")
    assert kept == analysis.binaries[:1]
    ((name, source, kind),) = made
    assert (name, kind) == ("Stemmer", "PYMODULE-2")
    assert not (unpacked / "Stemmer.so").exists()
    monkeypatch.syspath_prepend(str(unpacked / "work"))
    loaded = importlib.import_module("Stemmer")
    assert loaded.__file__ == str(unpacked / "Stemmer.so")
    assert loaded.Stemmer("english").stemWord("births") == "birth"
    assert Path(source).parent == unpacked / "work"


def test_what_is_set_aside_is_what_the_search_over_all_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "STRIP", False)
    names = ["tantivy/tantivy.abi3.so", "tantivy\\tantivy.pyd", "msgspec/_core.cpython-311-x86_64-linux-gnu.so"]
    (tmp_path / "library").write_bytes(LIBRARY.read_bytes())
    kept, made = bundle.set_aside(SimpleNamespace(binaries=[(name, str(tmp_path / "library"), "EXTENSION") for name in names]), tmp_path)
    assert [name for name, _, _ in kept] == names[2:]
    assert {name for name, _, _ in made} == {f"{ENGINE}.{ENGINE}"}


def test_a_library_that_cannot_be_unpacked_is_an_import_that_fails(unpacked: Path) -> None:
    (unpacked / "full").touch()
    with pytest.raises(ImportError, match="cannot be written"):
        set_aside.load("Stemmer", "full/Stemmer.so", b"")
    with pytest.raises(ImportError, match=r"Stemmer\.so"):
        set_aside.load("Stemmer", "Stemmer.so", b"no library")
