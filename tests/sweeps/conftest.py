"""What the tests of the window have, for sweeps over many windows."""

from tests.ui.conftest import (  # noqa: F401 - fixtures
    _collect_often,
    _nothing_copied,
    appearance,
    at,
    at_once,
    face,
    index_folder,
    kept,
    loaded,
    open_window,
    painted,
    qtbot,
    window,
)
