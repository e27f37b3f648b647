import pytest

from app.core.article.content import Term
from app.core.pages.blocks import Blocks, Heading, Item, Links, Notes, NoteText, Paragraph, Run
from app.core.pages.document import Document
from app.core.pages.glossary import Marker


def term(name: str, *forms: str, in_article: bool = True) -> Term:
    return Term(f"glossary/{name.lower().replace(' ', '-')}", name, "What it means.", in_article, forms)


CERVIX, LENGTH, DILATION = term("Cervix"), term("Cervical length"), term("Dilation", "dilate", "dilates")


def marked(blocks: Blocks) -> list[tuple[str, str | None]]:
    """The words that are marked as terms, with the place that each leads to."""
    lines = [block for block in blocks if isinstance(block, Paragraph | Item)]
    return [(run.text, run.target) for block in lines for run in block.runs if run.term]


def mark(text: str, *terms: Term) -> list[tuple[str, str | None]]:
    return marked(Marker(terms).mark((Paragraph((Run(text),), "page/passage"),)))


def joined(block: Paragraph | Item) -> str:
    return "".join(run.text for run in block.runs)


# --- what is marked ---


def test_a_term_is_marked_where_it_first_stands_on_a_page_and_only_there():
    blocks = (
        Paragraph((Run("No word of it."),), "page/one"),
        Item((Run("The cervix, that is the Cervix."),), "page/two"),
        Paragraph((Run("The cervix again."),), "page/three"),
    )
    made = Marker([CERVIX]).mark(blocks)
    assert marked(made) == [("cervix", "glossary/cervix")]
    assert made[0] == blocks[0]
    assert made[1].runs == (Run("The "), Run("cervix", target="glossary/cervix", term=True), Run(", that is the Cervix."))
    assert made[2] == blocks[2]


def test_another_page_marks_it_anew():
    marker = Marker([CERVIX])
    page = (Paragraph((Run("cervix"),), "page/one"),)
    assert marker.mark(page) == marker.mark(page) != page


def test_every_term_of_a_statement_is_marked():
    assert mark("Dilation of the cervix.", CERVIX, DILATION) == [("Dilation", "glossary/dilation"), ("cervix", "glossary/cervix")]


def test_the_longest_term_wins():
    short = term("Cervical")
    assert mark("The cervical length is measured.", short, CERVIX, LENGTH) == [("cervical length", "glossary/cervical-length")]


def test_a_longer_term_that_was_seen_leaves_a_shorter_one_unmarked_inside_it():
    short = term("Cervical")
    assert mark("Cervical length, cervical length, cervical trauma.", short, LENGTH) == [
        ("Cervical length", "glossary/cervical-length"),
        ("cervical", "glossary/cervical"),
    ]


@pytest.mark.parametrize("text", ["cervical", "cervixes", "subcervix", "cervi x", "precervixal"])
def test_a_part_of_a_word_is_no_term(text):
    assert mark(text, CERVIX) == []


@pytest.mark.parametrize("word", ["dilate", "Dilates", "DILATION"])
def test_other_forms_of_a_term_are_marked_and_lead_to_it(word):
    assert mark(f"It may {word} early.", DILATION) == [(word, "glossary/dilation")]


def test_two_forms_of_a_term_are_marked_once():
    assert mark("It dilates; dilation comes early.", DILATION) == [("dilates", "glossary/dilation")]


def test_words_in_brackets_are_no_part_of_a_term():
    assert mark("Exposure to diethylstilbestrol.", term("Diethylstilbestrol (DES)")) == [("diethylstilbestrol", "glossary/diethylstilbestrol-(des)")]


def test_a_term_that_the_article_does_not_use_is_not_marked():
    assert mark("The membranes.", term("Membranes", in_article=False)) == []


@pytest.mark.parametrize(("text", "word"), [("Das Préterm kommt.", "Préterm"), ("A non–stress test.", "non–stress test")])
def test_accents_and_kinds_of_dash_make_no_difference(text, word):
    assert [found for found, _ in mark(text, term("preterm"), term("non-stress test"))] == [word]


@pytest.mark.parametrize("name", ["C++", "1 (one)", "a|b", "a.b", "[x]"])
def test_signs_in_a_term_are_taken_as_they_stand(name):
    assert mark("axb a cc", term(name)) == []


def test_a_term_of_nothing_but_brackets_marks_nothing():
    assert mark("Words and words.", term("(words)")) == []


# --- where nothing is marked ---


