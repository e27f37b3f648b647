"""Qt's enumerations as the packages make them are the same as those that Python makes."""

import enum
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import enumerations  # noqa: E402 - the folder is no package

pytestmark = pytest.mark.skipif(not enumerations.IS_KNOWN, reason="another Python makes its own")

CLASSES = [
    *(QtCore.Qt, QtCore.QLocale, QtCore.QEvent, QtCore.QUrl, QtCore.QFileDevice),
    *(QtGui.QFont, QtGui.QIcon, QtGui.QGradient, QtGui.QAccessible, QtGui.QTextFormat, QtGui.QPainter, QtGui.QPalette, QtGui.QKeySequence),
    *(QtWidgets.QStyle, QtWidgets.QFrame, QtWidgets.QAbstractItemView, QtWidgets.QMessageBox, QtWidgets.QSizePolicy, QtWidgets.QFileDialog),
]

MADE_UP = [
    [],
    [("one", 1), ("two", 2)],
    [("two", 2), ("one", 1), ("both", 3), ("also_one", 1)],
    [("none", 0), ("minus", -1), ("much", 1 << 40)],
    [("value", 1), ("name", 2)],  # what every member has already
    [("mask", 12), ("four", 4), ("eight", 8)],
]


def told(made: enum.EnumMeta) -> dict[str, object]:
    """Return all that an enumeration has: members and other things by their names, in words and numbers that another one may have, too."""

    def tell(thing: object) -> object:
        if isinstance(thing, made):
            return thing.__class__.__bases__, [(key, value) for key, value in vars(thing).items() if value is not made], repr(thing), str(thing)
        if isinstance(thing, dict):
            return [(key, tell(value)) for key, value in thing.items()]
        if isinstance(thing, enum.property):
            return vars(thing).keys()
        if getattr(thing, "__self__", None) is made:
            return thing.__func__
        return thing

    found = {key: tell(value) for key, value in vars(made).items()}
    return {**found, "members": [tell(member) for member in made], "again": [made(member.value) is member for member in made]}


def compare(kind: type[enum.Enum], names: list[tuple[str, int]]) -> None:
    ours = enumerations.create(kind, "Made", names, module="here", boundary=enum.KEEP)
    theirs = enumerations._by_python(kind, "Made", names, module="here", boundary=enum.KEEP)
    assert type(ours) is type(theirs) is enum.EnumMeta
    assert told(ours) == told(theirs)


def test_those_of_qt_have_the_same_parts() -> None:
    seen = 0
    for inside in CLASSES:
        for theirs in vars(inside).values():
            if isinstance(theirs, enum.EnumMeta):
                compare(theirs.__bases__[0], [(name, member._value_) for name, member in theirs.__members__.items()])
                seen += len(theirs.__members__)
    assert seen > 3000


@pytest.mark.parametrize("kind", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
def test_so_have_made_up_ones(kind: type[enum.Enum]) -> None:
    for names in MADE_UP:
        if kind in {enum.Enum, enum.IntEnum} or all(value >= 0 for _, value in names):
            compare(kind, names)
    with pytest.raises(TypeError, match="already defined"):
        enumerations.create(kind, "Made", [("one", 1), ("one", 2)])


def test_members_of_flags_are_joined_and_parted() -> None:
    made = enumerations.create(enum.Flag, "Made", [("two", 2), ("one", 1)], boundary=enum.KEEP)
    assert made.one | made.two == made(3)
    assert list(made(3)) == [made.two, made.one]
    assert ~made.one == made.two
    assert made(8).value == 8


def test_an_enumeration_knows_the_module_that_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumMeta, "_create_", enumerations.create)
    made = enum.Enum("Made", [("one", 1)])
    assert made.__module__ == __name__
    assert enum.Enum("Made", "one two").two.value == 2
