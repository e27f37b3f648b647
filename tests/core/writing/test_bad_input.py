"""Files of every kind: each gives an article or one plain line, never an error of the program, and soon."""

import datetime as dt
import io
import time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.texts.lines import UnusableError
from app.core.writing.importing import Imported, import_article
from app.core.writing.report import report
from tests.core.writing.docx import W, paragraph, run, word_file

TODAY = dt.date(2026, 11, 26)
SOON = 8
"""Seconds of the processor, so that others who use it do not count; none takes more than four."""

RULES = "https://rules.example"
GOOD = "# Kettles\n\nFill the kettle.\n"


def told(raw: bytes, name: str = "a.md") -> str:
    """Return the plain line that a file is refused with."""
    with pytest.raises(UnusableError) as caught:
        import_article(raw, name, TODAY)
    line = str(caught.value)
    assert "\n" not in line
    return line


def made(text: str | bytes, name: str = "a.md") -> Imported:
    done = import_article(text.encode() if isinstance(text, str) else text, name, TODAY)
    assert report(done, name)
    return done


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"{\\rtf1 hello}", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x01\x02\x03\x04" * 50, "no text that can be read"),
        (b"PK\x03\x04 nothing more", "not a Word file"),
        (b"---\ntitle: Only this\n---\n", "no text"),
        (b"# A heading alone\n", "no text"),
        (b"x" * 3_000_001, "larger than 3 MB"),
        (b"\n" * 50_001 + b"x", "more than 50,000 lines"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else "",
)
def test_what_is_no_text_is_told_in_one_line(raw: bytes, what: str) -> None:
    for name in ("a.md", "a.txt", "a.docx"):
        assert what in told(raw, name)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"## Heading {number}\n\nText {number}.\n\n" for number in range(2_000)),
        "## Heading\n\n" * 2_000 + "Text.\n",
        "\n".join("  " * depth + f"- item {depth}" for depth in range(100)) + "\n",
        "\n".join("  " * depth + f"- item {depth}" for depth in range(400)) + "\n",
        ">" * 30_000 + " deep\n\nText.\n",
        "Text.\n\n" + "[" * 50 + "deep\n",
        "*a **b " * 5_000,
        "Text.\n\n" + "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n",
        "word " * 40_000,
        "x" * 300_000,
        "Why?\n" * 5_000,
        "- a\n" * 5_000,
        "Q: why\nA: so\n" * 3_000,
        "\n\n".join(["One line"] * 3_000),
        "CAPITALS AGAIN\n" * 3_000,
    ],
    ids=lambda text: " ".join(text[:16].split()),
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_large_and_deep_texts_end_soon(text: str, name: str) -> None:
    begun = time.process_time()
    try:
        made(text, name)
    except UnusableError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either an article or one line
    assert time.process_time() - begun < SOON


def test_ten_thousand_headings_become_ten_thousand_sections_soon() -> None:
    begun = time.process_time()
    done = made("".join(f"## Heading {number}\n\nText {number}.\n\n" for number in range(10_000)))
    assert time.process_time() - begun < SOON
    assert len({section.id for section in done.article.sections}) == 10_000


def test_lists_in_lists_keep_every_item() -> None:
    done = made("\n".join("  " * depth + f"- item {depth}" for depth in range(100)) + "\n")
    assert [passage.text for passage in done.article.sections[0].passages] == [f"item {depth}" for depth in range(100)]
    deeper = made("\n".join("  " * depth + f"- item {depth}" for depth in range(200)) + "\n")
    placed = {passage.text for passage in deeper.article.sections[0].passages}
    listed = " ".join(remark.words for remark in deeper.unplaced)
    assert all(f"item {depth}" in placed or f"item {depth}" in listed for depth in range(200))


def test_every_form_of_text_is_read_alike() -> None:
    text = "# Tee\n\nGrüner Tee zieht zwei Minuten.\n\n- eins\n- zwei\n"
    plain = made(text).article.sections
    forms = [text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("utf-16-be"), text.encode("cp1252")]
    forms[2] = b"\xfe\xff" + forms[2]
    forms += [text.replace("\n", ending).encode() for ending in ("\r\n", "\r", "\u2028")]
    forms.append(text.replace("\n\n", "\r\n\n").replace("- eins\n", "- eins\r").encode())
    for raw in forms:
        assert made(raw).article.sections == plain
    assert "accents" in made(text.encode("cp1252")).unplaced[0].what


def test_a_text_without_a_heading_is_named_by_its_file() -> None:
    done = made("The kettle stands on the shelf, and everybody may use it when they have washed their cup.\n", "our-kettle.md")
    assert (done.article.title, done.article.id) == ("Our kettle", "kettle")
    assert any("file’s name" in choice.what for choice in done.choices)


