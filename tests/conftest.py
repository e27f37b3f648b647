"""What holds for all tests: they need no screen, and none goes on for ever."""

import os

import pytest

from .limits import Limits

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("run_limit", "seconds after which a run is given up", default="1800")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Limits(config))
