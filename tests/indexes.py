"""How tests come by an index of the search: it is made at once, and serves all tests of a process."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from app.ui.widgets.slices import Making, Slices
from app.ui.window import window as window_module


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the indexes of this process are kept."""
    return tmp_path_factory.mktemp("indexes")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, index_folder: Path) -> Callable[[Slices, Generator[None, None, object]], None]:
    """What is done in slices is done at once, and an index that one test has made serves the others; the way to begin as the program does."""
    begin = Slices.begin

    def begin_and_finish(slices: Slices, steps: Generator[None, None, object]) -> None:
        begin(slices, steps)
        if not isinstance(slices.parent(), Making):  # what somebody waits for is seen to be waited for
            slices.finish()

    monkeypatch.setattr(Slices, "begin", begin_and_finish)
    monkeypatch.setattr(window_module, "cache_folder", lambda: index_folder)
    return begin
