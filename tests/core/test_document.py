import pytest

from app.core.content import Article
from app.core.document import Blocks, Document, Heading, Item, Links, Notes, Paragraph, Rule, Run
from app.core.labels import Labels
from app.core.places import Places


@pytest.fixture(scope="module")
def document(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


def written(blocks: Blocks) -> str:
    """All words in the blocks, one block a line."""
    lines = []
    for block in blocks:
        match block:
            case Heading():
                lines.append(block.text)
            case Paragraph() | Item():
                lines.append("".join(run.text for run in block.runs))
            case Notes():
                lines += [f"{note.id} {note.verdict} {note.text}" for note in block.notes]
            case Links():
                lines += [run.text for run in block.links]
            case Rule():
                pass
    return "\n".join(lines)


def parts_with_notes(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    parts = [part for section in article.sections for part in section.passages] + list(article.faq.entries)
    return [(part.id, part.notes) for part in parts if part.notes]


def assert_notes_follow(blocks: Blocks, place: str, notes: tuple[str, ...]) -> None:
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Paragraph | Item) and block.place == place)
    follower = blocks[at + 1]
    assert isinstance(follower, Notes)
    assert follower.place == place
    assert tuple(note.id for note in follower.notes) == notes


# --- sections ---


def test_a_section_begins_with_its_place_line_and_its_title(document, article):
    line, title, *_ = document.section(article.sections[2])
    assert line == Paragraph((Run("Article  ›  Section 3 of 5"),), quiet=True)
    assert title == Heading("Symptoms and Diagnosis", 1, "symptoms-and-diagnosis")


def test_a_section_holds_its_passages_word_for_word_in_their_order(document, article):
    for section in article.sections:
        blocks = [block for block in document.section(section) if isinstance(block, Paragraph | Item) and block.place]
        assert [(block.place, written((block,))) for block in blocks] == [(passage.id, passage.text) for passage in section.passages]


def test_an_item_is_an_item_and_a_paragraph_a_paragraph(document, article):
    for section in article.sections:
        for passage in section.passages:
            assert type(document.passage_blocks(passage)[0]) is {"item": Item, "paragraph": Paragraph}[passage.kind]


def test_the_lead_of_an_item_is_strong(document, article):
    passage = next(passage for passage in article.sections[3].passages if passage.id.endswith("/cerclage"))
    (item,) = document.passage_blocks(passage)
    assert item.runs == (Run("Cervical cerclage", strong=True), Run(": a surgical procedure that closes the cervix with sutures or tape."))


def test_an_item_without_a_lead_is_one_run(document, article):
    (item,) = document.passage_blocks(article.sections[2].passages[1])
    assert item.runs == (Run("Pelvic pressure or pelvic discomfort may be felt."),)


def test_a_colon_in_a_paragraph_makes_nothing_strong(document, article):
    (paragraph,) = document.passage_blocks(article.sections[0].passages[0])
    assert [run.strong for run in paragraph.runs] == [False]


def test_related_questions_stand_at_the_end_of_their_section(document, article):
    blocks = document.section(article.sections[0])
    at = blocks.index(Heading("Related questions", 2))
    assert blocks[at - 1] == Rule()
    assert [run.target for run in blocks[at + 1].links] == ["faq/what-is-it", "faq/how-common"]


def test_a_section_without_questions_has_no_such_heading(article_of, raw):
    for entry in raw["faq"]["entries"]:
        entry["sections"] = []
    made = article_of(raw)
    assert "Related questions" not in written(Document(made).section(made.sections[0]))


@pytest.mark.parametrize(
    ("number", "targets"),
    [
        (0, ["causes-and-risk-factors"]),
        (2, ["causes-and-risk-factors", "treatment-and-management"]),
        (4, ["treatment-and-management"]),
    ],
)
def test_a_section_ends_with_links_to_its_neighbours(document, article, number, targets):
    assert [run.target for run in document.section(article.sections[number])[-1].links] == targets


def test_a_link_to_a_neighbour_says_which_way_and_where_to(document, article):
    previous, following = document.section(article.sections[1])[-1].links
    assert (previous.text, following.text) == ("Previous: Cervical Insufficiency", "Next: Symptoms and Diagnosis")


def test_an_only_section_has_no_neighbours(article_of, raw):
    raw["sections"] = raw["sections"][:1]
    for entry in raw["faq"]["entries"]:
        entry["sections"] = []
    made = article_of(raw)
    assert not any(isinstance(block, Links | Rule) for block in Document(made).section(made.sections[0]))


# --- evidence notes ---


def test_some_passages_carry_notes(article):
    assert [place for place, _ in parts_with_notes(article)] == ["treatment-and-management/bed-rest", "faq/treatment"]


def test_notes_stand_right_under_their_passage_in_the_whole_article(document, article):
    for place, notes in parts_with_notes(article):
        assert_notes_follow(document.whole(), place, notes)


def test_notes_stand_right_under_their_passage_on_its_page(document, article):
    places = Places(article)
    for place, notes in parts_with_notes(article):
        assert_notes_follow(document.page(places[place].page), place, notes)


def test_notes_stand_right_under_a_passage_that_is_shown_by_itself(document, article):
    for place, notes in parts_with_notes(article):
        assert_notes_follow(document.place(place), place, notes)


def test_notes_stand_under_an_answer_that_is_opened(document, article):
    entry = next(entry for entry in article.faq.entries if entry.notes)
    assert_notes_follow(document.answer_blocks(entry), entry.id, entry.notes)


