"""What a reader does with the window, step by step, and how long each step keeps the window from looking at the next key."""

import cProfile
import pstats
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.core.article.places import CHANGES, KEYS, LICENCES
from app.ui.session.session import Session
from app.ui.window.window import Window

if TYPE_CHECKING:  # what the program loads with the first use is loaded here no earlier, so that the first use is timed as it is
    from app.ui.handout.handout_desk import HandoutDesk
    from app.ui.handout.handout_dialog import HandoutDialog
    from app.ui.handout.review_desk import ReviewDesk
    from app.ui.teaching.lesson_dialog import LessonCover
    from app.ui.teaching.self_test import SelfTest
    from app.ui.teaching.teach import TeachView

QUIET, NOTHING = 3, 0.001
"""So many rounds of the event loop, one after the other, that take no longer than so many seconds: a step has come to rest."""

LONGEST_REST = 60.0
"""Seconds after which a step that does not come to rest is given up."""

TWICE, MANY_PAGES = 200, 10


class Wait(Struct, frozen=True):
    """The longest that a step kept the window's thread: seconds of its processor time, in which of its rounds, and which functions took them."""

    step: str
    seconds: float
    part: str
    where: str = ""


class Watch:
    """Takes the time of steps.

    A step is a call, as a key or a button makes it, and the rounds of the event loop that follow. The window looks at keys only between two of these,
    so the longest of them is the wait. It is the thread's own processor time that counts: how long others keep the machine says nothing of the
    program. With `is_profiled` it is noted as well which functions took the time; every time is longer then.
    """

    def __init__(self, *, is_profiled: bool = False) -> None:
        self.waits: list[Wait] = []
        self._is_profiled = is_profiled

    def take(self, step: str, act: Callable[[], object], is_done: Callable[[], bool] = lambda: True) -> None:
        """Make a step, wait until it is done and nothing is left to do, and note its longest wait."""
        longest = self._timed(step, "the call", act)
        quiet, rounds, end = 0, 0, time.monotonic() + LONGEST_REST
        while quiet < QUIET or not is_done():
            assert time.monotonic() < end, f"{step} does not come to rest"
            rounds += 1
            wait = self._timed(step, f"round {rounds}", one_round)
            longest = max(longest, wait, key=lambda wait: wait.seconds)
            quiet = quiet + 1 if wait.seconds < NOTHING else 0
            if quiet >= QUIET:
                time.sleep(0.002)  # a timer runs still
        self.waits.append(longest)

    def _timed(self, step: str, part: str, act: Callable[[], object]) -> Wait:
        profile = cProfile.Profile(time.thread_time) if self._is_profiled else None
        begun = time.thread_time()
        if profile is None:
            act()
        else:
            profile.runcall(act)
        seconds = time.thread_time() - begun
        return Wait(step, seconds, part, _where(profile) if profile is not None and seconds > NOTHING else "")


def one_round() -> None:
    """Handle what waits now, deletions too, as one round of the program's own event loop does."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _where(profile: cProfile.Profile) -> str:
    """Return the program's own functions that took the most time, what they called included, and what took the most by itself."""
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    ours = sorted(((row[3], key) for key, row in stats.items() if "/app/" in key[0]), reverse=True)[:14]
    own = sorted(((row[2], key) for key, row in stats.items()), reverse=True)[:4]
    whole = ", ".join(f"{key[2]} {seconds * 1000:.0f}" for seconds, key in ours)
    return f"{whole}; by themselves: " + ", ".join(f"{key[2]} {seconds * 1000:.0f}" for seconds, key in own)


