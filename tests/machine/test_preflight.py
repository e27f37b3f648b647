import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from app.cli.main import main
from app.machine import preflight
from app.machine.preflight import COMMANDS, DRAWING, WAYLAND_WINDOW, X_WINDOW, missing_libraries, trouble

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


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "vnc:size=800x600", "linuxfb", "xcb;offscreen"])
def test_another_window_system_that_was_chosen_is_trusted(chosen):
    assert trouble({"QT_QPA_PLATFORM": chosen}, "linux") is None


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, {"QT_QPA_PLATFORM": ""}])
def test_no_display_is_told_in_one_line_that_names_what_works(environment):
    reason = trouble(environment, "linux")
    assert reason == f"There is no display to show the window on. {COMMANDS}"
    assert "\n" not in reason
    assert all(command in reason for command in ("search", "show", "check"))


@pytest.fixture
def answers(monkeypatch):
    """Displays that answer without anybody behind them; the list holds the Wayland displays that were asked."""
    asked = []
    monkeypatch.setattr(preflight, "no_wayland", asked.append)
    monkeypatch.setattr(preflight, "no_answer", lambda _: None)
    return asked


def test_a_wayland_display_is_enough(answers, monkeypatch):
    monkeypatch.setattr(preflight, "missing_libraries", lambda way: None if way == "wayland" else "missing")
    assert trouble({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux") is None
    assert trouble({"QT_QPA_PLATFORM": "wayland-egl"}, "linux") is None
    assert answers == ["wayland-0", ""]


def test_a_connection_that_is_open_already_is_not_used_up(answers, monkeypatch):
    monkeypatch.setattr(preflight, "missing_libraries", lambda _: None)  # whatever this machine lacks
    assert trouble({"QT_QPA_PLATFORM": "wayland", "WAYLAND_SOCKET": "7"}, "linux") is None
    assert answers == []


def test_where_wayland_cannot_be_used_x_is_enough(answers, monkeypatch):
    monkeypatch.setattr(preflight, "missing_libraries", lambda way: "no Wayland" if way == "wayland" else None)
    assert trouble({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux") is None
    assert trouble({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == "no Wayland"
    monkeypatch.setattr(preflight, "no_answer", lambda _: "no X")
    assert trouble({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux") == "no Wayland"
    assert trouble({"QT_QPA_PLATFORM": "xcb;wayland", "DISPLAY": ":0"}, "linux") == "no X"


@LINUX
def test_a_wayland_display_that_does_not_answer_is_told_in_one_line(tmp_path, monkeypatch):
    if preflight.failure("libwayland-client.so.0") is not None:
        pytest.skip("this system has no library to ask a display with")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert preflight.no_wayland("wayland-987") == f"The display wayland-987 does not answer. {COMMANDS}"
    assert preflight.no_wayland("") == f"The display wayland-0 does not answer. {COMMANDS}"


# --- libraries ---


def loader(lacking, *, needs=None):
    """Answer as the system's loader does where libraries are lacking: it names the first that is not there, not what was asked for."""

    def failure(library):
        name = library.rpartition("/")[2]
        everything = [name, *(needs or {}).get(name, ())]
        absent = next((one for one in everything if one in lacking), None)
        return None if absent is None else f"{absent}: cannot open shared object file: No such file or directory"

    return failure


@LINUX
@pytest.mark.parametrize(("way", "listed"), [("xcb", DRAWING | X_WINDOW), ("wayland", DRAWING | WAYLAND_WINDOW), ("offscreen", DRAWING)])
def test_each_library_that_is_taken_away_is_named_alone(qt, monkeypatch, way, listed):
    qt.rename(qt.with_name(f"libq{way}.so"))
    for name, package in listed.items():
        if name in preflight.OPTIONAL:
            continue
        monkeypatch.setattr(preflight, "failure", loader({name}, needs={f"libq{way}.so": listed}))
        told = f"Libraries for the window are missing: {name}. On Debian or Ubuntu: sudo apt install {package}"
        assert missing_libraries(way) == told


@LINUX
def test_what_misses_another_library_is_not_named(qt, monkeypatch):
    needs = dict.fromkeys(X_WINDOW, ("libxcb.so.1",)) | {
        "libqxcb.so": DRAWING,
        "libX11.so.6": ("libxcb.so.1",),
        "libfontconfig.so.1": ("libexpat.so.1",),
    }
    lacking = {"libGL.so.1", "libEGL.so.1", "libdbus-1.so.3", "libxcb.so.1", "libexpat.so.1"}  # a fresh Debian, with all that the package holds
    monkeypatch.setattr(preflight, "failure", loader(lacking, needs=needs))
    told = "Libraries for the window are missing: libEGL.so.1, libGL.so.1, libdbus-1.so.3, libexpat.so.1, libxcb.so.1."
    assert missing_libraries("xcb") == f"{told} On Debian or Ubuntu: sudo apt install libdbus-1-3 libegl1 libgl1"


def test_the_loaders_own_words_count_where_the_packager_has_others(monkeypatch):
    def load(*_, **__):
        raise OSError("not found when the application was frozen") from OSError("libGL.so.1: cannot open")

    monkeypatch.setattr(preflight.ctypes, "CDLL", load)
    assert preflight.failure("libqxcb.so") == "libGL.so.1: cannot open"


@LINUX
def test_a_library_of_an_unknown_package_is_named_all_the_same(qt, monkeypatch):
    monkeypatch.setattr(preflight, "failure", loader({"libzebra.so.7"}, needs={"libqxcb.so": ("libzebra.so.7",)}))
    assert missing_libraries("xcb") == "Libraries for the window are missing: libzebra.so.7."


def test_the_packages_own_libraries_are_asked_for_by_their_place(tmp_path, monkeypatch):
    (tmp_path / "libzebra.so.7").touch()
    assert preflight._own("libzebra.so.7") is None
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert preflight._own("libzebra.so.7") == str(tmp_path / "libzebra.so.7")
    assert preflight._own("libGL.so.1") is None


@LINUX
def test_a_plugin_that_cannot_be_loaded_for_another_reason_is_told_with_it(qt):
    reason = missing_libraries("xcb")
    assert reason.startswith("The window system cannot be loaded: ")
    assert "libqxcb.so" in reason


@LINUX
@pytest.mark.parametrize("environment", [{"DISPLAY": NO_ANSWER}, {"DISPLAY": NO_ANSWER, "QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "xcb:opengl"}])
def test_missing_libraries_are_told_before_the_display_is_asked(qt, environment, monkeypatch):
    monkeypatch.setattr(preflight, "failure", loader({"libEGL.so.1"}, needs={"libqxcb.so": ("libEGL.so.1",)}))
    assert "libegl1" in trouble(environment, "linux")


def test_without_a_plugin_for_x_nothing_is_missing(qt):
    qt.unlink()
    assert missing_libraries("xcb") is None


def test_without_qt_nothing_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6", None)
    assert missing_libraries("xcb") is None


@LINUX
def test_a_display_that_does_not_answer_is_told_in_one_line():
    if preflight.failure("libxcb.so.1") is not None:
        pytest.skip("this system has no library to ask a display with")
    assert preflight.no_answer(NO_ANSWER) == f"The display {NO_ANSWER} does not answer. {COMMANDS}"


@LINUX
def test_every_package_belongs_to_a_library_with_a_version():
    packages = DRAWING | X_WINDOW | WAYLAND_WINDOW | preflight.FURTHER
    assert all(".so." in library and package == package.lower() for library, package in packages.items())


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


@pytest.mark.parametrize(("platform", "fonts"), [("linux", None), ("darwin", None), ("win32", True)])
def test_out_of_sight_windows_is_asked_for_its_fonts(platform, fonts):
    environment = {"WINDIR": "D:/Windows"}
    preflight.work_out_of_sight(environment, platform)
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert ("QT_QPA_FONTDIR" in environment) == bool(fonts)
