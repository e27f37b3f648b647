import pytest

from app.core.article.content import lead_and_rest


@pytest.mark.parametrize(
    ("text", "lead", "rest"),
    [
        ("Cervical cerclage: a surgical procedure.", "Cervical cerclage", ": a surgical procedure."),
        ("One: two: three", "One", ": two: three"),
        ("one two three four five six: seven", "one two three four five six", ": seven"),
        ("المقدار: ملعقة صغيرة", "المقدار", ": ملعقة صغيرة"),
    ],
)
def test_the_words_before_the_first_colon_are_the_lead(text, lead, rest):
    assert lead_and_rest(text) == (lead, rest)


@pytest.mark.parametrize(
    "text",
    [
        "No colon at all.",
        "The options may include:",
        "The options may include: ",
        "one two three four five six seven: a colon deep in a sentence",
        "It ends. Then: a colon in the next sentence",
        "",
    ],
)
def test_a_colon_that_opens_a_list_or_stands_deep_in_a_sentence_marks_no_lead(text):
    assert lead_and_rest(text) == ("", text)


def test_no_word_of_an_item_is_lost_between_lead_and_rest(article):
    for section in article.sections:
        for passage in section.passages:
            assert "".join(lead_and_rest(passage.text)) == passage.text
