"""The review sheet from the Help menu: what is asked, written, refused and told."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.core.article.review import code, make_record
from app.core.files import own_files
from app.core.files.leaving import Leaving
from app.core.files.loader import load
from app.core.files.own_files import SETTINGS
from app.core.files.policy import Allowed
from app.core.handout.review_sheet import compose
from app.machine import paths
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.handout.review_desk import ReviewDesk
from app.ui.window.window import Window
from tests.pdf_facts import page_sizes


@pytest.fixture
def desk(window: Window) -> ReviewDesk:
    window.commands.by_id["review"].trigger()
    made = window.findChild(ReviewDesk)
    assert made is not None
    yield made
    if isValid(made):
        made.file_dialog.close()


def test_the_menu_asks_where_to_save_and_for_which_paper(desk: ReviewDesk) -> None:
    ask = desk.file_dialog
    assert ask.isVisible()
    assert ask.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not ask.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert ask.nameFilters() == ["PDF, paper A4 (*.pdf)", "PDF, paper Letter (*.pdf)", "Web page (*.html)"]
    assert Path(ask.selectedFiles()[0]).name == "Cervical Insufficiency review sheet.pdf"
    ask.selectNameFilter("Web page (*.html)")
    ask.filterSelected.emit("Web page (*.html)")
    assert ask.defaultSuffix() == "html"


@pytest.mark.parametrize(
    ("form", "name", "begins", "holds"),
    [
        (0, "a.pdf", b"%PDF-", b"/MediaBox [0 0 595"),
        (1, "b.pdf", b"%PDF-", b"/MediaBox [0 0 612"),
        (2, "c.html", b"<!DOCTYPE html>", b"@page { size: A4"),
    ],
)
def test_what_is_chosen_is_written_and_told(
    desk: ReviewDesk, window: Window, tmp_path: Path, form: int, name: str, begins: bytes, holds: bytes
) -> None:
    ask = desk.file_dialog
    ask.selectNameFilter(ask.nameFilters()[form])
    ask.file_chosen.emit(str(tmp_path / name))
    desk.wait()
    raw = (tmp_path / name).read_bytes()
    assert raw.startswith(begins)
    assert holds in raw
    assert window.notice.isVisible()
    assert f"Saved as {tmp_path / name}." in window.notice._text.text()


def test_the_window_goes_on_while_the_sheet_is_made(desk: ReviewDesk, window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sheet.pdf"
    desk.save_as(path)
    assert window.copied.text() == "Making the review sheet…"
    assert window.copied.isVisible()
    assert QApplication.overrideCursor() is not None
    QTest.qWait(1)
    assert not path.exists()  # nothing half made lies there
    window.reader.go_to("faq")
    qtbot.waitUntil(lambda: "Saved as" in window.notice._text.text())
    assert page_sizes(path.read_bytes()) == page_sizes(pdf_bytes(compose(window.document, dt.date.today())))  # noqa: DTZ011 - the reader's own day
    assert QApplication.overrideCursor() is None
    assert window.reader.place == "faq"


def test_a_sheet_that_is_being_made_is_saved_though_the_window_goes(desk: ReviewDesk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.save_as(tmp_path / "sheet.pdf")
    making, window = desk._making, desk._window
    assert making is not None
    window.window().close()
    delete(window.window())
    making.finish()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert QApplication.overrideCursor() is None


@pytest.mark.parametrize(("name", "reason"), [("none/a.pdf", "No such file"), ("a.doc", "must end with .pdf, .html")])
def test_what_cannot_be_saved_is_told(desk: ReviewDesk, window: Window, tmp_path: Path, name: str, reason: str) -> None:
    desk.save_as(tmp_path / name)
    desk.wait()
    assert reason in window.notice._text.text()
    assert list(tmp_path.iterdir()) == []


def test_a_policy_that_lets_nothing_leave_holds(window: Window) -> None:
    window.sheets._leaving = Leaving(Allowed(export=False))
    window.sheets.make_review_sheet()
    assert window.notice._text.text() == "Your organisation has switched off saving."
    assert window.findChild(ReviewDesk).file_dialog is None


@pytest.mark.parametrize(
    ("file", "what"),
    [("article.json", "the article itself"), ("figures/stitch.svg", "a figure of the article"), (SETTINGS, "the program's settings file")],
)
def test_nothing_the_window_saves_goes_over_what_it_reads(
    open_window: Callable[..., Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, what: str
) -> None:
    from app.core.teaching.quiz import make_cards  # noqa: PLC0415
    from app.ui.handout.handout_desk import desk_of  # noqa: PLC0415
    from app.ui.handout.printing import PrintJob  # noqa: PLC0415

    shutil.copytree(paths.RESOURCES / "figures", tmp_path / "figures")
    shutil.copyfile(paths.CONTENT, tmp_path / "article.json")
    monkeypatch.setattr(own_files, "config_folder", lambda: tmp_path)
    (tmp_path / SETTINGS).touch()
    path, link = tmp_path / file, tmp_path / "link.pdf"
    link.symlink_to(path)
    before = path.read_bytes()
    window = open_window(content=load(tmp_path / "article.json"))
    window.sheets.make_review_sheet()
    window.findChild(ReviewDesk).save_as(link)
    window.findChild(ReviewDesk).wait()
    told = [window.notice._text.text()]
    window.findChild(ReviewDesk).file_dialog.close()
    window.presenting.card_export.save(link, make_cards(window.document))
    told.append(window.notice._text.text())
    window.presenting.lessons.save(link, ("faq/causes",))
    told.append(window.notice._text.text())
    window.sheets.make_handout()
    desk = desk_of(window, window.document)
    desk._sheets = desk.dialog.sheets
    desk.save_as(str(link))
    told.append(desk.dialog.message.text())
    desk.job = PrintJob(desk.dialog.sheets, desk.dialog, desk._leaving)
    desk.job.printer.setOutputFileName(str(link))
    desk._print(QDialog.DialogCode.Accepted.value)
    told.append(desk.dialog.message.text())
    desk.job.dialog.close()
    desk.dialog.close()
    assert [what in message and "is never overwritten" in message for message in told] == [True] * 5
    assert path.read_bytes() == before


def test_the_window_tells_the_review_and_what_has_changed_since(open_window: Callable[..., Window]) -> None:
    loaded = load(paths.CONTENT)
    article, today = loaded.article, dt.date(2026, 11, 26)
    record = make_record(article, "Dr. Mara Made-Up", "invented obstetrician", today, code(article), today)
    signed = replace(article, edition=replace(article.edition, reviewed_by=record))
    first, *rest = signed.notes
    told = "Reviewed by Dr. Mara Made-Up, invented obstetrician, on 26 November 2026"
    window = open_window(content=replace(loaded, article=signed))
    footer = window.footer._rest.text()
    assert told in footer
    assert "changed since" not in footer
    window = open_window("provenance", content=replace(loaded, article=replace(signed, notes=(replace(first, text="Another."), *rest))))
    assert f"{told}, 1 statement changed since" in window.footer._rest.text()
    shown = window.reader.page.document().toHtml()
    assert re.search(rf'<a href="overview/definition"[^>]*>(<[^>]*>)*Evidence note {first.id}<', shown)
    window.presenting.teach()
    last = window.presenting.cover.slideshow.slides[-1]
    assert f"{told}, 1 statement changed since" in last.spoken(last.last_step)
    window.presenting.cover.leave()
