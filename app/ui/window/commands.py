"""The table of commands: menus, tool bar, key overview and README are made from it or checked against it."""

from collections.abc import Callable
from enum import StrEnum, auto
from typing import cast

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.core.article.places import KEYS
from app.core.pages.blocks import Blocks, Heading, Item, Run
from app.ui.library.library_room import LibraryRoom
from app.ui.look.icons import Icons
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.find_on_page import FindOnPage
from app.ui.search.searching import Searching
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import FOLLOW_SYSTEM
from app.ui.teaching.presenting import Presenting
from app.ui.window.body import Body
from app.ui.window.copying import Copying
from app.ui.window.opening import Opening
from app.ui.window.panes import Panes
from app.ui.window.sheets import SheetMaking


class Id(StrEnum):
    """The commands, by name."""

    OPEN = auto()
    IMPORT = auto()
    COMPARE = auto()
    BUNDLED = auto()
    ADD_ARTICLE = auto()
    HANDOUT = auto()
    QUIT = auto()
    COPY = auto()
    COPY_CITED = auto()
    COPY_LINK = auto()
    COPY_CITATION = auto()
    SELECT_ALL = auto()
    SEARCH = auto()
    SCOPE = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    CONTENTS = auto()
    LARGER = auto()
    SMALLER = auto()
    NORMAL = auto()
    THEME_SYSTEM = auto()
    THEME_LIGHT = auto()
    THEME_DARK = auto()
    THEME_CONTRAST = auto()
    LESS_MOTION = auto()
    EXPAND = auto()
    NEXT_PANE = auto()
    FULL_SCREEN = auto()
    BACK = auto()
    FORWARD = auto()
    LIBRARY = auto()
    PREVIOUS_SECTION = auto()
    NEXT_SECTION = auto()
    NEXT_PROBLEM = auto()
    PREVIOUS_PROBLEM = auto()
    QUESTIONS = auto()
    FIGURES = auto()
    GLOSSARY = auto()
    SOURCES = auto()
    URGENT = auto()
    TEACH = auto()
    CHOOSE_LESSON = auto()
    OPEN_LESSON = auto()
    RECENT_LESSONS = auto()
    SELF_TEST = auto()
    EXPORT_CARDS = auto()
    KEYS = auto()
    HANDBOOK = auto()
    PROVENANCE = auto()
    REVIEW = auto()
    LICENCES = auto()
    ABOUT = auto()


class WindowParts(Struct, frozen=True):
    """What the commands act on."""

    frame: Frame
    library: LibraryRoom
    appearance: Appearance
    reader: ReadingPane
    body: Body
    panes: Panes
    searching: Searching
    finder: FindOnPage
    copying: Copying
    opening: Opening
    sheets: SheetMaking
    presenting: Presenting


class Command(Struct, frozen=True):
    """One command.

    `slot` finds what it does among the parts of a window (`w`); `keys` are Qt's portable key names; `choice` names a group of either-or commands,
    `role` the colour of the icon; one that `is_switch` is on or off.
    """

    id: Id
    menu: str
    text: str
    slot: Callable[[WindowParts], Callable[[], object]]
    keys: tuple[str, ...] = ()
    icon: str = ""
    choice: str = ""
    role: str = "ink"
    is_switch: bool = False


CONTEXT = "Commands"
# PySide declares that it returns any object; it returns its last argument
QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)

FILE, EDIT, VIEW, GO, TEACH, HELP = (
    QT_TRANSLATE_NOOP(CONTEXT, "&File"),
    QT_TRANSLATE_NOOP(CONTEXT, "&Edit"),
    QT_TRANSLATE_NOOP(CONTEXT, "&View"),
    QT_TRANSLATE_NOOP(CONTEXT, "&Go"),
    QT_TRANSLATE_NOOP(CONTEXT, "&Teach"),
    QT_TRANSLATE_NOOP(CONTEXT, "&Help"),
)

SEPARATOR = None

RECENT = QT_TRANSLATE_NOOP(CONTEXT, "&Recent places")
NORMAL_NOW = QT_TRANSLATE_NOOP(CONTEXT, "&Normal text (now {percent} %)")

