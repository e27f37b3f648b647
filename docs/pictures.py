"""The screens of the window and the pages of hand-outs, as pictures; `make_pictures.py` is the command."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QByteArray  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is chosen first

from app.core.files.loader import load  # noqa: E402
from app.core.handout.handout import Choice, compose  # noqa: E402
from app.core.pages.document import Document  # noqa: E402
from app.machine import paths  # noqa: E402
from app.ui.handout.handout_preview import picture  # noqa: E402
from app.ui.handout.paper import HandoutPages  # noqa: E402
from app.ui.shell.appearance import Appearance  # noqa: E402
from app.ui.shell.frame import Frame  # noqa: E402
from app.ui.shell.settings import Remembered  # noqa: E402
from app.ui.window.window import Window  # noqa: E402

WIDE, MEDIUM, NARROW = (1280, 800), (1000, 800), (480, 800)


@contextmanager
def opened(application: QApplication, theme: str, size: int, shape: tuple[int, int]) -> Iterator[Window]:
    """Open a window in one look and close it again."""
    loaded, appearance = load(paths.CONTENT), Appearance(application, theme, size)
    frame = Frame(loaded.article, appearance.look, QByteArray())
    frame.resize(*shape)
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.show()
    settle(application)
    yield window
    frame.close()
    frame.deleteLater()
    settle(application)


def settle(application: QApplication) -> None:
    """Let layout and painting come to rest."""
    for _ in range(4):
        application.processEvents()


def accept(window: Window) -> None:
    """Accept the disclaimer."""
    window.frame.accept_disclaimer()


def at(place: str) -> Callable[[Window], None]:
    """Return a step that accepts the disclaimer and goes to a place."""

    def step(window: Window) -> None:
        accept(window)
        window.reader.go_to(place)
        window.reader.scroll_to_share(0)

    return step


def searched(words: str) -> Callable[[Window], None]:
    """Return a step that accepts the disclaimer and searches."""

    def step(window: Window) -> None:
        at("treatment-and-management")(window)
        window.searching.finish()  # else the picture shows that the index is being made
        window.search(words)

    return step


def questions(window: Window) -> None:
    """Show the questions with two answers open."""
    at("faq")(window)
    window.reader.set_open(["faq/treatment", "faq/what-is-cerclage"])
    window.reader.accordion.focus_first()


def finding(window: Window) -> None:
    """Find a word on the page of questions."""
    at("faq")(window)
    window.find_bar.field.setText("cerclage")
    window.finder.begin()


def opened_hit(window: Window) -> None:
    """Open a search hit."""
    accept(window)
    window.searching.finish()
    window.search("cerclage timing")
    window.search("cerclage")
    window.results.choose_next(1)
    window.searching.open_chosen()


def contents(window: Window) -> None:
    """Open the contents of a narrow window."""
    at("treatment-and-management")(window)
    window.body.show_contents()


def disclaimer(window: Window) -> None:
    """Show the treatment page under the disclaimer."""
    window.reader.go_to("treatment-and-management")
    window.frame.cover.take_focus()


def missing_place(window: Window) -> None:
    """Ask for a place that does not exist."""
    accept(window)
    window.reader.go_to("treatment-and-management/stitches")


def unfolded(window: Window) -> None:
    """Bring out the notes on cerclage."""
    at(TREATMENT)(window)
    window.reader.page.toggle_notes("treatment-and-management/cerclage")


def enlarged(place: str) -> Callable[[Window], None]:
    """Return a step that shows a figure over the window."""

    def step(window: Window) -> None:
        at("figures")(window)
        window.enlarge(place)

    return step


def filtered(window: Window) -> None:
    """Filter the glossary."""
    at("glossary")(window)
    window.filter_bar.field.setText("stitch")


def changed(window: Window) -> None:
    """Compare with an edition in which two passages were worded otherwise."""
    accept(window)
    data = json.loads(paths.CONTENT.read_text(encoding="utf-8"))
    data["edition"]["updated"] = "2024-10-18"
    data["faq"]["entries"][6]["answer"] = data["faq"]["entries"][6]["answer"].replace("12-16", "12-14")
    data["sections"][3]["passages"][3]["text"] = "Bed rest: it is meant to reduce stress on the cervix."
    with tempfile.TemporaryDirectory() as folder:
        older = Path(folder) / "content.json"
        older.write_text(json.dumps(data), encoding="utf-8")
        window.reader.show_changes(load(older), load(paths.CONTENT))


def handout(window: Window) -> None:
    """Open the dialog for hand-outs on the treatment page."""
    at("treatment-and-management")(window)
    window.sheets.make_handout()


TREATMENT = "treatment-and-management"

PICTURES: dict[str, tuple[str, int, tuple[int, int], Callable[[Window], None]]] = {
    "disclaimer-light": ("light", 100, WIDE, disclaimer),
    "disclaimer-narrow": ("light", 100, NARROW, disclaimer),
    "main-light": ("light", 100, WIDE, at(TREATMENT)),
    "main-dark": ("dark", 100, WIDE, at(TREATMENT)),
    "main-contrast": ("contrast", 100, WIDE, at(TREATMENT)),
    "main-200": ("light", 200, WIDE, at(TREATMENT)),
    "faq-light": ("light", 100, WIDE, questions),
    "faq-dark": ("dark", 100, WIDE, questions),
    "faq-narrow": ("light", 100, NARROW, questions),
    "find-light": ("light", 100, WIDE, finding),
    "search-rest-light": ("light", 100, WIDE, searched("bed rest")),
    "search-light": ("light", 100, WIDE, searched("when is the stitch put in")),
    "search-typo-light": ("light", 100, WIDE, searched("cerclauge")),
    "search-urgent-light": ("light", 100, WIDE, searched("leaking fluid")),
    "urgent-light": ("light", 100, WIDE, at("urgent-care")),
    "search-dark": ("dark", 100, WIDE, searched("cerclauge")),
    "search-narrow": ("light", 100, NARROW, searched("cerclage")),
    "search-empty-light": ("light", 100, WIDE, searched("diabetes insulin dose")),
    "hit-light": ("light", 100, WIDE, opened_hit),
    "symptoms-medium": ("light", 100, MEDIUM, at("symptoms-and-diagnosis")),
    "notes-light": ("light", 100, WIDE, unfolded),
    "figures-light": ("light", 100, WIDE, at("figures")),
    "figure-enlarged": ("light", 100, WIDE, enlarged("figures/funneling")),
    "timeline-dark": ("dark", 100, WIDE, enlarged("figures/timeline")),
    "glossary-light": ("light", 100, WIDE, at("glossary")),
    "glossary-filtered-dark": ("dark", 100, WIDE, filtered),
    "provenance-light": ("light", 100, WIDE, at("provenance")),
    "changes-light": ("light", 100, WIDE, changed),
    "narrow-light": ("light", 100, NARROW, at(TREATMENT)),
    "narrow-dark": ("dark", 100, NARROW, at(TREATMENT)),
    "narrow-menu-light": ("light", 100, NARROW, contents),
    "sources-light": ("light", 100, WIDE, at("sources")),
    "about-light": ("light", 100, WIDE, at("about")),
    "keys-light": ("light", 100, WIDE, at("keys")),
    "handout-dialog-light": ("light", 100, WIDE, handout),
    "handout-dialog-dark": ("dark", 100, WIDE, handout),
    "notice-light": ("light", 100, WIDE, missing_place),
}


PAGE_WIDTH = 794
"""A4 at 96 dots an inch."""

HANDOUTS = {
    "handout-a4-plain": Choice((TREATMENT, "figures/stitch")),
    "handout-letter-large": Choice((TREATMENT, "figures/stitch"), large=True, paper="Letter", clinic="St Mary’s Maternity Unit", phone="555 0100"),
}


def draw_screen(application: QApplication, name: str) -> QImage:
    """Return a picture of the window, or of the dialog that is open over it."""
    theme, size, shape, step = PICTURES[name]
    with opened(application, theme, size, shape) as window:
        step(window)
        settle(application)
        shown = QApplication.activeModalWidget() or window.frame
        drawn = shown.grab().toImage()
        if shown is not window.frame:
            shown.close()
    return drawn


def draw_handout(_application: QApplication, name: str, number: int) -> QImage:
    """Return a picture of one page of a hand-out; `number` begins at 0."""
    loaded = load(paths.CONTENT)
    document = Document(loaded.article, loaded.short_digest, folder=loaded.path.parent)
    return picture(HandoutPages(compose(document, HANDOUTS[name], loaded.article.edition.checked)), number, PAGE_WIDTH).toImage()


DRAW: Mapping[str, Callable[[QApplication], QImage]] = {name: partial(draw_screen, name=name) for name in PICTURES} | {
    f"{name}-{number + 1}": partial(draw_handout, name=name, number=number) for name in HANDOUTS for number in range(2)
}
"""What draws each picture, by the picture's name."""
