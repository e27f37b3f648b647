"""Every view of the window, and how to get there. A further view is one line in the table."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.article.content import Article
from app.core.drafts.lines import Message
from app.core.search.results import Results
from app.ui.window.window import Window
from app.ui.writing.following import Report
from tests import answers, libraries

View = Callable[[Window], QWidget]


def at(place: str) -> View:
    """Return a step that goes to a place."""

    def step(window: Window) -> QWidget:
        window.reader.go_to(place)
        window.reader.scroll_to_share(0)
        window.reader.focus_text()
        return window.frame

    return step


def searched(words: str) -> View:
    """Return a step that searches."""

    def step(window: Window) -> QWidget:
        at("treatment-and-management")(window)
        window.search(words)
        return window.frame

    return step


def answered(make: Callable[[Article], Results]) -> View:
    """Return a step that shows an answer made by hand."""

    def step(window: Window) -> QWidget:
        searched("cerclage")(window)
        window.results.show_results(make(window.article))
        return window.frame

    return step


def disclaimer(window: Window) -> QWidget:
    window.frame.cover.show()
    window._set_usable(usable=False)
    window.frame.cover.take_focus()
    return window.frame.cover


def all_answers(window: Window) -> QWidget:
    at("faq")(window)
    window.reader.accordion.expand_all()
    return window.frame


def all_notes(window: Window) -> QWidget:
    at("treatment-and-management")(window)
    for place in ("cerclage", "progesterone", "bed-rest", "monitoring"):
        window.reader.page.toggle_notes(f"treatment-and-management/{place}")
    return window.frame


def opened_hit(window: Window) -> QWidget:
    searched("cerclage")(window)
    window.searching.open_chosen()
    return window.frame


def finding(window: Window) -> QWidget:
    at("faq")(window)
    window.find_bar.field.setText("cerclage")
    window.finder.begin()
    return window.frame


def missing_place(window: Window) -> QWidget:
    window.reader.go_to("treatment-and-management/stitches")
    return window.frame


def enlarged(place: str) -> View:
    """Return a step that enlarges a figure."""

    def step(window: Window) -> QWidget:
        at("figures")(window)
        window.enlarge(place)
        viewer = QApplication.activeModalWidget()
        assert viewer is not None
        return viewer

    return step


def another_edition(window: Window) -> QWidget:
    at("overview")(window)
    window.new_edition.offer(replace(window.loaded, digest="0" * 64), window.loaded)
    return window.frame


def library(window: Window) -> QWidget:
    at("overview")(window)
    window.library.show()
    page, desk = window.library.page, window.library.desk
    assert page is not None
    assert desk is not None
    while desk._waiting():  # else what is read would take the place of what is shown here
        QTest.qWait(5)
    page.show_library(libraries.SMALL)
    page.choose("phones")
    return window.frame


def indexing(window: Window) -> QWidget:
    library(window)
    bar = window.indexing_bar()
    bar.show_progress(0, 10_000)
    bar._begun -= 17  # so long ago
    bar.show_progress(1240, 10_000)
    return window.frame


def library_without_a_hit(window: Window) -> QWidget:
    library(window)
    assert window.library.page is not None
    window.library.page.line.field.setText("xyz")
    return window.frame


def library_asking(window: Window) -> QWidget:
    library(window)
    assert window.library.page is not None
    window.library.page.acts.remove.trigger()
    return window.frame


def writing(window: Window) -> QWidget:
    at("causes-and-risk-factors")(window)
    place, other = "causes-and-risk-factors/unknown-cause", "causes-and-risk-factors/cervical-trauma"
    problems = (
        Message(
            "error", "section 2, passage 1, note 1", 'leads nowhere: there is no note "EN99"', 'write "EN29", the nearest name', 48, 31, place=place
        ),
        Message(
            "error", "section 2, passage 4, id", '"a" is the id of section 2, passage 3 already (line 61)', "give one another id", 73, 7, place=other
        ),
    )
    suggested = (Message("suggestion", "section 2, passage 2, text", "this statement has no source", line=61, column=9, place=other),)
    report = Report(Path("hand-hygiene.json"), window.loaded, "10:42", "10:42", is_good=True, problems=problems, suggested=suggested)
    view = window.show_report(report, is_of_window=True)
    view.status.panel_button.setChecked(True)
    return window.frame


def contents(window: Window) -> QWidget:
    at("overview")(window)
    window.body.show_contents()
    return window.body.drawer if window.body.drawer.isVisible() else window.frame


VIEWS: dict[str, View] = {
    "overview": at("overview"),
    "causes": at("causes-and-risk-factors"),
    "symptoms": at("symptoms-and-diagnosis"),
    "treatment": at("treatment-and-management"),
    "treatment, every note": all_notes,
    "complications": at("complications-and-prevention"),
    "questions": at("faq"),
    "questions, every answer": all_answers,
    "figures": at("figures"),
    "figure enlarged": enlarged("figures/timeline"),
    "figure in steps": enlarged("figures/funneling"),
    "glossary": at("glossary"),
    "sources": at("sources"),
    "provenance": at("provenance"),
    "about": at("about"),
    "urgent care": at("urgent-care"),
    "keys": at("keys"),
    "results": searched("when is the stitch put in"),
    "results with a note": searched("bed rest"),
    "results corrected": searched("cerclauge"),
    "results with danger signs": searched("leaking fluid"),
    "results with asides": answered(answers.by_the_article),
    "not answered but by a note": answered(answers.by_a_note),
    "not answered but by a meaning": answered(answers.by_a_meaning),
    "not answered, with danger signs": answered(answers.by_nothing),
    "no result": searched("diabetes insulin dose"),
    "opened result": opened_hit,
    "note among the questions": at("notes/EN29"),
    "note in a section": at("notes/EN16"),
    "find on the page": finding,
    "notice": missing_place,
    "another edition": another_edition,
    "library": library,
    "library, no hit": library_without_a_hit,
    "library, asking": library_asking,
    "writing": writing,
    "library, reading for search": indexing,
    "contents": contents,
    "disclaimer": disclaimer,  # last: nothing works behind it
}


def leave(window: Window, root: QWidget) -> None:
    """Close what a view has opened over the window."""
    if root is not window.frame and root.isWindow():
        root.close()
    window.body.drawer.close_drawer()
    window.find_bar.close_bar()
    window.field.clear()
    window.notice.clear()
    window.new_edition.hide()
    if window._indexing is not None:
        window._indexing.show_progress(10_000, 10_000)
        window._indexing.hide()
    if window.library.page is not None:
        window.library.page.ask.end()
        window.library.page.line.field.clear()
        window.leave_library()
    window.end_writing()
    window.reader.accordion.set_open(())
    window.frame.activateWindow()
    QTest.qWait(1)