def test_two_titles_make_one_article_with_both_texts() -> None:
    done = made("# First\n\n## One\n\nText one.\n\n# Second\n\n## Two\n\nText two.\n")
    assert done.article.title == "First"
    assert [section.title for section in done.article.sections] == ["One", "Second: Two"]


def test_nothing_that_a_text_names_is_opened_or_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.open", lambda *_args, **_options: pytest.fail("a file was opened"))
    text = f"{GOOD}\n![far](https://pictures.example/a.svg)\n\n![near](file:///etc/passwd)\n\n![up](../../x.svg)\n\n[there](https://a.example)\n"
    done = made(text + "\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n")
    assert done.article.figures == ()
    words = " ".join((*(remark.words for remark in done.unplaced), done.content.decode()))
    for part in ("https://pictures.example/a.svg", "file:///etc/passwd", "../../x.svg", "https://a.example", "alert(1)"):
        assert part in words


# --- Word ---


def zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def test_a_zip_file_that_is_no_word_file_is_told() -> None:
    assert "not a Word file" in told(zipped({"a.txt": "hello"}), "a.docx")
    assert "OpenDocument" in told(b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + bytes(100), "a.odt")
    assert "not a Word file" in told(word_file(paragraph("Text"))[:-300], "a.docx")
    assert "not a Word file" in told(word_file("<w:p><w:t>open"), "a.docx")


def test_a_word_file_that_unpacks_to_too_much_is_told_soon() -> None:
    begun = time.process_time()
    assert "too large" in told(word_file(paragraph("a" * 17_000_000)), "a.docx")
    assert time.process_time() - begun < SOON


def test_entities_of_a_word_file_are_not_expanded() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document><w:body/></w:document>'
    outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document/>'
    for text in (bomb, outside):
        assert "not a Word file" in told(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": text}), "a.docx")


def test_tables_nested_deeper_than_anybody_draws_are_told() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 300 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 300
    assert "not a Word file" in told(word_file(deep), "a.docx")


def test_macros_comments_footnotes_and_what_was_deleted_are_told_and_nothing_is_run() -> None:
    deleted = "<w:del><w:r><w:delText>old words</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('new words')}</w:ins>"
    linked = f'<w:hyperlink r:id="rId7">{run("the rules")}</w:hyperlink>'
    noted = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    raw = word_file(
        paragraph("Keys", "Title"),
        paragraph("Hang the key up.", inside=deleted + inserted + linked + noted),
        main="application/vnd.ms-word.document.macroEnabled.main+xml",
        parts={
            "word/vbaProject.bin": b"\x00macro",
            "word/comments.xml": f"<w:comments {W}><w:comment>{paragraph('Is this right?')}</w:comment></w:comments>",
            "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="3">{paragraph("On the hook.")}</w:footnote></w:footnotes>',
            "word/_rels/document.xml.rels": f'<Relationships><Relationship Id="rId7" Target="{RULES}" TargetMode="External"/></Relationships>',
        },
    )
    done = made(raw, "a.docm")
    assert [passage.text for passage in done.article.sections[0].passages] == ["Hang the key up.new wordsthe rules"]
    words = "\n".join(f"{remark.what} {remark.words}" for remark in done.unplaced)
    for part in ("macros", "old words", "Is this right?", "footnote 3", "On the hook.", RULES):
        assert part in words


def test_headings_are_known_in_the_word_of_other_languages() -> None:
    done = made(word_file(paragraph("Fahrräder", "Title"), paragraph("Licht", "berschrift1"), paragraph("Die Lampe ist vorn.")), "a.docx")
    assert [section.title for section in done.article.sections] == ["Licht"]


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_one_line(raw: bytes) -> None:
    for start, name in ((b"", "a.md"), (b"", "a.txt"), (b"PK\x03\x04", "a.docx"), (b"\xff\xfe", "a.txt"), (b"---\n", "a.md")):
        try:
            made(start + raw, name)
        except UnusableError as error:
            assert "\n" not in str(error)  # noqa: PT017


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_word_file_with_one_wrong_byte_gives_an_article_or_one_line(at: int, byte: int) -> None:
    raw = bytearray(word_file(paragraph("Keys", "Title"), paragraph("Hang the key up."), paragraph("one", "ListBullet", number=1)))
    raw[at % len(raw)] = byte
    try:
        made(bytes(raw), "a.docx")
    except UnusableError as error:
        assert "\n" not in str(error)  # noqa: PT017
