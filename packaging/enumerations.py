"""Qt's enumerations, made as Python makes enumerations, with less work for each member.

PySide makes 2,000 members before the first picture and twice as many for the window; each is a name and a number. Python puts a place-holder into the
class for each, takes it out again, and asks for each what is the same for all. Here Python makes the class without members, and they are added
together. What comes out is the same in every part (`tests/test_enumerations.py`); whatever is not plain is left to Python.
"""

import sys
from enum import Enum, EnumMeta, Flag, IntEnum, IntFlag
from typing import Any

IS_KNOWN = sys.version_info[:2] == (3, 11) and hasattr(Flag, "_singles_mask_")
"""Whether this Python has the enumerations that are made here: 3.11 without its first versions, in which a flag has other parts."""

_NUMBERS: dict[Any, bool] = {Enum: False, IntEnum: True, Flag: False, IntFlag: True}
"""What enumerations are made of that have nothing but names and numbers, and whether their members are numbers themselves."""

_TAKEN = {kind: frozenset[str]().union(*(vars(base) for base in kind.__mro__), ("mro",)) for kind in _NUMBERS}
"""The names that mean something else."""

_by_python = EnumMeta._create_  # type: ignore[attr-defined] # there is no other place where all of them pass


def quicken() -> None:
    """Have all enumerations made here that are made from now on by a call, as PySide makes them."""
    if IS_KNOWN:
        EnumMeta._create_ = create  # type: ignore[attr-defined]


def create(cls: Any, name: str, names: Any, *, module: str | None = None, **more: Any) -> Any:  # noqa: ANN401 - Python's own has no types
    """Be `EnumMeta._create_`: return a new enumeration with a base, a name, and names with their numbers."""
    if module is None:
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as Python itself finds out who calls
    if not _is_plain(cls, names):
        return _by_python(cls, name, names, module=module, **more)
    made = _by_python(cls, name, (), module=module, **more)
    _add_members(made, names, is_flag=issubclass(cls, Flag), is_number=_NUMBERS[cls])
    return made


def _is_plain(cls: Any, names: Any) -> bool:  # noqa: ANN401 - as above
    """Return whether names and numbers are all there is to it, and there is nothing that Python would refuse or treat in another way."""
    if cls not in _NUMBERS or type(names) is not list or not all(type(item) is tuple for item in names):
        return False
    taken = _TAKEN[cls]
    return len(dict(names)) == len(names) and all(type(value) is int and name and name[0] != "_" and name not in taken for name, value in names)


def _add_members(made: Any, names: list[tuple[str, int]], *, is_flag: bool, is_number: bool) -> None:  # noqa: ANN401 - as above
    """Add members to an enumeration that has none. A second name of a number is another name of the same member."""
    new, put = made._new_member_, type.__setattr__
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    mask = bits = 0
    for name, value in names:
        is_bit = value > 0 and value & (value - 1) == 0
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(order)
            by_value[value] = member
            if is_bit or not is_flag:
                order.append(name)
        by_name[name] = member
        put(made, name, member)
        mask |= value
        bits |= value if is_bit else 0
    if is_flag and names:
        made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, bits, 2 ** mask.bit_length() - 1
        values = [member._value_ for member in made]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
