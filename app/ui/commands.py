"""The table of commands: menus, tool bar, key overview and README are made from it or checked against it."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.core.document import Blocks, Heading, Item, Run
from app.core.places import KEYS
from app.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `slot` is the method, seen from the window; `keys` are Qt's portable key names; `choice` names a group of either-or commands."""

    id: str
    menu: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    choice: str = ""


CONTEXT = "Commands"
_ = QT_TRANSLATE_NOOP

FILE, EDIT, VIEW, GO, HELP = _(CONTEXT, "&File"), _(CONTEXT, "&Edit"), _(CONTEXT, "&View"), _(CONTEXT, "&Go"), _(CONTEXT, "&Help")

SEPARATOR = None

TABLE: tuple[Command | None, ...] = (
    Command("open", FILE, _(CONTEXT, "&Open content file…"), "choose_content", ("Ctrl+O",)),
    Command("bundled", FILE, _(CONTEXT, "Open the &bundled article"), "open_bundled"),
    SEPARATOR,
    Command("quit", FILE, _(CONTEXT, "&Quit"), "close", ("Ctrl+Q",)),
    Command("copy", EDIT, _(CONTEXT, "&Copy"), "copy", ("Ctrl+C",)),
    Command("select_all", EDIT, _(CONTEXT, "Select &all"), "select_all", ("Ctrl+A",)),
    SEPARATOR,
    Command("search", EDIT, _(CONTEXT, "&Search this reference"), "start_search", ("Ctrl+K",)),
    Command("find", EDIT, _(CONTEXT, "&Find on this page"), "start_find", ("Ctrl+F",)),
    Command("find_next", EDIT, _(CONTEXT, "Find &next"), "find_next", ("F3",)),
    Command("find_previous", EDIT, _(CONTEXT, "Find &previous"), "find_previous", ("Shift+F3",)),
    Command("contents", VIEW, _(CONTEXT, "&Contents"), "show_contents", ("Ctrl+Shift+K",), icon="menu"),
    Command("larger", VIEW, _(CONTEXT, "&Larger text"), "appearance.enlarge", ("Ctrl++", "Ctrl+="), icon="text-larger"),
    Command("smaller", VIEW, _(CONTEXT, "&Smaller text"), "appearance.reduce", ("Ctrl+-",), icon="text-smaller"),
    Command("normal", VIEW, _(CONTEXT, "&Normal text"), "appearance.reset_size", ("Ctrl+0",)),
    SEPARATOR,
    Command("theme_system", VIEW, _(CONTEXT, "Theme of the s&ystem"), "appearance.follow_system", choice="theme"),
    Command("theme_light", VIEW, _(CONTEXT, "L&ight"), "appearance.use_light", choice="theme"),
    Command("theme_dark", VIEW, _(CONTEXT, "&Dark"), "appearance.use_dark", choice="theme"),
    Command("theme_contrast", VIEW, _(CONTEXT, "&High contrast"), "appearance.use_contrast", choice="theme"),
    SEPARATOR,
    Command("expand", VIEW, _(CONTEXT, "&Expand or collapse all answers"), "accordion.expand_or_collapse_all", ("Ctrl+E",)),
    Command("next_pane", VIEW, _(CONTEXT, "Next &pane"), "next_pane", ("F6",)),
    Command("full_screen", VIEW, _(CONTEXT, "&Full screen"), "toggle_full_screen", ("F11",)),
    Command("back", GO, _(CONTEXT, "&Back"), "go_back", ("Alt+Left",), icon="back"),
    Command("forward", GO, _(CONTEXT, "&Forward"), "go_forward", ("Alt+Right",), icon="forward"),
    SEPARATOR,
    Command("previous_section", GO, _(CONTEXT, "&Previous section"), "previous_section", ("Ctrl+PgUp",)),
    Command("next_section", GO, _(CONTEXT, "&Next section"), "next_section", ("Ctrl+PgDown",)),
    SEPARATOR,
    Command("questions", GO, _(CONTEXT, "&Questions and answers"), "go_to_questions"),
    Command("keys", HELP, _(CONTEXT, "&Keys"), "go_to_keys", ("F1",)),
    Command("about", HELP, _(CONTEXT, "&About and disclaimer"), "go_to_about"),
)

FIXED_KEYS = (
    (_(CONTEXT, "Up, Down"), _(CONTEXT, "Choose a result while the search field has the focus")),
    (_(CONTEXT, "Enter"), _(CONTEXT, "Open the chosen result; press the chosen button or question")),
    (_(CONTEXT, "Esc"), _(CONTEXT, "Clear the search; then go back to the page")),
    (_(CONTEXT, "Tab, Shift+Tab"), _(CONTEXT, "Go to the next or previous control, link or question")),
)


def translated(text: str) -> str:
    """Return a text of the table in the program's language."""
    return QCoreApplication.translate(CONTEXT, text)


class Actions:
    """The commands as actions of one window."""

    def __init__(self, window: QWidget) -> None:
        self.by_id: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for command in TABLE:
            if command is not None:
                self.by_id[command.id] = self._make(command, window)

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(translated(command.text), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        slot: Callable[[], object] = attrgetter(command.slot)(window)
        action.triggered.connect(slot)
        words = translated(command.text).replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({keys})" if keys else words)
        if command.choice:
            if command.choice not in self._groups:
                self._groups[command.choice] = QActionGroup(window)
            self._groups[command.choice].addAction(action)
            action.setCheckable(True)
        window.addAction(action)
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
                self.by_id[command.id].setIcon(icons.icon(command.icon))
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
