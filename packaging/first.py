"""What the packages do before all else: libraries are loaded without what this program does not use of them."""

import importlib

from enumerations import quicken
from put_off import CLASSES, UNUSED, put_off, unknown

quicken()
with put_off(*UNUSED), unknown(CLASSES):
    importlib.import_module("msgspec")
with put_off(*UNUSED):
    importlib.import_module("PySide6")
