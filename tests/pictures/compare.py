"""Compare a picture with the kept one; what differs is written as pictures."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.look.tokens import Theme, mix

KEPT = Path(__file__).resolve().parent / "kept"
BUILD = Path(__file__).resolve().parent.parent.parent / "build" / "pictures"

SHARE = 0.5
"""Kept pictures are half as large."""

LOUD, MANY = 56, 40
"""A difference of a pixel that counts (of 255), and how many such pixels are too many."""

QUIET = bytes(range(LOUD))


def reduced(image: QImage, theme: Theme) -> QImage:
    """Return a picture as it is kept: half as large, in the colours of its theme."""
    width = round(image.width() * SHARE)
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_Indexed8, _palette(theme), Qt.ImageConversionFlag.ThresholdDither)


def _palette(theme: Theme) -> list[int]:
    grounds = (theme.background, theme.bar, theme.note_soft, theme.urgent_soft, theme.accent_soft, theme.accent, "#FFFFFF")
    inks = (theme.ink, theme.faint, theme.accent, theme.note, theme.urgent, theme.accent_ink)
    colours = [theme.mark, theme.focus, theme.line, "#000000", mix(theme.mark, theme.mark_ink, 0.5)]
    colours += [mix(theme.background, ink, step / 10) for ink in inks for step in range(11)]
    colours += [mix(ground, ink, step / 4) for ground in grounds for ink in inks for step in range(4)]
    return [QColor(colour).rgb() for colour in dict.fromkeys(colours)][:256]


def differs(name: str, image: QImage) -> str:
    """Return what to look at when a picture is not as it was kept; empty when it is."""
    path = KEPT / f"{name}.png"
    kept = QImage(str(path))
    if kept.isNull():
        return f"there is no {path}"
    if kept.size() != image.size():
        return _told(name, kept, image, f"{kept.size().toTuple()} kept, {image.size().toTuple()} now")
    marks = kept.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(marks)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, image)
    painter.end()
    loud = len(bytes(marks.convertToFormat(QImage.Format.Format_Grayscale8).constBits()).translate(None, QUIET))
    return _told(name, kept, image, f"{loud} pixels differ", marks) if loud > MANY else ""


def _told(name: str, kept: QImage, image: QImage, reason: str, marks: QImage | None = None) -> str:
    BUILD.mkdir(parents=True, exist_ok=True)
    kept.save(str(BUILD / f"{name}-expected.png"))
    image.save(str(BUILD / f"{name}-actual.png"))
    if marks is not None:
        marks.save(str(BUILD / f"{name}-difference.png"))
    return f"{name}: {reason}. See {BUILD / name}-expected.png, -actual.png and -difference.png"


def keep(name: str, image: QImage) -> None:
    """Keep a picture."""
    KEPT.mkdir(exist_ok=True)
    image.save(str(KEPT / f"{name}.png"))
