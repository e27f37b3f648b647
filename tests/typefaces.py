"""The fonts that the tests bring, so that layouts measure the same on every machine."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
FACES = ("Noto Sans", "DejaVu Sans", "wider")
"""What a desktop may have chosen; the last is Noto Sans with letters 10 % wider."""

_FOLDER = tempfile.TemporaryDirectory(prefix="fonts-")
"""Kept as long as the process: programs that tests start read the configuration too."""

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


def forget() -> None:
    """Remove the configuration, at the end of a process that ends without pytest."""
    _FOLDER.cleanup()


def use() -> None:
    """Let Qt, in this process and in those that it starts, know Noto Sans alone.

    To be called before there is an application: fontconfig is set up once.
    """
    file = Path(_FOLDER.name) / "fonts.conf"
    file.write_text(CONFIGURATION.format(fonts=FONTS / "noto", cache=_FOLDER.name), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(file)


@contextmanager
def chosen(face: str) -> Iterator[None]:
    """Let the desktop have one of the faces as its font."""
    import pytest  # noqa: PLC0415 - the programs that are started know no pytest
    from PySide6.QtGui import QFont, QFontDatabase, QFontInfo  # noqa: PLC0415 - after `use`

    added = [QFontDatabase.addApplicationFont(str(file)) for file in sorted((FONTS / "dejavu").glob("*.ttf"))] if face == "DejaVu Sans" else []
    font = QFont("Noto Sans" if face == "wider" else face)
    assert QFontInfo(font).family() == font.family()
    if face == "wider":
        font.setStretch(110)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(QFontDatabase, "systemFont", lambda _kind: QFont(font))
        yield
    for number in added:
        QFontDatabase.removeApplicationFont(number)