class Use:
    """The tasks that the README names, done one after the other in the window of one session; files go to `folder`."""

    def __init__(self, watch: Watch, session: Session, folder: Path, other_edition: Path) -> None:
        self._take = watch.take
        self._session = session
        self._folder, self._other_edition = folder, other_edition

    @property
    def _window(self) -> Window:
        assert self._session.window is not None
        return self._session.window

    def all_tasks(self) -> None:
        """Do everything."""
        for task in (
            self.read,
            self.search_and_find,
            self.change_the_look,
            self.teach,
            self.test_oneself,
            self.make_handouts,
            self.make_a_review_sheet,
            self.compare_editions,
            self.open_another_article,
        ):
            task()

    def read(self) -> None:
        """Accept the disclaimer, open every page, every answer and a figure, and copy."""
        window = self._window
        self._take("accept the disclaimer", window.frame.accept_disclaimer)
        for page in (*dict.fromkeys(window.places[place].page for place in window.places.ids()), KEYS, LICENCES):
            self._take(f"open the page {page}", partial(window.reader.go_to, page))
        self._take("go back", window.reader.go_back)
        self._take("open the questions", window.reader.go_to_questions)
        self._take("open all answers", window.reader.accordion.expand_or_collapse_all)
        self._take("leave the open answers", partial(window.reader.go_to, window.places.first))
        self._take("go back to the open answers", window.reader.go_back)
        self._take("close all answers", window.reader.accordion.expand_or_collapse_all)
        self._take("copy a section", partial(window.copying.copy_place, window.places.first))
        self._take("enlarge a figure", partial(window.enlarge, window.article.figures[-1].id))
        viewer = QApplication.activeModalWidget()
        assert viewer is not None
        self._take("close the figure", viewer.close)
        self._take("make the window small", partial(window.frame.resize, 480, 600))
        self._take("make the window large", partial(window.frame.resize, 1280, 800))

    def search_and_find(self) -> None:
        """Search while the words are typed, open a result, and find words on a page and among the answers."""
        window = self._window
        window.searching.prepare()  # what the first key of all costs is told apart
        one_round()
        words = "can i exercise with a stitch"
        for end in range(1, len(words) + 1):
            self._take(f"search for “{words[:end]}”", partial(window.search, words[:end]))
        self._take("open a result", window.searching.open_chosen)
        self._take("go back from the result", window.reader.go_back)
        for place in (window.places.first, window.article.faq.id):
            self._take(f"open {place}", partial(window.reader.go_to, place))
            self._take("open the find bar", window.finder.begin)
            for end in range(1, 5):
                self._take(f"find “{'cerc'[:end]}” in {place}", partial(window.find_bar.field.setText, "cerc"[:end]))
            self._take(f"find next in {place}", window.finder.next)
            self._take(f"close the find bar in {place}", window.find_bar.close_bar)

    def change_the_look(self) -> None:
        """Take every theme and sizes to 200 %, on a page and with all answers open."""
        window = self._window
        appearance = window.appearance
        for place in (window.places.first, window.article.faq.id):
            window.reader.go_to(place)
            if place == window.article.faq.id:
                window.reader.accordion.expand_all()
            for name, use in (("dark", appearance.use_dark), ("high contrast", appearance.use_contrast), ("light", appearance.use_light)):
                self._take(f"theme {name} at {place}", use)
            while appearance.size < TWICE:
                self._take(f"larger than {appearance.size} % at {place}", appearance.enlarge)
            self._take(f"theme dark at 200 % at {place}", appearance.use_dark)
            self._take(f"theme light at 200 % at {place}", appearance.use_light)
            self._take(f"normal size at {place}", appearance.reset_size)
        window.reader.accordion.expand_or_collapse_all()

    def teach(self) -> None:
        """Choose what to teach, go through every slide, and leave."""
        window = self._window
        self._take("open what to teach", window.presenting.choose_lesson)
        chooser = cast("LessonCover", window.presenting.cover)
        self._take("tick nothing to teach", chooser.none.click)
        self._take("tick all to teach", chooser.all.click)
        self._take("move a line down", chooser.down.click)
        self._take("teach what was chosen", chooser.teach.click)
        view = cast("TeachView", window.presenting.cover)
        while view.slideshow.number < len(view.slideshow.slides) - 1:
            self._take(f"go on from slide {view.slideshow.number + 1}", view.go_on)
        self._take("theme dark in teach mode", window.appearance.use_dark)
        self._take("theme light in teach mode", window.appearance.use_light)
        self._take("leave teach mode", view.leave)
        self._take("teach from here", window.presenting.teach)
        self._take("leave teach mode", cast("TeachView", window.presenting.cover).leave)

    def test_oneself(self) -> None:
        """Go through some cards of the self-test, see the result, and save the cards."""
        window = self._window
        self._take("open the self-test", window.presenting.test)
        cover = cast("SelfTest", window.presenting.cover)
        self._take("begin the self-test", cover.start_page.start.click)
        for _ in range(4):
            self._take("show the answer", cover.card_page.show_button.click)
            self._take("grade the answer", cover.card_page.grades[0].click)
        self._take("leave the self-test", cover.left.emit)
        window.presenting.test()
        cover = cast("SelfTest", window.presenting.cover)
        export = window.presenting.card_export
        self._take("ask where to save the cards", cover.start_page.export.click)
        self._close_dialog()
        self._take("save the cards", partial(export.save, self._folder / "cards.txt", cover.start_page.wanted()))
        cover.left.emit()

    def make_handouts(self) -> None:
        """Make a hand-out of everything, look at it, and save it in all forms."""
        window = self._window
        self._take("open the hand-out", window.sheets.make_handout)
        desk = cast("HandoutDesk", next(child for child in window.children() if type(child).__name__ == "HandoutDesk"))
        dialog = cast("HandoutDialog", desk.dialog)
        rows = [dialog.places.item(row) for row in range(dialog.places.count())]
        ticked = [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsUserCheckable]

        def tick_all() -> None:
            for row in ticked:
                row.setCheckState(Qt.CheckState.Checked)

        def shown() -> bool:
            return not dialog._soon.isActive()

        self._take("tick everything for the hand-out", tick_all, shown)
        assert dialog.sheets.count > MANY_PAGES
        self._take("full words", dialog.full.click, shown)
        self._take("large type", dialog.large.click, shown)
        self._take("other paper", partial(dialog.paper.setCurrentIndex, 1), shown)
        self._take("write the clinic's name", partial(dialog.clinic.setText, "St Mary’s"), shown)
        self._take("make the dialog wider", partial(dialog.resize, 1200, 760), shown)
        self._take("ask where to save the hand-out", dialog.save_button.click)
        self._close_dialog()
        for form in (".pdf", ".html", ".md", ".txt"):
            path = self._folder / f"out{form}"
            self._take(f"save the hand-out as {form}", partial(desk.save_as, str(path)), path.exists)
        self._take("close the hand-out", dialog.close)

    def make_a_review_sheet(self) -> None:
        """Save the review sheet as PDF and as a web page."""
        window = self._window
        self._take("ask where to save the review sheet", window.sheets.make_review_sheet)
        desk = cast("ReviewDesk", next(child for child in window.children() if type(child).__name__ == "ReviewDesk"))
        self._close_dialog()
        for form in (".pdf", ".html"):
            path = self._folder / f"review{form}"
            self._take(f"save the review sheet as {form}", partial(desk.save_as, path), path.exists)

    def compare_editions(self) -> None:
        """Compare the article with another edition of it."""
        window = self._window
        self._take("ask which edition to compare", window.opening.compare_editions)
        self._close_dialog()
        self._take("compare editions", partial(window.opening.show_changes, self._other_edition), lambda: window.reader.place == CHANGES)
        self._take("theme dark on what changed", window.appearance.use_dark)
        self._take("theme light on what changed", window.appearance.use_light)

    def open_another_article(self) -> None:
        """Open another article and accept its disclaimer."""
        self._take("ask which article to open", self._window.opening.choose_content)
        self._close_dialog()
        before = self._window
        opened = partial(self._session.open_file, str(self._other_edition))
        self._take("open another article", opened, lambda: self._session.window not in {before, None})
        self._take("accept its disclaimer", self._window.frame.accept_disclaimer)

    def _close_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()
        one_round()
