"""The licences under Help: the list of a package, its texts, and what is said where there is no list."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.article.places import LICENCES
from app.core.pages.blocks import Item, Paragraph
from app.ui.reading import licences
from app.ui.reading.licences import licence_pages, read_notices
from app.ui.window.window import Window


@pytest.fixture
def package(tmp_path: Path) -> Path:
    one = {"id": "zlib", "name": "zlib", "version": "1.2", "licence": "Zlib", "texts": ["zlib1g.txt", "gone.txt"], "files": ["libz.so.1"]}
    (tmp_path / "components.json").write_text(json.dumps([one]), encoding="utf-8")
    (tmp_path / "zlib1g.txt").write_text("The zlib licence\n\nfirst line\n  second line\n", encoding="utf-8")
    (tmp_path / "replacing-qt.txt").write_text("Do this.", encoding="utf-8")
    return tmp_path


def test_the_page_lists_what_the_package_has_noted_and_leads_to_the_texts(package: Path) -> None:
    pages = licence_pages(package)
    (item,) = (block for block in pages[LICENCES] if isinstance(block, Item))
    assert "".join(run.text for run in item.runs) == "zlib 1.2: Zlib. zlib1g, gone"
    assert [run.target for run in item.runs if run.target] == ["licences/zlib1g"]
    assert set(pages) == {LICENCES, "licences/zlib1g", "licences/replacing-qt"}


def test_a_text_keeps_its_lines(package: Path) -> None:
    shown = [run.text for block in licence_pages(package)["licences/zlib1g"] if isinstance(block, Paragraph) for run in block.runs]
    assert shown[1:] == ["The zlib licence", "first line\u2028second line"]


@pytest.mark.parametrize("written", [None, b"", b"{", b"[1]", b'[{"name": 3}]', b"\xff\xfe"])
def test_a_list_that_cannot_be_read_is_no_list(tmp_path: Path, written: bytes | None) -> None:
    if written is not None:
        (tmp_path / "components.json").write_bytes(written)
    assert read_notices(tmp_path) == ()
    assert list(licence_pages(tmp_path)) == [LICENCES]


def test_the_command_opens_the_page(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.commands.by_id["licences"].trigger()
    assert window.reader.place == LICENCES
    assert "MIT" in window.reader.page.toPlainText()


def test_the_texts_are_shown_in_the_window_and_lead_back(open_window: Callable[..., Window], package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "licence_pages", lambda: licence_pages(package))
    window = open_window("licences/zlib1g")
    assert window.reader.place == "licences/zlib1g"
    assert "second line" in window.reader.page.toPlainText()
    window.reader.go_to(LICENCES)
    assert "zlib 1.2" in window.reader.page.toPlainText()
    window.reader.go_back()
    assert window.reader.place == "licences/zlib1g"
