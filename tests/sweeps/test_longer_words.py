"""Longer words in every shape of window with every face that a desktop may have chosen, where the plain test command has not looked."""

from collections.abc import Callable

import pytest

from app.core.files.loader import Loaded
from app.ui.window.window import Window
from tests.typefaces import FACES
from tests.ui.window.test_pseudo import CASES, SHAPES, _pseudo, foreign, foreign_window, mirrored, wrong_in  # noqa: F401 - fixtures

SIDES = [("wide", "ltr"), ("wide", "rtl"), ("narrow", "rtl"), ("smallest", "ltr"), ("large", "rtl")]
OTHERS = [(face, shape, side) for face in FACES for shape, side in SIDES if (face, shape, side) not in CASES]


@pytest.mark.parametrize(("face", "shape", "direction"), OTHERS, indirect=["face"])
def test_longer_words_are_not_cut_off_and_none_stays_english(
    direction: str,
    shape: str,
    foreign: Loaded,  # noqa: F811
    mirrored: Loaded,  # noqa: F811
    foreign_window: Callable[..., Window],  # noqa: F811
) -> None:
    wrong = wrong_in(foreign_window(foreign if direction == "ltr" else mirrored, SHAPES[shape]), shape)
    if wrong:
        pytest.fail("\n".join(wrong))