TABLE: tuple[Command | None, ...] = (
    Command(Id.OPEN, FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Open content file…"), lambda w: w.opening.choose_content, ("Ctrl+O",)),
    Command(Id.IMPORT, FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Import a text…"), lambda w: w.opening.import_text),
    Command(Id.COMPARE, FILE, QT_TRANSLATE_NOOP(CONTEXT, "&What changed…"), lambda w: w.opening.compare_editions),
    Command(Id.BUNDLED, FILE, QT_TRANSLATE_NOOP(CONTEXT, "Open the program’s own &article"), lambda w: w.opening.open_bundled),
    Command(Id.ADD_ARTICLE, FILE, QT_TRANSLATE_NOOP(CONTEXT, "Add article to the &library…"), lambda w: w.library.ask_for_article),
    SEPARATOR,
    Command(Id.HANDOUT, FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Hand-out…"), lambda w: w.sheets.make_handout, ("Ctrl+P",), icon="handout"),
    SEPARATOR,
    Command(Id.QUIT, FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Quit"), lambda w: w.frame.close, ("Ctrl+Q",)),
    Command(Id.COPY, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Copy"), lambda w: w.copying.copy, ("Ctrl+C",)),
    Command(
        Id.COPY_CITED, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy &with citation"), lambda w: w.copying.copy_with_citation, ("Ctrl+Shift+C",), icon="copy"
    ),
    Command(Id.COPY_LINK, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy &link"), lambda w: w.copying.copy_link, icon="link"),
    Command(Id.COPY_CITATION, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy c&itation"), lambda w: w.copying.copy_citation),
    Command(Id.SELECT_ALL, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Select &all"), lambda w: w.copying.select_all, ("Ctrl+A",)),
    SEPARATOR,
    Command(Id.SEARCH, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Search this reference"), lambda w: w.searching.start, ("Ctrl+K",)),
    Command(Id.SCOPE, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Search this a&rticle or all"), lambda w: w.searching.switch_scope, ("Ctrl+Shift+A",)),
    Command(Id.FIND, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Find on this page"), lambda w: w.finder.begin, ("Ctrl+F",)),
    Command(Id.FIND_NEXT, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Find &next"), lambda w: w.finder.next, ("F3",)),
    Command(Id.FIND_PREVIOUS, EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Find &previous"), lambda w: w.finder.previous, ("Shift+F3",)),
    Command(Id.CONTENTS, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Contents"), lambda w: w.body.show_contents, ("Ctrl+Shift+K",), icon="menu"),
    Command(Id.LARGER, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Larger text"), lambda w: w.appearance.enlarge, ("Ctrl++", "Ctrl+="), icon="text-larger"),
    Command(Id.SMALLER, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Smaller text"), lambda w: w.appearance.reduce, ("Ctrl+-",), icon="text-smaller"),
    Command(Id.NORMAL, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Normal text"), lambda w: w.appearance.reset_size, ("Ctrl+0",)),
    SEPARATOR,
    Command(Id.THEME_SYSTEM, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "Theme of the s&ystem"), lambda w: w.appearance.follow_system, choice="theme"),
    Command(Id.THEME_LIGHT, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "L&ight"), lambda w: w.appearance.use_light, choice="theme"),
    Command(Id.THEME_DARK, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Dark"), lambda w: w.appearance.use_dark, choice="theme"),
    Command(Id.THEME_CONTRAST, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&High contrast"), lambda w: w.appearance.use_contrast, choice="theme"),
    Command(Id.LESS_MOTION, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Reduce motion"), lambda w: w.appearance.switch_motion, is_switch=True),
    SEPARATOR,
    Command(
        Id.EXPAND,
        VIEW,
        QT_TRANSLATE_NOOP(CONTEXT, "&Expand or collapse all answers"),
        lambda w: w.reader.accordion.expand_or_collapse_all,
        ("Ctrl+E",),
    ),
    Command(Id.NEXT_PANE, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "Next &pane"), lambda w: w.panes.go_to_next, ("F6",)),
    Command(Id.FULL_SCREEN, VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Full screen"), lambda w: w.frame.toggle_full_screen, ("F11",)),
    Command(Id.BACK, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Back"), lambda w: w.reader.go_back, ("Alt+Left",), icon="back"),
    Command(Id.FORWARD, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Forward"), lambda w: w.reader.go_forward, ("Alt+Right",), icon="forward"),
    SEPARATOR,
    Command(Id.PREVIOUS_SECTION, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Previous section"), lambda w: w.reader.previous_section, ("Ctrl+PgUp",)),
    Command(Id.NEXT_SECTION, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Next section"), lambda w: w.reader.next_section, ("Ctrl+PgDown",)),
    Command(Id.NEXT_PROBLEM, GO, QT_TRANSLATE_NOOP(CONTEXT, "Next pr&oblem in your file"), lambda w: w.opening.next_problem, ("F8",)),
    Command(
        Id.PREVIOUS_PROBLEM,
        GO,
        QT_TRANSLATE_NOOP(CONTEXT, "Pre&vious problem in your file"),
        lambda w: w.opening.previous_problem,
        ("Shift+F8",),
    ),
    SEPARATOR,
    Command(Id.LIBRARY, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Library"), lambda w: w.library.show, ("Ctrl+L",)),
    Command(Id.QUESTIONS, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Questions and answers"), lambda w: w.reader.go_to_questions),
    Command(Id.FIGURES, GO, QT_TRANSLATE_NOOP(CONTEXT, "F&igures"), lambda w: w.reader.go_to_figures),
    Command(Id.GLOSSARY, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Glossary"), lambda w: w.reader.go_to_glossary),
    Command(Id.SOURCES, GO, QT_TRANSLATE_NOOP(CONTEXT, "&Sources"), lambda w: w.reader.go_to_sources),
    Command(
        Id.URGENT, GO, QT_TRANSLATE_NOOP(CONTEXT, "When to &call for help"), lambda w: w.reader.go_to_urgent, ("F2",), icon="urgent", role="urgent"
    ),
    Command(Id.TEACH, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Teach"), lambda w: w.presenting.teach, ("F5", "Shift+F5"), icon="teach"),
    Command(Id.CHOOSE_LESSON, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&What to teach…"), lambda w: w.presenting.choose_lesson),
    Command(Id.OPEN_LESSON, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Open a lesson…"), lambda w: w.presenting.open_lesson),
    Command(Id.RECENT_LESSONS, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Recent lessons"), lambda w: w.presenting.choose_lesson),
    SEPARATOR,
    Command(Id.SELF_TEST, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Self-test"), lambda w: w.presenting.test, ("Ctrl+T",)),
    Command(Id.EXPORT_CARDS, TEACH, QT_TRANSLATE_NOOP(CONTEXT, "Save &cards for Anki…"), lambda w: w.presenting.export_cards),
    Command(Id.KEYS, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Keys"), lambda w: w.reader.go_to_keys, ("F1",)),
    Command(Id.HANDBOOK, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Handbook"), lambda w: w.opening.open_handbook, ("Shift+F1",)),
    Command(Id.PROVENANCE, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Where this comes from"), lambda w: w.reader.go_to_provenance),
    Command(Id.REVIEW, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Review sheet…"), lambda w: w.sheets.make_review_sheet),
    Command(Id.LICENCES, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Licences"), lambda w: w.reader.go_to_licences),
    Command(Id.ABOUT, HELP, QT_TRANSLATE_NOOP(CONTEXT, "&About and disclaimer"), lambda w: w.reader.go_to_about),
)

THEMES = {FOLLOW_SYSTEM: Id.THEME_SYSTEM, "light": Id.THEME_LIGHT, "dark": Id.THEME_DARK, "contrast": Id.THEME_CONTRAST}
"""The command of each choice of theme."""

FIXED_KEYS = (
    (QT_TRANSLATE_NOOP(CONTEXT, "Up, Down"), QT_TRANSLATE_NOOP(CONTEXT, "Choose a result from the search field")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Page Up, Page Down"), QT_TRANSLATE_NOOP(CONTEXT, "Scroll the results from the search field")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Enter"), QT_TRANSLATE_NOOP(CONTEXT, "Open the chosen result; press the chosen button or question")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Esc"), QT_TRANSLATE_NOOP(CONTEXT, "Clear the search, then go back to the page; remove the marks")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Any letter or digit"), QT_TRANSLATE_NOOP(CONTEXT, "Start a search, unless you are in a field or in the contents")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Home, End"), QT_TRANSLATE_NOOP(CONTEXT, "Go to the start or end of the page; in a field, of its text")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Ctrl+wheel"), QT_TRANSLATE_NOOP(CONTEXT, "Larger or smaller text")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Mouse back, forward"), QT_TRANSLATE_NOOP(CONTEXT, "Back, forward")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Tab, Shift+Tab"), QT_TRANSLATE_NOOP(CONTEXT, "Go to the next or previous button, link or question")),
)


def translated(text: str) -> str:
    """Return a text of the table in the program's language."""
    return QCoreApplication.translate(CONTEXT, text)


class Actions:
    """The commands as actions of one window; they do nothing before they are connected.

    `recent` is the menu of the places that were visited last; whoever shows it fills it.
    """

    def __init__(self, window: QWidget, frame: QWidget) -> None:
        self.by_id: dict[Id, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.recent = QMenu(translated(RECENT), window)
        for command in TABLE:
            if command is not None:
                self.by_id[command.id] = self._make(command, window, frame)

    def _make(self, command: Command, window: QWidget, frame: QWidget) -> QAction:
        action = QAction(translated(command.text), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        words = translated(command.text).replace("&", "").rstrip("…")
        action.setIconText(words)  # a tool button's
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({keys})" if keys else words)
        if command.choice:
            if command.choice not in self._groups:
                self._groups[command.choice] = QActionGroup(window)
            self._groups[command.choice].addAction(action)
            action.setCheckable(True)
        if command.is_switch:
            action.setCheckable(True)
        frame.addAction(action)
        return action

    def connect_to(self, parts: WindowParts) -> None:
        """Let each command do what it says with the parts of the window."""
        for command in TABLE:
            if command is not None:
                self.by_id[command.id].triggered.connect(command.slot(parts))

    def fill(self, bar: QMenuBar | QMenu) -> None:
        """Put the commands into menus."""
        menus: dict[str, QMenu] = {}
        last = ""
        for command in TABLE:
            if command is None:
                menus[last].addSeparator()
                continue
            if command.menu not in menus:
                menus[command.menu] = bar.addMenu(translated(command.menu))
            menus[command.menu].addAction(self.by_id[command.id])
            if command.id == Id.FORWARD:
                menus[command.menu].addMenu(self.recent)
            last = command.menu

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        for command in TABLE:
            if command is not None and command.icon:
                self.by_id[command.id].setIcon(icons.icon(command.icon, command.role))
                self.by_id[command.id].setIconVisibleInMenu(False)

    def show_choices(self, appearance: Appearance) -> None:
        """Mark the theme that is chosen and whether motion is reduced, and say the size of the text."""
        self.by_id[THEMES[appearance.choice]].setChecked(True)
        self.by_id[Id.LESS_MOTION].setChecked(appearance.less_motion)
        self.by_id[Id.NORMAL].setText(translated(NORMAL_NOW).format(percent=appearance.size))

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the commands work, or not: nothing works before the disclaimer is accepted."""
        for action in (*self.by_id.values(), self.recent.menuAction()):
            action.setEnabled(enabled)


def key_page() -> Blocks:
    """Return the page that lists every key."""
    rows = [(translated(keys), translated(words)) for keys, words in FIXED_KEYS]
    for command in TABLE:
        if command is not None and command.keys:
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            rows.append((keys, translated(command.text).replace("&", "").rstrip("…")))
    title = translated(QT_TRANSLATE_NOOP(CONTEXT, "Keys"))
    return (Heading(title, 1, KEYS), *(Item((Run(keys, strong=True), Run(f": {words}"))) for keys, words in rows))
