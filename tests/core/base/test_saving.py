import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.base.saving import LOCK, PART, SavingError, tidy, write_file, write_folder

ROOT = Path(__file__).resolve().parents[3]
OLD = b"what stood there before"


@pytest.fixture
def there(tmp_path) -> Path:
    path = tmp_path / "sheet.txt"
    path.write_bytes(OLD)
    return path


def test_a_file_is_written_whole(tmp_path):
    write_file(tmp_path / "new.bin", b"\0\1")
    write_file(tmp_path / "new.txt", "é\n漢")
    assert (tmp_path / "new.bin").read_bytes() == b"\0\1"
    assert (tmp_path / "new.txt").read_bytes() == "é\n漢".encode()


def test_a_file_that_is_there_is_replaced_and_keeps_its_mode(there):
    there.chmod(0o640)
    write_file(there, "new")
    assert there.read_text() == "new"
    assert stat.S_IMODE(there.stat().st_mode) == 0o640


def test_a_link_stays_a_link(there):
    link = there.with_name("link.txt")
    link.symlink_to(there)
    write_file(link, "new")
    assert link.is_symlink()
    assert there.read_text() == "new"


@given(content=st.binary(max_size=2000))
def test_what_is_read_is_what_was_written(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "any"
    write_file(path, content)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(SavingError, match="is a folder"):
        write_file(tmp_path, "x")


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(SavingError, match="cannot be written: No such file or directory"):
        write_file(tmp_path / "none" / "x", "x")


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    with pytest.raises(SavingError, match="cannot be written"):
        write_file(tmp_path / "a\0b", "x")
    with pytest.raises(SavingError, match="cannot be written: File name too long"):
        write_file(tmp_path / ("n" * 300), "x")


def test_a_write_protected_file_is_refused(there, monkeypatch):
    there.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(SavingError, match="is write-protected"):
        write_file(there, "new")
    assert there.read_bytes() == OLD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_device_is_told_and_stays(tmp_path):
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    with pytest.raises(SavingError, match="No space left on device"):
        write_file(link, "x" * 100_000)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_beside(there):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(SavingError, match="File too large"):
            write_file(there, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert there.read_bytes() == OLD
    assert list(there.parent.iterdir()) == [there]


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_failure_at_the_last_step_leaves_the_old_file_and_nothing_beside(there, monkeypatch, step):
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(SavingError, match="Input/output error"):
        write_file(there, "new")
    assert there.read_bytes() == OLD
    assert list(there.parent.iterdir()) == [there]


def test_an_interrupted_writing_leaves_nothing_beside(there, monkeypatch):
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(there, "new")
    assert there.read_bytes() == OLD
    assert list(there.parent.iterdir()) == [there]


def part(folder: Path, name: str = "0123456789ab") -> Path:
    path = folder / f"{PART}{name}"
    path.write_bytes(b"half of some")
    return path


def test_what_a_killed_writer_left_goes_with_the_next_writing(there):
    for name in ("0123456789ab", "ba9876543210"):
        part(there.parent, name)
    write_file(there, "new")
    assert list(there.parent.iterdir()) == [there]


def test_what_a_killed_writer_left_goes_before_the_disk_is_needed(there, monkeypatch):
    part(there.parent)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SavingError, match="No space left"):
        write_file(there, "new")
    assert list(there.parent.iterdir()) == [there]


def test_other_files_and_folders_are_left_alone(there):
    others = [there.with_name(name) for name in (".saving-list", ".saving-0123456789abc", "x.saving-0123456789ab")]
    for other in others:
        other.write_bytes(OLD)
    (folder := there.with_name(".saving-0123456789ab")).mkdir()
    (link := there.with_name(".saving-0123456789ac")).symlink_to(there)
    tidy(there.parent)
    assert sorted(there.parent.iterdir()) == sorted([there, *others, folder, link])


@pytest.mark.skipif(not hasattr(os, "lockf"), reason="this system locks files otherwise")
def test_what_somebody_is_writing_stays(there):
    busy = part(there.parent)
    script = f"import os, sys; f = open({str(busy)!r}, 'r+b'); os.lockf(f.fileno(), os.F_LOCK, 0); print('locked', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"locked\n"
        write_file(there, "new")
        assert busy.exists()
        writer.communicate()
    write_file(there, "new")
    assert list(there.parent.iterdir()) == [there]


def test_a_part_that_is_taken_away_is_written_again(there, monkeypatch):
    real, tries = os.fsync, []

    def lose(number: int) -> None:
        tries.append(number)
        if len(tries) < 3:
            next(there.parent.glob(f"{PART}*")).unlink()
        real(number)

    monkeypatch.setattr(os, "fsync", lose)
    write_file(there, "new")
    assert (len(tries), there.read_text()) == (3, "new")


def test_a_part_that_is_taken_away_again_and_again_is_told(there, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: next(there.parent.glob(f"{PART}*")).unlink())
    with pytest.raises(SavingError, match="No such file"):
        write_file(there, "new")
    assert there.read_bytes() == OLD


def test_without_locks_files_are_written_all_the_same(there, monkeypatch):
    monkeypatch.delattr(os, "lockf", raising=False)
    part(there.parent)
    write_file(there, "new")
    assert there.read_text() == "new"
    assert list(there.parent.iterdir()) == [there]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no such name")
def test_a_pipe_is_written_to():
    script = "from pathlib import Path; from app.core.base.saving import write_file; write_file(Path('/dev/stdout'), 'all of it')"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "all of it"


def test_text_that_cannot_be_written_is_told(there):
    with pytest.raises(SavingError, match="cannot be written"):
        write_file(there, "\ud800")
    assert there.read_bytes() == OLD


# --- folders ---


def test_a_folder_is_there_whole_or_not_at_all(tmp_path):
    def files():
        yield "one.html", "one"
        assert not (tmp_path / "made").exists()
        yield "two.html", b"two!"

    assert write_folder(tmp_path / "made", files()) == 7
    assert {path.name: path.read_text() for path in (tmp_path / "made").iterdir()} == {"one.html": "one", "two.html": "two!"}
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_an_empty_folder_is_filled_and_nothing_else_is_written_over(tmp_path):
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", [("a", "b")])
    (tmp_path / "file").write_text("kept")
    for name in ("empty", "file"):
        with pytest.raises(SavingError, match="already exists"):
            write_folder(tmp_path / name, [("c", "d")])
    assert (tmp_path / "file").read_text() == "kept"


def test_files_that_cannot_be_made_leave_nothing(tmp_path):
    def files():
        yield "one.html", "one"
        raise KeyError

    with pytest.raises(KeyError):
        write_folder(tmp_path / "made", files())
    with pytest.raises(SavingError, match="cannot be written"):
        write_folder(tmp_path / "made", [("no/such", "")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "lockf"), reason="this system removes nothing that is open anyway")
def test_what_a_killed_writer_of_a_folder_left_is_removed_and_what_is_being_written_stays(tmp_path):
    left = tmp_path / f"{PART}0123456789ab"
    left.mkdir()
    (left / LOCK).touch()
    (left / "page.html").write_text("half")

    def files():
        yield "one.html", "one"
        assert not left.exists()
        code = "import sys; from pathlib import Path; from app.core.base.saving import tidy; tidy(Path(sys.argv[1]))"
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)  # another program: a lock holds for others only
        yield "two.html", "two"

    write_folder(tmp_path / "made", files())
    assert len(list((tmp_path / "made").iterdir())) == 2
