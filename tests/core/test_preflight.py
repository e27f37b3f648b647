import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from app import preflight
from app.main import main
from app.preflight import COMMANDS, missing_libraries, trouble

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries are looked at on Linux alone")

NO_ANSWER = ":987"


@pytest.fixture
def qt(tmp_path, monkeypatch):
    """A package named PySide6 whose plugin for X is a file that no system can load."""
    plugin = tmp_path / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    package = ModuleType("PySide6")
    package.__spec__ = ModuleSpec("PySide6", None, is_package=True)
    package.__spec__.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "PySide6", package)
    return plugin


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_is_looked_at(platform):
    assert trouble({}, platform) is None


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "wayland", "vnc:size=800x600", "linuxfb"])
def test_another_window_system_that_was_chosen_is_trusted(chosen):
    assert trouble({"QT_QPA_PLATFORM": chosen}, "linux") is None


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, {"QT_QPA_PLATFORM": ""}])
def test_no_display_is_told_in_one_line_that_names_what_works(environment):
    reason = trouble(environment, "linux")
    assert reason == f"There is no display to show the window on. {COMMANDS}"
    assert "\n" not in reason
    assert all(command in reason for command in ("search", "show", "check"))


def test_a_wayland_display_is_enough():
    assert trouble({"WAYLAND_DISPLAY": "wayland-0"}, "linux") is None


@LINUX
def test_missing_libraries_are_told_with_the_packages_that_bring_them(qt, monkeypatch):
    monkeypatch.setattr(preflight, "PACKAGES", {"libzebra.so.7": "libzebra7", "libc.so.6": "libc6", "libapple.so.1": "libapple1"})
    assert missing_libraries() == "Libraries for the window are missing. On Debian or Ubuntu: sudo apt install libapple1 libzebra7"


@LINUX
def test_a_plugin_that_cannot_be_loaded_for_another_reason_is_told_with_it(qt, monkeypatch):
    monkeypatch.setattr(preflight, "PACKAGES", {"libc.so.6": "libc6"})
    reason = missing_libraries()
    assert reason.startswith("The window system cannot be loaded: ")
    assert "libqxcb.so" in reason


@LINUX
@pytest.mark.parametrize("environment", [{"DISPLAY": NO_ANSWER}, {"DISPLAY": NO_ANSWER, "QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "xcb:opengl"}])
def test_missing_libraries_are_told_before_the_display_is_asked(qt, environment, monkeypatch):
    monkeypatch.setattr(preflight, "PACKAGES", {"libzebra.so.7": "libzebra7"})
    assert "libzebra7" in trouble(environment, "linux")


def test_without_a_plugin_for_x_nothing_is_missing(qt):
    qt.unlink()
    assert missing_libraries() is None


def test_without_qt_nothing_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6", None)
    assert missing_libraries() is None


@LINUX
def test_a_display_that_does_not_answer_is_told_in_one_line():
    if preflight.failure("libxcb.so.1") is not None:
        pytest.skip("this system has no library to ask a display with")
    assert preflight.no_answer(NO_ANSWER) == f"The display {NO_ANSWER} does not answer. {COMMANDS}"


@LINUX
def test_every_package_belongs_to_a_library_with_a_version():
    assert all(".so." in library and package == package.lower() for library, package in preflight.PACKAGES.items())


@LINUX
@pytest.mark.parametrize("arguments", [[], ["--open", "faq"], ["--search", "cerclage"]], ids=" ".join)
def test_the_window_is_refused_in_one_line_with_exit_code_3(monkeypatch, capsys, arguments):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(arguments) == 3
    printed, complaint = capsys.readouterr()
    assert printed == ""
    assert complaint == f"cervical-reference: There is no display to show the window on. {COMMANDS}\n"


def test_an_old_processor_is_told_with_what_it_lacks(tmp_path):
    described = tmp_path / "cpuinfo"
    described.write_text("processor : 0\nflags\t\t: fpu sse sse2 ssse3 sse4_1\n", encoding="ascii")
    reason = trouble({"QT_QPA_PLATFORM": "offscreen"}, "linux", described)
    assert reason == f"This processor is too old for the window: it lacks SSE4.2, POPCNT. {COMMANDS}"


@pytest.mark.parametrize("text", ["", "Features : neon\n", "flags : sse4_1 sse4_2 popcnt avx\n"])
def test_a_processor_that_serves_or_is_unknown_is_let_through(tmp_path, text):
    described = tmp_path / "cpuinfo"
    described.write_text(text, encoding="ascii")
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}, "linux", described) is None
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}, "linux", tmp_path / "missing") is None
