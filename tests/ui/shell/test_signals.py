"""The program is ended from outside: what the reader had is stored, and the program ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.files.loader import Loaded
from app.machine import paths
from app.ui.session.session import Session
from app.ui.shell.remembered import mark_of
from app.ui.shell.settings import Remembered, Settings
from app.ui.shell.signals import EndSignals

RUN = """
import sys
from pathlib import Path
from app.machine import paths
from app.core.files.loader import load
from app.core.files.policy import Policy
from app.ui.session import run
from app.ui.window.window import Window
begin = Window.begin
def tell(window):
    begin(window)
    print("ready", flush=True)
    if sys.argv[2] == "box":
        QTimer.singleShot(0, lambda: show_failure("A dialog with a loop of its own."))
from PySide6.QtCore import QTimer
from app.ui.shell.failure import show_failure
Window.begin = tell
run.user_folder = lambda _: Path(sys.argv[1])
sys.exit(run.run(load(paths.CONTENT), "", "faq/risks", None, None, Policy(disclaimer="once")))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals between programs are of Unix")


@pytest.fixture
def started(tmp_path: Path, loaded: Loaded) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program with its disclaimer accepted, and wait until it can be used."""
    running: list[subprocess.Popen[str]] = []

    def start(how: str = "plain") -> subprocess.Popen[str]:
        assert Settings(tmp_path / "settings.ini").write(Remembered(disclaimer=mark_of(loaded.article.disclaimer)))
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", RUN, str(tmp_path), how]
        made = subprocess.Popen(command, cwd=paths.RESOURCES.parent, env=environment, stdout=subprocess.PIPE, text=True)
        running.append(made)
        assert made.stdout is not None
        assert made.stdout.readline() == "ready\n"
        return made

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("how", ["plain", "box"])
def test_a_signal_stores_the_place_and_ends_the_program(started: Callable[..., subprocess.Popen[str]], tmp_path: Path, name: str, how: str) -> None:
    process = started(how)
    process.send_signal(getattr(signal, name))
    assert process.wait(3) == 0  # sooner than the place is stored by itself
    assert Settings(tmp_path / "settings.ini").read().place == "faq/risks"


@pytest.mark.parametrize(("where", "code"), [("run.make_application", -signal.SIGINT), ("Session.open", 0), ("Frame.__init__", 0)])
def test_a_program_that_is_ended_while_it_starts_says_nothing_and_does_not_crash(where: str, code: int) -> None:
    script = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started in the background is told to ignore it
from app.cli import start
from app.ui.session import run
from app.ui.shell.frame import Frame
from app.ui.session.session import Session
before = {where}
def ended(*given, **named):
    os.kill(os.getpid(), signal.SIGINT)
    return before(*given, **named)
{where} = ended
raise SystemExit(start.open_window(None, None, None))
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=paths.RESOURCES.parent, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_a_changed_place_is_stored_within_five_seconds_by_itself(started: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    process = started()
    time.sleep(5)
    process.kill()
    process.wait(10)
    assert Settings(tmp_path / "settings.ini").read().place == "faq/risks"


@pytest.fixture
def session(qapp: QApplication, loaded: Loaded, tmp_path: Path) -> Iterator[Session]:
    made = Session(qapp, Settings(tmp_path / "settings.ini"))
    made.open(loaded, "faq/risks", "")
    made.load_window()
    yield made
    assert made.frame is not None
    made.frame.close()
    made.frame.deleteLater()


@pytest.mark.parametrize("request_name", ["commitDataRequest", "saveStateRequest"])
def test_the_end_of_the_session_stores_the_place(session: Session, qapp: QApplication, tmp_path: Path, request_name: str) -> None:
    signals = EndSignals(qapp)
    signals.stored.connect(session.store)
    getattr(qapp, request_name).emit(None)
    assert not (tmp_path / "settings.ini").exists()  # the disclaimer is not accepted: nothing is kept
    assert session.frame is not None
    session.frame.accept_disclaimer()
    getattr(qapp, request_name).emit(None)
    assert Settings(tmp_path / "settings.ini").read().place == "faq/risks"
    signals.release()
    signals.deleteLater()


def test_a_program_that_nohup_started_stays_when_its_terminal_is_gone(qapp: QApplication) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = EndSignals(qapp)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signals.release()
    signals.deleteLater()
    signal.signal(signal.SIGHUP, before)


def test_what_has_not_changed_is_not_written_again(session: Session, tmp_path: Path) -> None:
    assert session.frame is not None
    session.frame.accept_disclaimer()
    session.storing.store_changes()
    (tmp_path / "settings.ini").unlink()
    session.storing.store_changes()
    assert not (tmp_path / "settings.ini").exists()


def test_what_could_not_be_written_is_written_when_the_folder_is_back(qapp: QApplication, loaded: Loaded, tmp_path: Path) -> None:
    folder = tmp_path / "away"
    folder.write_text("no folder", encoding="utf-8")
    session = Session(qapp, Settings(folder / "settings.ini"))
    session.open(loaded, "faq/risks", "")
    session.load_window()
    assert session.frame is not None
    session.frame.accept_disclaimer()
    session.storing.store_changes()  # quietly
    session.store()
    folder.unlink()
    session.storing.store_changes()
    assert Settings(folder / "settings.ini").read().place == "faq/risks"
    session.frame.close()
    session.frame.deleteLater()
