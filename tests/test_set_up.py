"""What `packaging/run.py` decides before anything is started."""

import multiprocessing
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.line import parser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import environment  # noqa: E402 - the folder is no package, so that it does not hide the library of the same name
import libraries  # noqa: E402
from environment import Environment, SetUpError  # noqa: E402
from libraries import DRAWING, WAYLAND_WINDOW, X_WINDOW, Machine, MissingError, advice, needed, packages, provide  # noqa: E402

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt's wheels bring all that they need elsewhere")

SCREEN = {"DISPLAY": ":0"}
DEBIAN_ROOT = Machine(has_glibc=True, installer="apt-get", is_root=True)
DEBIAN_USER = Machine(has_glibc=True, installer="apt-get", is_root=False)
FEDORA = Machine(has_glibc=True, installer="dnf", is_root=False)
ALPINE = Machine(has_glibc=False, installer="", is_root=True)
OTHER = Machine(has_glibc=True, installer="", is_root=False)


@pytest.mark.parametrize(
    ("line", "around", "wanted"),
    [
        ("", SCREEN, DRAWING + X_WINDOW),
        ("--search check", SCREEN, DRAWING + X_WINDOW),
        ("--teach", SCREEN | {"QT_QPA_PLATFORM": "xcb"}, DRAWING + X_WINDOW),
        ("", SCREEN | {"WAYLAND_DISPLAY": "wayland-0"}, DRAWING + WAYLAND_WINDOW),
        ("", {"QT_QPA_PLATFORM": "wayland"}, DRAWING + WAYLAND_WINDOW),
        ("", SCREEN | {"QT_QPA_PLATFORM": "offscreen"}, DRAWING),
        ("", {}, ()),
        ("search cerclage", SCREEN, ()),
        ("export-html page.html", SCREEN, ()),
        ("handout --output leaf.html", SCREEN, ()),
        ("handout --output leaf.PDF", {}, DRAWING),
        ("self-check", {}, DRAWING),
    ],
)
def test_only_what_a_call_needs_is_looked_for(line: str, around: dict[str, str], wanted: tuple[str, ...]) -> None:
    assert needed(parser().parse_args(line.split()), around) == wanted


def needs(library: Path) -> set[str]:
    from elftools.elf.dynamic import DynamicSection  # noqa: PLC0415
    from elftools.elf.elffile import ELFFile  # noqa: PLC0415

    with library.open("rb") as file:
        sections = [section for section in ELFFile(file).iter_sections() if isinstance(section, DynamicSection)]
        return {tag.needed for section in sections for tag in section.iter_tags() if tag.entry.d_tag == "DT_NEEDED"}


EVERYWHERE = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1", "libzstd.so.1"}
"""What every Debian and Fedora has, since their own package tools need it."""


@LINUX
@pytest.mark.parametrize(("plugin", "listed"), [("offscreen", DRAWING), ("xcb", DRAWING + X_WINDOW), ("wayland", DRAWING + WAYLAND_WINDOW)])
def test_the_lists_hold_just_what_qt_asks_of_the_system(plugin: str, listed: tuple[str, ...]) -> None:
    import PySide6  # noqa: PLC0415

    home = Path(PySide6.__file__).parent
    own = {path.name: path for folder in (home, home.parent / "shiboken6") for path in folder.rglob("*.so*")}
    waiting = [own[f"Qt{module}.abi3.so"] for module in ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "Test")] + [own[f"libq{plugin}.so"]]
    if plugin == "wayland":
        waiting += [own["libxdg-shell.so"], own["libqt-plugin-wayland-egl.so"]]
    waiting.append(own["libQt6DBus.so.6"])  # carries accessibility
    seen: set[str] = set()
    while waiting:
        for name in needs(waiting.pop()) - seen:
            seen.add(name)
            waiting += [own[name]] if name in own else []
    asked = {name for name in seen - set(own) - EVERYWHERE if not name.startswith("ld-linux")}
    assert asked == set(listed)


def test_every_library_has_its_packages() -> None:
    everything = {*libraries.TESTING, *X_WINDOW, *WAYLAND_WINDOW}
    assert everything == set(libraries.DEBIAN)
    assert {library for library in everything if library not in libraries.FEDORA} == {
        name for name in everything if name.startswith("libxcb") and name not in libraries.FEDORA
    }
    assert packages(["libxcb.so.1", "libxcb-shm.so.0", "libxcb-icccm.so.4"], "dnf") == ["libxcb", "xcb-util-wm"]
    assert packages(["libglib-2.0.so.0", "libgthread-2.0.so.0"], "apt-get") == ["libglib2.0-0"]


