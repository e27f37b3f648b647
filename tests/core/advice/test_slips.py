"""What could be better in the words of a content file is told, and nothing else is."""

import json

import pytest

from app.core.advice.slips import slips_in
from app.core.files.check import problems
from app.machine import paths


def advised(data, article=None):
    return [str(line) for line in slips_in(json.dumps(data).encode(), article)]


def test_the_bundled_article_has_one_word_that_nothing_uses(article):
    assert [line.where for line in slips_in(paths.CONTENT.read_bytes(), article)] == ["synonyms[15].term"]


@pytest.mark.parametrize("text", ["in the the cervix", "The the cervix", "the  the", "We we do", "say it it.", "(may may, or not", "“no no” he said"])
def test_a_doubled_word_is_told_and_is_no_error(raw, text):
    raw["sections"][0]["passages"][0]["text"] = text
    (line,) = advised(raw)
    assert line.startswith("sections[0].passages[0].text: a word is written twice: ")
    assert problems(json.dumps(raw).encode()) == ()


def test_a_doubled_word_in_a_list_of_texts_is_told_with_its_number(raw):
    raw["disclaimer"]["text"][3] = "We we do not guarantee it."
    assert advised(raw) == ['disclaimer.text[3]: a word is written twice: "We we"']


@pytest.mark.parametrize("text", ["they had had it", "said that that is so", "12 12 weeks", "the theory", "other the", "is, is"])
def test_words_that_are_doubled_on_purpose_or_only_look_so_are_good(raw, text):
    raw["sections"][0]["passages"][0]["text"] = text
    assert advised(raw) == []


@pytest.mark.parametrize(("language", "found"), [("de", 0), ("pt-BR", 0), ("id", 0), ("en-GB", 1), ("EN", 1)])
def test_doubled_words_are_told_in_english_only(raw, language, found):
    raw["language"] = language
    raw["title"] = "die die"
    assert len(advised(raw)) == found


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Wait <b>four</b> minutes", "HTML"),
        ("One line<br/>and one more", "HTML"),
        ('A <a href="x.html">page</a>', "HTML"),
        ("Salt&nbsp;and pepper", "HTML"),
        ("Salt &amp; pepper", "HTML"),
        ("Salt &#38; pepper", "HTML"),
        ("Wait **four** minutes", "Markdown"),
        ("Wait *four* minutes", "Markdown"),
        ("# Brewing", "Markdown"),
        ("- one spoon", "Markdown"),
        ("> somebody said", "Markdown"),
        ("See [the page](page.html)", "Markdown"),
        ("Type `check`", "Markdown"),
        ("It is __hot__", "Markdown"),
    ],
)
def test_markup_in_a_text_is_told(raw, text, sign):
    raw["sections"][0]["passages"][0]["text"] = text
    (line,) = advised(raw)
    assert line.startswith(f"sections[0].passages[0].text: has a sign of {sign} in it")


@pytest.mark.parametrize(
    "text",
    [
        "less than < 25 mm",
        "a<b and c>d",
        "2 * 3 * 4",
        "R&D; and more",
        "25 mm*",
        "snake_case_name",
        "[1] and [2]",
        "#1 in the list",
        "5 > 4",
        "–20 °C",
    ],
)
def test_signs_that_are_no_markup_are_good(raw, text):
    raw["sections"][0]["passages"][0]["text"] = text
    assert advised(raw) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("jp", "language: jp is not the code of a language: did you mean ja?"),
        ("gb", "language: gb is not the code of a language: did you mean en-GB?"),
        ("eng", "language: eng is not the code of a language: did you mean en?"),
        ("qq", "language: qq is not the code of a language; examples are en, es, fr, ar"),
        ("en-UK", "language: uk is not the code of a country: did you mean en-GB?"),
        ("ar", 'direction: this language is read from the right, so this should be "rtl", not "ltr"'),
    ],
)
def test_a_wrong_language_code_is_told(raw, language, told):
    raw["language"] = language
    assert advised(raw) == [told]


@pytest.mark.parametrize("language", ["en", "en-GB", "pt-BR", "zh-Hant", "uk", "gsw", "az-Latn", "es-419"])
def test_a_right_language_code_is_good(raw, language):
    raw["language"] = language
    assert advised(raw) == []


def test_other_words_for_a_word_that_no_text_has_are_told(full, article_of):
    full["synonyms"].append({"term": "samovar", "relation": "exact", "variants": ["urn"], "kind": "lay"})
    article = article_of(full)
    assert f'synonyms[{len(full["synonyms"]) - 1}].term: no text has the word "samovar", so these words find nothing' in advised(full, article)


def test_a_term_that_no_statement_uses_is_told(full, article_of):
    full["glossary"].append({"id": "glossary/samovar", "term": "Samovar (urn)", "meaning": "A vessel.", "in_article": True})
    article = article_of(full)
    lines = [line for line in advised(full, article) if line.startswith("glossary")]
    assert lines[-1] == (
        f'glossary[{len(full["glossary"]) - 1}].in_article: no statement uses "Samovar (urn)" or one of its forms, so no text leads to it'
    )


@pytest.mark.parametrize("raw_bytes", [b"", b"[" * 100_000, b"[]", b'"text"', b"\xff", b'{"language": 5, "title": ["<b>"]}'])
def test_whatever_comes_raises_nothing(raw_bytes):
    slips_in(raw_bytes, None)
