"""Modules that libraries load for what this program never asks of them: in the packages they are loaded when they are asked for something."""

import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

UNUSED = (
    "ipaddress", "ntpath",  # by Python's paths, for addresses in brackets and for the paths of another system
    "base64", "tempfile", "traceback", "zipfile",  # by PySide, which reads its support files from a text and tells of failures
    "msgspec.inspect",  # by msgspec, which describes classes as schemas
)  # fmt: skip

CLASSES = {"decimal": ("Decimal",), "uuid": ("SafeUUID", "UUID")}
"""Modules of which msgspec only wants to know classes, to write values of these kinds. No article has any, and a test finds who imports one;
who does so later gets the module itself."""


class Later(ModuleType):
    """Stands for a module, and loads it when it is asked for one of its names."""

    def __getattr__(self, name: str) -> object:
        """Return what the module has by this name; raise `AttributeError` where it has no such name."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Give those who import one of these modules meanwhile one that is loaded later; what is loaded already stays as it is."""
    with instead({name: Later(name) for name in names}):
        yield


@contextmanager
def unknown(classes: Mapping[str, Iterable[str]]) -> Iterator[None]:
    """Give those who import one of these modules meanwhile one that has empty classes of these names."""
    with instead({name: _of_classes(name, inside) for name, inside in classes.items()}):
        yield


def _of_classes(name: str, classes: Iterable[str]) -> ModuleType:
    """Return a module that has nothing but classes; msgspec asks one of them for its member `unknown`."""
    module = ModuleType(name)
    for one in classes:
        setattr(module, one, type(one, (), {"unknown": None}))
    return module


@contextmanager
def instead(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """Put modules in the places of others meanwhile; what is loaded already stays as it is."""
    made = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(made)
    try:
        yield
    finally:
        for name, module in made.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
