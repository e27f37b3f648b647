"""Words as they are written in HTML."""

import html

import pytest

from app.core.base.markup import escape, unescape

TEXTS = ("", "plain", "a < b & c > d", "\"quoted\" and 'so'", "&amp; stands for &", "27+6 — “weeks”")


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_written_as_pythons_own_module_writes_them(text: str) -> None:
    assert escape(text) == html.escape(text)
    assert unescape(escape(text)) == text


def test_names_of_letters_are_read() -> None:
    assert unescape("caf&eacute; &#8211; &lt;") == "café – <"
