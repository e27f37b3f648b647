"""The pages that say under which licences the program and all that travels with it stand."""

import json
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, convert
from PySide6.QtCore import QCoreApplication

from app import NAME, __version__
from app.core.article.places import LICENCES
from app.core.pages.blocks import Block, Blocks, Heading, Item, Paragraph, Run
from app.machine import paths

REPLACING = "replacing-qt.txt"


class LicensedWork(Struct, frozen=True):
    """One work of others, as the build has noted it; `texts` are files beside the list."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    source: str = ""


def licence_pages(folder: Path = paths.LICENCES) -> dict[str, Blocks]:
    """Return the page of licences and one page for each text that it names; in a checkout, where there is no list, the page says so."""
    notices = read_notices(folder)
    ours = _text("{program} {version} is under the MIT licence. It uses Qt under the LGPL, version 3.")
    head: list[Block] = [
        Heading(_text("Licences"), 1, LICENCES),
        Paragraph((Run(ours.format(program=NAME, version=__version__)),)),
    ]
    if not notices:
        told = _text("This copy runs from its source code, so the list of licences is not here. The packages contain it.")
        return {LICENCES: (*head, Paragraph((Run(told),)))}
    pages: dict[str, Blocks] = {}
    for name in dict.fromkeys([REPLACING, *(text for notice in notices for text in notice.texts)]):
        try:
            pages[_place(name)] = text_page(name, (folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue  # what is not there is not linked either
    words = _text("This list shows what is in this package. The licence texts, and this list as a file, are in {folder}.").format(folder=folder)
    replace = Run(_text("How to replace Qt in this program"), target=_place(REPLACING) if _place(REPLACING) in pages else None)
    pages[LICENCES] = (*head, Paragraph((Run(words),)), Paragraph((replace,)), *(_item(notice, pages) for notice in notices))
    return pages


def read_notices(folder: Path = paths.LICENCES) -> tuple[LicensedWork, ...]:
    """Return what the package has noted of the works of others; nothing when there is no list or it cannot be read."""
    try:
        return convert(json.loads((folder / "components.json").read_bytes()), tuple[LicensedWork, ...])
    except (OSError, ValueError, DecodeError, ValidationError):
        return ()


def text_page(name: str, text: str) -> Blocks:
    """Return a licence text as a page, line by line as it was written."""
    groups = [group.strip("\n") for group in text.replace("\r", "").split("\n\n")]
    paragraphs = (Paragraph((Run("\u2028".join(line.strip() for line in group.splitlines())),)) for group in groups if group.strip())
    back = Paragraph((Run(_text("Back to the licences"), target=LICENCES),))
    return (Heading(name.removesuffix(".txt"), 1, _place(name)), back, *paragraphs)


def _item(notice: LicensedWork, pages: dict[str, Blocks]) -> Item:
    runs = [Run(f"{notice.name} {notice.version}", strong=True), Run(f": {notice.licence}. ")]
    for number, name in enumerate(notice.texts):
        runs += [Run(", ")] if number else []
        runs.append(Run(name.removesuffix(".txt"), target=_place(name) if _place(name) in pages else None))
    return Item((*runs, *([Run(f". {notice.source}")] if notice.source else [])))


def _place(name: str) -> str:
    return f"{LICENCES}/{name.removesuffix('.txt')}"


def _text(text: str) -> str:
    return QCoreApplication.translate("Licences", text)
