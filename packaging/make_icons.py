"""Draw the application icon's pictures from `resources/icons/app.svg`: `python packaging/make_icons.py`."""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)
WINDOW = 128
MAC = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def picture(size: int) -> bytes:
    """Return the icon as a PNG of so many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "app.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file that holds PNG pictures (the form is open since Windows Vista)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(header) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return header + entries + b"".join(pictures.values())


def mac_file(pictures: dict[bytes, bytes]) -> bytes:
    """Return a macOS icon file that holds PNG pictures, each under the name that the form has for its size."""
    entries = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


if __name__ == "__main__":
    application = QGuiApplication([])
    (ICONS / "app.png").write_bytes(picture(WINDOW))
    (ICONS / "app.ico").write_bytes(icon_file({size: picture(size) for size in SIZES}))
    (Path(__file__).resolve().parent / "macos" / "app.icns").write_bytes(mac_file({kind: picture(size) for kind, size in MAC.items()}))
