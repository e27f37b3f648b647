"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from app.core.saving import SavingError, write_file


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_written_as_utf8_without_changing_line_ends(tmp_path):
    write_file(tmp_path / "a.txt", "weeks 12–16\r\nof\n")
    assert (tmp_path / "a.txt").read_bytes() == "weeks 12–16\r\nof\n".encode()
    assert left_over(tmp_path) == ["a.txt"]


def test_bytes_take_the_place_of_an_old_file(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old and longer")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_the_permissions_of_an_old_file_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_goes_on_leading_to_the_file(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, code):
    def fail(_number: int) -> None:
        raise OSError(code, os.strerror(code))

    path = tmp_path / "a.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SavingError) as told:
        write_file(path, "new")
    reason = os.strerror(code)
    assert str(told.value) == f"{path} cannot be written: {reason[0].lower()}{reason[1:]}"
    assert path.read_text() == "old"
    assert left_over(tmp_path) == ["a.txt"]


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(SavingError, match="it is a folder"):
        write_file(tmp_path, "new")


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(SavingError, match="there is no folder"):
        write_file(tmp_path / "absent" / "a.txt", "new")
    assert left_over(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_what_is_no_ordinary_file_stays_what_it_is():
    with pytest.raises(SavingError, match="no ordinary file"):
        write_file(Path(os.devnull), "new")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may everything meets no read-only folder")
def test_a_folder_that_is_read_only_is_told(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SavingError, match="permission denied"):
            write_file(tmp_path / "a.txt", "new")
    finally:
        tmp_path.chmod(0o700)


def test_a_name_that_cannot_be_is_told():
    with pytest.raises(SavingError, match="cannot be written"):
        write_file(Path("a\0b"), "new")
