"""What holds for all tests: they need no screen, and none goes on for ever."""

import gc
import locale
import os
from pathlib import Path

import pytest
from hypothesis import settings

from .limits import Limits

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if os.name == "posix" and locale.getencoding().lower() != "utf-8":
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt takes this one itself, but complains

KEEPS = {} if os.access(Path(__file__).resolve().parent.parent, os.W_OK) else {"database": None}
settings.register_profile("here", deadline=None, **KEEPS)  # how fast a machine is today decides nothing
settings.load_profile("here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("run_limit", "seconds after which a run is given up", default="1800")


def pytest_collection_finish() -> None:
    """Let Python's collector pass over what is there before the first test: it is there until the last one."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # tests make much and keep little: to look through it more often costs three of a hundred seconds


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Limits(config))
