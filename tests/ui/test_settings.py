"""Settings: remembered, and never an error."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from app.ui.settings import PORTABLE, Remembered, Settings, user_folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "é 漢" / "settings.ini")
    remembered = Remembered("dark", 150, "faq/risks", 0.25, ["faq/causes", "faq/risks"], QByteArray(b"\x00\xff"), less_motion=True)
    assert settings.write(remembered)
    assert settings.read() == remembered


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00\xff\xfe\x00" * 50,
        b"[General]\ntheme=pink\ntext_size=9999\nscroll=-3\nplace=@Invalid()\nwindow=@ByteArray(x)\nopen_answers=@Invalid()\nless_motion=a, b\n",
        b"[General]\ntext_size=abc\nscroll=\nopen_answers=a, b\nwindow=7\n",
        b"[[[[",
    ],
)
def test_damaged_settings_mean_defaults(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(damage)
    remembered = Settings(path).read()
    assert (remembered.theme, remembered.text_size, remembered.scroll) == ("system", 100, 0.0)
    assert isinstance(remembered.place, str)
    assert not remembered.less_motion
    assert isinstance(remembered.window, QByteArray)


def test_settings_that_cannot_be_written_are_no_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder", encoding="utf-8")
    settings = Settings(blocker / "settings.ini")
    assert not settings.write(Remembered())
    assert settings.read() == Remembered()


def test_without_a_folder_nothing_is_kept() -> None:
    assert not Settings(None).write(Remembered())
    assert Settings(None).read() == Remembered()


def test_a_portable_program_keeps_its_settings_beside_it(tmp_path: Path) -> None:
    assert user_folder(tmp_path) != tmp_path
    (tmp_path / PORTABLE).touch()
    assert user_folder(tmp_path) == tmp_path


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_portable_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).touch()
    tmp_path.chmod(0o500)
    assert user_folder(tmp_path) != tmp_path
