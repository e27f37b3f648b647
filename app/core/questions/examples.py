"""Questions that were asked of an article, and what answers them."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questions"
"""One file for an article, named by its id: a JSON object a line, with `text` and `places`."""


class Example(Struct, frozen=True):
    """A question that was asked, and the places of what answers it: passages, pages, notes, glossary terms. None: it is open."""

    text: str
    places: tuple[str, ...] = ()


def examples_of(article: str) -> Sequence[Example]:
    """Return the questions that were asked of an article, by its id; none, if there is no such file."""
    try:
        raw = (FOLDER / f"{article}.jsonl").read_bytes()
    except OSError:
        return ()
    return msgspec.json.Decoder(Example).decode_lines(raw)