def test_titles_notes_links_quiet_lines_and_lines_without_a_place_are_left_as_they_are():
    note = NoteText("EN1", "Cervix", "The cervix.", (Run("cervix"),))
    blocks = (
        Heading("The cervix", 1, "page"),
        Paragraph((Run("The cervix"),), "page/quiet", quiet=True),
        Paragraph((Run("The cervix"),)),
        Notes("Evidence note on the cervix", "No part of the cervix", (note,), "page/one"),
        Links((Run("The cervix", target="page"),), "page/links"),
    )
    assert Marker([CERVIX]).mark(blocks) == blocks


def test_a_link_in_a_statement_stays_a_link():
    block = Paragraph((Run("the cervix", target="other"), Run(" and the cervix")), "page/one")
    (made,) = Marker([CERVIX]).mark((block,))
    assert made.runs == (Run("the cervix", target="other"), Run(" and the "), Run("cervix", target="glossary/cervix", term=True))


def test_a_strong_lead_stays_strong_where_a_term_is_marked():
    (made,) = Marker([CERVIX]).mark((Item((Run("The cervix now", strong=True), Run(": it opens.")), "page/one"),))
    assert made.runs == (
        Run("The ", strong=True),
        Run("cervix", strong=True, target="glossary/cervix", term=True),
        Run(" now", strong=True),
        Run(": it opens."),
    )


def test_without_a_glossary_nothing_is_marked():
    blocks = (Paragraph((Run("The cervix"),), "page/one"),)
    assert Marker([]).mark(blocks) == blocks


# --- words are never touched ---


@pytest.mark.parametrize(
    "text",
    [
        "Die große Cervix.",
        "The ﬁrst cervix.",
        "The cervix … opens.",
        "İ cervix",
        "1½ cervix",
        "ß cervix e\u0301",
        "e\u0301 cervix ß",
        "ﬁ cervix\u00ad, soft",
    ],
)
def test_where_folding_changes_lengths_the_words_stay_and_no_mark_is_misplaced(text):
    block = Paragraph((Run(text),), "page/one")
    (made,) = Marker([CERVIX]).mark((block,))
    assert joined(made) == text
    assert [found.lower() for found, _ in marked((made,))] in ([], ["cervix"])
    assert all(run.text for run in made.runs)


def test_marking_changes_no_word_of_the_article(article):
    document = Document(article)
    for section in article.sections:
        blocks = [block for block in document.section(section) if isinstance(block, Paragraph | Item) and block.place]
        assert [joined(block) for block in blocks] == [passage.text for passage in section.passages]
    for entry in article.faq.entries:
        statement = next(block for block in document.answer(entry) if isinstance(block, Paragraph))
        assert joined(statement) == entry.answer


def test_every_mark_on_a_page_of_the_article_leads_to_its_term_and_stands_once(article):
    document = Document(article)
    terms = {one.id: one for one in article.glossary}
    for section in article.sections:
        found = marked(document.section(section))
        assert len({place for _, place in found}) == len(found)
        for words, place in found:
            names = [terms[place].term.partition(" (")[0], *terms[place].forms]
            assert words.lower() in [name.lower() for name in names]


def test_every_term_that_the_statements_use_is_marked_somewhere(article):
    document = Document(article)
    pages = [document.section(section) for section in article.sections] + [document.answer(entry) for entry in article.faq.entries]
    found = {place for page in pages for _, place in marked(page)}
    assert {one.id for one in article.glossary if one.in_article} - found == set()


def test_terms_are_marked_where_they_are_read_and_not_where_text_leaves_the_program(article):
    document = Document(article)
    assert marked(document.page("overview"))
    assert marked(document.whole()) == marked(document.place("overview")) == marked(document.place("overview/definition")) == []


def test_an_article_without_a_glossary_is_shown_as_before(tea):
    document = Document(tea)
    for section in tea.sections:
        blocks = document.section(section)
        assert marked(blocks) == []
        assert [joined(block) for block in blocks if isinstance(block, Paragraph | Item) and block.place] == [part.text for part in section.passages]


def test_an_arabic_article_with_a_glossary_keeps_every_letter(tea):
    marker = Marker([term("الشاي"), term("العلبة"), term("الماء")])
    document = Document(tea)
    found = []
    for section in tea.sections:
        made = marker.mark(document.section_text(section))
        assert [joined(block) for block in made if isinstance(block, Paragraph | Item)] == [part.text for part in section.passages]
        found += marked(made)
    assert [words for words, _ in found] == ["العلبة"]  # a text with vowel marks changes its length when it is compared