def test_a_note_gives_verdict_sentence_id_date_and_sources(document):
    notes = document.place("treatment-and-management/bed-rest")[-1]
    assert (notes.label, notes.aside) == ("Evidence notes", "Not part of the article")
    note = notes.notes[1]
    assert (note.id, note.verdict) == ("EN19", "Outdated advice")
    assert note.text.startswith("Pelvic rest has not been shown to help")
    assert "".join(run.text for run in note.details) == "EN19 · Checked 22 November 2026 · Sources: ACOG 2014, Cambridge 2022"


def test_the_sources_of_a_note_lead_to_their_places(document, article):
    places = Places(article)
    for note in document.place("faq/treatment")[-1].notes:
        targets = [run.target for run in note.details if run.target]
        assert targets
        assert all(target in places for target in targets)


def test_a_single_note_is_labelled_in_the_singular(tea):
    assert Document(tea).place("brewing/time")[-1].label == "Evidence note"


def test_a_note_without_sources_says_none(article_of, raw):
    raw["notes"][0]["sources"] = []
    note = Document(article_of(raw)).place("treatment-and-management/bed-rest")[-1].notes[0]
    assert "".join(run.text for run in note.details) == "EN18 · Checked 22 November 2026"


@pytest.mark.parametrize(
    ("place", "notes"),
    [
        ("treatment-and-management/bed-rest", ["EN18", "EN19", "EN20"]),
        ("faq/treatment", ["EN27", "EN18", "EN19"]),
        ("overview/definition", []),
        ("overview", []),
        ("nowhere", []),
    ],
)
def test_the_notes_of_a_place_can_be_asked_for(document, place, notes):
    assert [note.id for note in document.notes_of(place)] == notes


# --- pages and places ---


def test_every_address_can_be_shown(document, article):
    for place in Places(article).ids():
        assert written(document.place(place))


@pytest.mark.parametrize("page", ["overview", "treatment-and-management", "faq", "sources", "about"])
def test_a_page_begins_with_a_title_of_the_first_level(document, page):
    titles = [block for block in document.page(page) if isinstance(block, Heading)]
    assert titles[0].level == 1
    assert titles[0].place == page
    assert [title.level for title in titles[1:]] == [2] * (len(titles) - 1)


@pytest.mark.parametrize("name", ["nowhere", "overview/definition", "disclaimer", ""])
def test_only_a_page_is_a_page(document, name):
    with pytest.raises(KeyError):
        document.page(name)


@pytest.mark.parametrize("name", ["nowhere", "overview/nowhere", "", "sources/S99"])
def test_a_place_that_does_not_exist_cannot_be_shown(document, name):
    with pytest.raises(KeyError):
        document.place(name)


def test_a_passage_by_itself_stands_under_the_title_of_its_section(document):
    heading, paragraph = document.place("overview/definition")
    assert heading == Heading("Cervical Insufficiency", 1, "overview")
    assert paragraph.place == "overview/definition"


def test_a_question_by_itself_is_the_title_of_its_answer(document):
    heading, answer = document.place("faq/how-common")
    assert heading == Heading("How common is cervical insufficiency?", 1, "faq/how-common")
    assert written((answer,)) == "It affects approximately 1-2% of pregnancies, but the exact prevalence is unclear."


def test_the_page_of_questions_has_every_answer_open(document, article):
    words = written(document.faq())
    for entry in article.faq.entries:
        assert f"{entry.question}\n{entry.answer}" in words


def test_the_disclaimer_by_itself_is_whole(document, article):
    assert written(document.place("disclaimer")) == "\n".join([article.disclaimer.title, *article.disclaimer.text])


def test_the_about_page_holds_the_edition_and_the_whole_disclaimer(document, article):
    words = written(document.about())
    for text in (*article.about.text, *document.edition_lines(), article.disclaimer.title, *article.disclaimer.text):
        assert text in words


def test_the_page_of_sources_tells_issuer_title_year_address_and_how_it_was_read(document):
    words = written(document.sources())
    assert "S05 · Cochrane 2015\nCochrane: Bed rest in singleton pregnancies for preventing preterm birth, 2015\n" in words
    assert "https://pmc.ncbi.nlm.nih.gov/articles/PMC7144825\nRead as: opening of the page" in words


def test_a_source_without_year_and_address_leaves_them_out(document):
    assert written(document.place("sources/S03")) == (
        "S03 · SMFM 50\n"
        "Society for Maternal-Fetal Medicine (SMFM): Consult Series 50: The role of activity restriction in obstetric management\n"
        "Read as: summary in a copy"
    )


def test_the_whole_article_holds_every_text_in_reading_order(document, article):
    words = written(document.whole())
    at = 0
    texts = [passage.text for section in article.sections for passage in section.passages]
    texts += [text for entry in article.faq.entries for text in (entry.question, entry.answer)]
    texts += [source.title for source in article.sources] + [*article.about.text, *article.disclaimer.text]
    for text in texts:
        at = words.index(text, at)


# --- edition ---


def test_the_edition_is_told_by_date_hash_and_review(document, loaded):
    assert document.edition_lines() == (
        f"Article of 18 October 2025, content {loaded.short_digest}",
        "Checked 22 November 2026",
        "Not yet reviewed by a clinician",
    )


def test_an_unknown_hash_is_a_dash(article):
    assert Document(article).edition_lines()[0] == "Article of 18 October 2025, content -"


def test_a_reviewer_is_named(article_of, raw):
    raw["edition"]["reviewed_by"] = "Dr. A. Example"
    assert Document(article_of(raw)).review() == "Reviewed by Dr. A. Example"


def test_words_of_the_program_can_be_given_in_another_language(tea):
    document = Document(tea, labels=Labels(section="القسم {number} من {count}", article="المقال"))
    assert written(document.section(tea.sections[0])).startswith("المقال  ›  القسم 1 من 2\nتحضير الشاي\n")
