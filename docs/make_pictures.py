"""Make pictures of the program, to look at: `python docs/make_pictures.py [NAME …] [--documents] [--folder FOLDER] [--list]`.

All pictures, or those named, go into `build/screens`. With `--documents` those that the README and the pages in `docs` show are renewed in
`docs/pictures`, in few colours: only these belong to the project.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

import pictures
import teach_pictures

from PySide6.QtCore import Qt  # isort: skip - the platform is chosen by the lines above
from PySide6.QtGui import QImage  # isort: skip

from app.ui.session.application import make_application

ROOT = pictures.ROOT
DRAW = {**pictures.DRAW, **teach_pictures.DRAW}
COLOURS = 256
"""Enough for the colours of a theme, of a figure and of the soft edges of letters; with all colours a picture is three times as large."""


def save_small(image: QImage, path: Path) -> None:
    """Save a picture in the colours that it has most of."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    alike: dict[int, int] = {}  # the commonest of each 32768 sorts of colour, so that a thin line in a colour of its own is not lost
    counted: Counter[int] = Counter()
    for colour, count in Counter(memoryview(image.constBits()).cast("B").cast("I")).most_common():
        sort = colour & 0xF8F8F8
        alike.setdefault(sort, colour | 0xFF000000)
        counted[sort] += count
    table = [alike[sort] for sort, _ in counted.most_common(COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    save(image.convertToFormat(QImage.Format.Format_Indexed8, table, flags), path)


def save(image: QImage, path: Path) -> None:
    """Save a picture as it is; raise OSError when the file cannot be written."""
    if not image.save(str(path), quality=0):
        raise OSError(f"{path} cannot be written")


def shown_by_documents() -> list[str]:
    """Return the names of the pictures that the documents show."""
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return sorted({name for document in documents for name in re.findall(r"pictures/([\w-]+)\.png\)", document.read_text(encoding="utf-8"))})


def main() -> None:
    """Make the pictures that are asked for."""
    parser = argparse.ArgumentParser(description="Make pictures of the program, to look at.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="pictures to make; all of them when none is named")
    parser.add_argument("--documents", action="store_true", help="make those that the documents show, in docs/pictures")
    parser.add_argument("--folder", type=Path, help="where to; build/screens otherwise")
    parser.add_argument("--list", action="store_true", help="print the names of all pictures and end")
    asked = parser.parse_args()
    if asked.list:
        print("\n".join(DRAW))
        return
    names = shown_by_documents() if asked.documents else asked.names or list(DRAW)
    if unknown := [name for name in names if name not in DRAW]:
        parser.error(f"no picture has the name {', '.join(unknown)}; --list prints the names")
    folder: Path = asked.folder or ROOT / ("docs/pictures" if asked.documents else "build/screens")
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    for name in names:
        (save_small if asked.documents else save)(DRAW[name](application), folder / f"{name}.png")


if __name__ == "__main__":
    main()
