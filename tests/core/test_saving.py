import os
import resource
import signal
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.saving import SavingError, write_file

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
