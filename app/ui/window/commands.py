"""The table of commands: menus, tool bar, key overview and README are made from it or checked against it."""

from collections.abc import Callable
from operator import attrgetter
from typing import cast

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.core.article.places import KEYS
from app.core.pages.blocks import Blocks, Heading, Item, Run
from app.ui.look.icons import Icons


class Command(Struct, frozen=True):
    """One command.

    `slot` is the method, seen from the window; `keys` are Qt's portable key names; `choice` names a group of either-or commands,
    `role` the colour of the icon; one that `is_switch` is on or off.
    """

    id: str
    menu: str
    text: str
    slot: str
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

TABLE: tuple[Command | None, ...] = (
    Command("open", FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Open content file…"), "choose_content", ("Ctrl+O",)),
    Command("compare", FILE, QT_TRANSLATE_NOOP(CONTEXT, "&What changed…"), "compare_editions"),
    Command("bundled", FILE, QT_TRANSLATE_NOOP(CONTEXT, "Open the &bundled article"), "open_bundled"),
    SEPARATOR,
    Command("handout", FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Hand-out…"), "make_handout", ("Ctrl+P",), icon="handout"),
    SEPARATOR,
    Command("quit", FILE, QT_TRANSLATE_NOOP(CONTEXT, "&Quit"), "frame.close", ("Ctrl+Q",)),
    Command("copy", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Copy"), "copy", ("Ctrl+C",)),
    Command("copy_cited", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy &with citation"), "copying.copy_with_citation", ("Ctrl+Shift+C",), icon="copy"),
    Command("copy_link", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy &link"), "copying.copy_link", icon="link"),
    Command("copy_citation", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Copy c&itation"), "copying.copy_citation"),
    Command("select_all", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Select &all"), "select_all", ("Ctrl+A",)),
    SEPARATOR,
    Command("search", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Search this reference"), "searching.start", ("Ctrl+K",)),
    Command("find", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "&Find on this page"), "start_find", ("Ctrl+F",)),
    Command("find_next", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Find &next"), "finder.next", ("F3",)),
    Command("find_previous", EDIT, QT_TRANSLATE_NOOP(CONTEXT, "Find &previous"), "finder.previous", ("Shift+F3",)),
    Command("contents", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Contents"), "show_contents", ("Ctrl+Shift+K",), icon="menu"),
    Command("larger", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Larger text"), "appearance.enlarge", ("Ctrl++", "Ctrl+="), icon="text-larger"),
    Command("smaller", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Smaller text"), "appearance.reduce", ("Ctrl+-",), icon="text-smaller"),
    Command("normal", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Normal text"), "appearance.reset_size", ("Ctrl+0",)),
    SEPARATOR,
    Command("theme_system", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "Theme of the s&ystem"), "appearance.follow_system", choice="theme"),
    Command("theme_light", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "L&ight"), "appearance.use_light", choice="theme"),
    Command("theme_dark", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Dark"), "appearance.use_dark", choice="theme"),
    Command("theme_contrast", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&High contrast"), "appearance.use_contrast", choice="theme"),
    Command("less_motion", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Reduce motion"), "appearance.switch_motion", is_switch=True),
    SEPARATOR,
    Command("expand", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Expand or collapse all answers"), "reader.accordion.expand_or_collapse_all", ("Ctrl+E",)),
    Command("next_pane", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "Next &pane"), "next_pane", ("F6",)),
    Command("full_screen", VIEW, QT_TRANSLATE_NOOP(CONTEXT, "&Full screen"), "toggle_full_screen", ("F11",)),
    Command("back", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Back"), "reader.go_back", ("Alt+Left",), icon="back"),
    Command("forward", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Forward"), "reader.go_forward", ("Alt+Right",), icon="forward"),
    SEPARATOR,
    Command("previous_section", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Previous section"), "reader.previous_section", ("Ctrl+PgUp",)),
    Command("next_section", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Next section"), "reader.next_section", ("Ctrl+PgDown",)),
    SEPARATOR,
    Command("questions", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Questions and answers"), "reader.go_to_questions"),
    Command("figures", GO, QT_TRANSLATE_NOOP(CONTEXT, "F&igures"), "reader.go_to_figures"),
    Command("glossary", GO, QT_TRANSLATE_NOOP(CONTEXT, "&Glossary"), "reader.go_to_glossary"),
    Command("urgent", GO, QT_TRANSLATE_NOOP(CONTEXT, "When to &call for help"), "reader.go_to_urgent", ("F2",), icon="urgent", role="urgent"),
    Command("teach", TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Teach"), "presenting.teach", ("F5", "Shift+F5"), icon="teach"),
    Command("choose_lesson", TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&What to teach…"), "presenting.choose_lesson"),
    Command("open_lesson", TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Open what to teach…"), "presenting.open_lesson"),
    SEPARATOR,
    Command("self_test", TEACH, QT_TRANSLATE_NOOP(CONTEXT, "&Self-test"), "presenting.test", ("Ctrl+T",)),
    Command("export_cards", TEACH, QT_TRANSLATE_NOOP(CONTEXT, "Save &cards for Anki…"), "presenting.export_cards"),
    Command("keys", HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Keys"), "reader.go_to_keys", ("F1",)),
    Command("provenance", HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Where this comes from"), "reader.go_to_provenance"),
    Command("review", HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Review sheet…"), "make_review_sheet"),
    Command("licences", HELP, QT_TRANSLATE_NOOP(CONTEXT, "&Licences"), "reader.go_to_licences"),
    Command("about", HELP, QT_TRANSLATE_NOOP(CONTEXT, "&About and disclaimer"), "reader.go_to_about"),
)

FIXED_KEYS = (
    (QT_TRANSLATE_NOOP(CONTEXT, "Up, Down"), QT_TRANSLATE_NOOP(CONTEXT, "Choose a result while the search field has the focus")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Enter"), QT_TRANSLATE_NOOP(CONTEXT, "Open the chosen result; press the chosen button or question")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Esc"), QT_TRANSLATE_NOOP(CONTEXT, "Clear the search; then go back to the page")),
    (QT_TRANSLATE_NOOP(CONTEXT, "Tab, Shift+Tab"), QT_TRANSLATE_NOOP(CONTEXT, "Go to the next or previous control, link or question")),
)


def translated(text: str) -> str:
    """Return a text of the table in the program's language."""
    return QCoreApplication.translate(CONTEXT, text)


class Actions:
    """The commands as actions of one window."""

    def __init__(self, window: QWidget, frame: QWidget) -> None:
        self.by_id: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for command in TABLE:
            if command is not None:
                self.by_id[command.id] = self._make(command, window, frame)

    def _make(self, command: Command, window: QWidget, frame: QWidget) -> QAction:
        action = QAction(translated(command.text), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        slot: Callable[[], object] = attrgetter(command.slot)(window)
        action.triggered.connect(slot)
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
            last = command.menu

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        for command in TABLE:
            if command is not None and command.icon:
                self.by_id[command.id].setIcon(icons.icon(command.icon, command.role))
                self.by_id[command.id].setIconVisibleInMenu(False)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the commands work, or not: nothing works before the disclaimer is accepted."""
        for action in self.by_id.values():
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