def test_one_command_is_told_to_who_may_not_install() -> None:
    missing = ["libxcb-cursor.so.0", "libEGL.so.1"]
    told = "Qt needs libraries that are not on this system. "
    assert advice(missing, DEBIAN_USER) == told + "Type: sudo apt install --no-install-recommends libegl1 libxcb-cursor0"
    assert advice(missing, DEBIAN_ROOT) == told + "Type: apt install --no-install-recommends libegl1 libxcb-cursor0"
    assert advice(missing, FEDORA) == told + "Type: sudo dnf install libglvnd-egl xcb-util-cursor"
    assert advice(missing, OTHER) == told + "Install the packages that contain libEGL.so.1, libxcb-cursor.so.0."


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without one library, until it is installed; what was called is in the list that is returned."""
    called: list[str] = []

    def run(call: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        called.append(" ".join(call))
        return subprocess.CompletedProcess(call, 0, "", "")

    def failure(library: str) -> str | None:
        return None if any(f"install -y -qq --no-install-recommends {libraries.DEBIAN[library]}" in line for line in called) else "not found"

    monkeypatch.setattr(libraries.subprocess, "run", run)
    monkeypatch.setattr(libraries.preflight, "failure", failure)
    return called


def test_root_gets_installed_what_is_missing_and_is_told_so(lacking: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    provide(["libxcb-cursor.so.0"], DEBIAN_ROOT)
    assert [line.split()[2] for line in lacking] == ["update", "install"]
    assert capsys.readouterr().out == "Installing system packages that Qt needs: libxcb-cursor0\n"


@pytest.mark.parametrize("machine", [DEBIAN_USER, FEDORA, OTHER])
def test_nothing_is_installed_for_others(lacking: list[str], machine: Machine) -> None:
    with pytest.raises(MissingError, match="Qt needs libraries"):
        provide(["libxcb-cursor.so.0"], machine)
    assert lacking == []


def test_another_c_library_is_told_in_one_line() -> None:
    with pytest.raises(MissingError, match="musl") as told:
        provide([], ALPINE)
    assert "\n" not in str(told.value)


def test_what_apt_says_when_it_fails_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(call: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess(call, 100, "", f"E: {call[2]} failed\n")

    monkeypatch.setattr(libraries.subprocess, "run", run)
    monkeypatch.setattr(libraries.preflight, "failure", str)
    with pytest.raises(MissingError) as told:
        provide(["libEGL.so.1"], DEBIAN_ROOT)
    assert str(told.value).splitlines()[:2] == ["E: update failed", "E: install failed"]
    assert str(told.value).endswith("Type: apt install --no-install-recommends libegl1")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that asks for nothing, so that nothing is fetched; its name is not an easy one."""
    root = tmp_path / "Référence 頸 x"
    root.mkdir()
    project = '[project]\nname = "x"\ndependencies = []\n[project.optional-dependencies]\ndev = []\n'
    (root / "pyproject.toml").write_text(project, encoding="utf-8")
    return root


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The calls of pip's `install`; neither they nor the making of pip are carried out, which takes seconds."""
    calls: list[list[str]] = []

    def run(call: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        calls.extend([call] if "install" in call else [])
        return subprocess.CompletedProcess(call, 0)

    monkeypatch.setattr(environment.subprocess, "run", run)
    return calls


def test_an_environment_is_made_once_and_again_when_more_is_asked_for(checkout: Path, installed: list[list[str]]) -> None:
    for extra in ("", "", "dev", "dev", ""):
        made = Environment(checkout)
        made.set_up(extra)
        assert made.is_ready(extra)
    assert len(installed) == 2
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")
    assert not Environment(checkout).is_ready("")


def test_what_a_broken_off_set_up_left_is_thrown_away(checkout: Path, monkeypatch: pytest.MonkeyPatch, installed: list[list[str]]) -> None:
    def broken_off(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Environment, "_requirements", broken_off)
        with pytest.raises(KeyboardInterrupt):
            Environment(checkout).set_up("")
    half = Environment(checkout)
    (half.home / "half").touch()
    assert not half.is_ready("")
    half.set_up("")
    assert half.is_ready("")
    assert not (half.home / "half").exists()


def test_an_environment_made_by_hand_is_added_to(checkout: Path, installed: list[list[str]]) -> None:
    venv.create(checkout / ".venv")
    (checkout / ".venv" / "own").touch()
    made = Environment(checkout)
    made.set_up("")
    assert made.is_ready("")
    assert (made.home / "own").exists()


def test_an_environment_whose_python_is_another_one_now_is_made_anew(checkout: Path, installed: list[list[str]]) -> None:
    made = Environment(checkout)
    made.set_up("")
    stamp = made.home / environment.STAMP
    asked, _, *extras = stamp.read_text(encoding="utf-8").split()
    stamp.write_text(" ".join([asked, "0" * 12, *extras]), encoding="utf-8")
    (made.home / "old").touch()
    assert not made.is_ready("")
    made.set_up("")
    assert made.is_ready("")
    assert not (made.home / "old").exists()


def test_without_a_module_for_environments_the_package_is_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(environment, "PIP", ("-c", "raise SystemExit(1)"))
    with pytest.raises(SetUpError, match="sudo apt install python3-venv"):
        Environment(checkout).set_up("")


def test_a_checkout_that_cannot_be_written_has_its_environment_in_the_cache(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "can_write", lambda folder: not folder.is_relative_to(checkout))
    monkeypatch.setattr(environment, "cache_folder", lambda: tmp_path / "cache")
    made = Environment(checkout)
    assert made.home.is_relative_to(tmp_path / "cache")
    with made.locked():
        assert (made.home.parent / ".venv.lock").exists()
    other = tmp_path / "other"
    other.mkdir()
    (other / "pyproject.toml").touch()
    assert Environment(other).home == other / ".venv"


def test_an_environment_that_serves_is_used_though_the_checkout_cannot_be_written(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, installed: list[list[str]]
) -> None:
    Environment(checkout).set_up("")
    monkeypatch.setattr(environment, "can_write", lambda _: False)
    assert Environment(checkout).home == checkout / ".venv"


def test_a_folder_is_tried_by_writing(tmp_path: Path) -> None:
    assert environment.can_write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not environment.can_write(tmp_path / "missing")


@LINUX
def test_the_cache_is_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert environment.cache_folder() == tmp_path / "cervical-reference"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert environment.cache_folder() == tmp_path / "home" / ".cache" / "cervical-reference"


def hold(root: Path, held: "multiprocessing.synchronize.Event", let_go: "multiprocessing.synchronize.Event") -> None:
    with Environment(root).locked():
        held.set()
        let_go.wait(30)
        (root / "first").touch()


def test_a_second_run_waits_for_the_first(checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    own = multiprocessing.get_context("spawn")
    held, let_go = own.Event(), own.Event()
    first = own.Process(target=hold, args=(checkout, held, let_go))
    first.start()
    try:
        assert held.wait(30)
        monkeypatch.setattr(environment.time, "sleep", lambda _: let_go.set())
        with Environment(checkout).locked():
            assert (checkout / "first").exists()
    finally:
        let_go.set()
        first.join(30)
    assert "Waiting" in capsys.readouterr().out


def run(*arguments: str, python: str = sys.executable, **more: str) -> "subprocess.CompletedProcess[str]":
    call = [python, str(ROOT / "packaging" / "run.py"), *arguments]
    return subprocess.run(call, env={**os.environ, **more}, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(("argument", "code"), [("--version", 0), ("--no-such-thing", 2)])
def test_what_needs_no_program_is_answered_before_anything_is_set_up(argument: str, code: int) -> None:
    answer = run(argument)
    assert answer.returncode == code
    assert "Setting up" not in answer.stdout


@pytest.mark.parametrize(
    ("around", "wanted"),
    [
        ({"A": "b"}, {"A": "b"}),
        ({"PYTHONDONTWRITEBYTECODE": "1"}, {"PYTHONPYCACHEPREFIX": str(Path("home", "compiled"))}),
        ({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": "/x"}, {"PYTHONPYCACHEPREFIX": "/x"}),
    ],
)
def test_tests_are_compiled_once_and_not_beside_the_sources_where_that_is_not_wanted(around: dict[str, str], wanted: dict[str, str]) -> None:
    compiled_once: Callable[[Path, dict[str, str]], dict[str, str]] = __import__("run").compiled_once
    assert compiled_once(Path("home"), around) == wanted


def test_another_python_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    load: Callable[[list[str]], int] = __import__("run").main
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert load(["--tests"]) == 2
    assert capsys.readouterr().err.startswith("This program needs Python 3.11 or newer, below 3.15; this is ")
