"""How words that changed are set."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument

from app.core.pages.blocks import Divider, Notes, NoteText, Paragraph, Run
from app.ui.shell.appearance import Appearance
from app.ui.text.drawings import Drawings
from app.ui.text.properties import spoken
from app.ui.text.readable import plain, readable, readable_spans, tip, tip_words
from app.ui.text.typeset import Typesetter


def formats(document: QTextDocument) -> dict[str, tuple[bool, bool, bool]]:
    """Return of each stretch of the first block whether it is struck out, underlined and bold."""
    found = {}
    stretches = document.begin().begin()
    while not stretches.atEnd():
        stretch = stretches.fragment()
        form = stretch.charFormat()
        found[plain(stretch.text())] = (form.fontStrikeOut(), form.fontUnderline(), form.fontWeight() >= QFont.Weight.DemiBold)
        stretches += 1
    return found


def test_changed_words_are_told_apart_without_colour(appearance: Appearance) -> None:
    document = QTextDocument()
    runs = Run("from "), Run("16", state="removed"), Run(" to "), Run("14", state="added"), Run("!")
    Typesetter(Drawings(document, appearance.look), appearance.look, Qt.LayoutDirection.LeftToRight).set((Paragraph(runs),))
    assert formats(document) == {
        "from ": (False, False, False),
        "16": (True, False, False),
        " to ": (False, False, False),
        "14": (False, True, True),
        "!": (False, False, False),
    }
    assert spoken(document.begin()) == "from 16 to 14!"


def test_a_range_that_changed_in_part_is_set_as_a_range(appearance: Appearance) -> None:
    document = QTextDocument()
    runs = Run("12-"), Run("14", state="added"), Run(" weeks")
    Typesetter(Drawings(document, appearance.look), appearance.look, Qt.LayoutDirection.LeftToRight).set((Paragraph(runs),))
    assert document.toRawText() == "12\u2060–\u206014\u00a0weeks"
    assert formats(document)["14"] == (False, True, True)


ARABIC = "بين 12-16 أسبوعًا، 25 mm أو 5 % فقط"


def test_ranges_and_units_keep_their_order_in_text_read_from_the_right() -> None:
    assert readable(ARABIC) == "بين \u206612\u2060–\u206016\u2069\u00a0أسبوعًا، \u206625\u00a0mm\u2069 أو \u20665 %\u2069 فقط"
    assert plain(readable(ARABIC)) == ARABIC.replace("-", "–")


def test_text_read_from_the_left_needs_no_isolates() -> None:
    for address in ("https://doi.org/10.1111/1471-0528.17003", "doi.org/10.1016/s0140-6736", "what0-18.nhs.uk"):
        assert readable(f"({address}), at 12-16 weeks") == f"({address}), at 12\u2060–\u206016\u00a0weeks"
        text = f"{address} 12-16 mm"
        ((start, end),) = readable_spans(text, ((len(address) + 1, len(text)),))
        assert readable(text)[start:end] == "12\u2060–\u206016\u00a0mm"
    assert readable("12-16 weeks, 25 mm") == "12\u2060–\u206016\u00a0weeks, 25\u00a0mm"


def test_spans_are_found_again_between_isolates() -> None:
    for word in ("12-16", "mm", "أو", "فقط", "25 mm"):
        start = ARABIC.index(word)
        ((first, end),) = readable_spans(ARABIC, ((start, start + len(word)),))
        assert plain(readable(ARABIC)[first:end]) == word.replace("-", "–")


def test_the_rule_behind_a_panel_is_as_wide_as_the_text(appearance: Appearance) -> None:
    document = QTextDocument()
    notes = Notes("Note", "aside", (NoteText("EN1", "Old", "Text", (Run("details"),), alert=True),), "a", ("a",), "")
    typesetter = Typesetter(Drawings(document, appearance.look), appearance.look, Qt.LayoutDirection.RightToLeft)
    typesetter.set((Paragraph((Run("first"),)), notes, Divider()))
    document.setTextWidth(400)
    rule = document.lastBlock()
    assert plain(rule.text()) == ""
    assert document.documentLayout().blockBoundingRect(rule).width() == 400


def test_a_tip_breaks_its_lines_and_gives_its_words_back() -> None:
    words = 'Below or at 25 mm: "short" & <firm>.'
    assert tip(words).startswith("<qt>")
    assert "<firm>" not in tip(words)
    assert tip_words(tip(words)) == words
    assert (tip(""), tip_words("")) == ("", "")
