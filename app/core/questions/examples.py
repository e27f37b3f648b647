"""Questions that were asked of an article, and what answers them."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questions"
"""One file for an article, named by its id: a JSON object a line, with `text` and `places`."""

LANGUAGE = "en"
"""The language in which they were asked: an article in another one has other words, so that they would only tell that all is open."""


class Example(Struct, frozen=True):
    """A question that was asked, and the places of what answers it: passages, pages, notes, glossary terms. None: it is open."""

    text: str
    places: tuple[str, ...] = ()


def examples_of(article: str, language: str) -> Sequence[Example]:
    """Return the questions that were asked of an article, by its id and the tag of its language; none, if there is no such file.

    A damaged line tells nothing: it must not keep a reader from searching.
    """
    if language.lower().partition("-")[0] != LANGUAGE:
        return ()
    try:
        lines = (FOLDER / f"{article}.jsonl").read_bytes().splitlines()
    except OSError:
        return ()
    found, decoder = [], msgspec.json.Decoder(Example)
    for line in lines:
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            found.append(decoder.decode(line))
    return found
