import datetime as dt
import sys
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.article.content import Article, Review
from app.core.article.places import Places
from app.core.base.built import FILE, built
from app.core.base.labels import Labels
from app.core.formats.markdown import to_markdown
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Blocks, Divider, Drawing, Heading, Item, Links, Notes, Paragraph, Run, UrgentBox
from app.core.pages.document import Document


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
            case Drawing():
                lines += [block.title, block.alt, "".join(run.text for run in block.caption)]
            case UrgentBox():
                lines += [block.title, *(line.text for line in block.lines())]
            case Divider():
                pass
    return "\n".join(lines)


def parts_with_notes(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    parts = [part for section in article.sections for part in section.passages] + list(article.faq.entries)
    return [(part.id, part.notes) for part in parts if part.notes]


def box_texts(article: Article) -> list[str]:
    """Every text of the box below its title, in reading order."""
    urgent = article.urgent_care
    texts = [urgent.text]
    for group in urgent.groups:
        texts += [group.title, *([group.who] if group.who else ()), *(sign.text for sign in group.signs), *([group.remark] if group.remark else ())]
    return [*texts, *(remark.text for remark in urgent.remarks)]


def ids_of(notes: Notes) -> tuple[str, ...]:
    return tuple(note.id for note in notes.notes)


def assert_notes_stand(blocks: Blocks, place: str, notes: tuple[str, ...]) -> None:
    """Every note stands in a panel that names the place, with nothing between the two but what shares the note."""
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Paragraph | Item) and block.place == place)
    assert notes
    for name in notes:
        between = []
        for block in blocks[at + 1 :]:
            assert not isinstance(block, Heading), f"{name} is missing at {place}"
            if isinstance(block, Notes) and place in block.places and name in ids_of(block):
                assert block.place == block.places[-1]
                assert set(between) < set(block.places)
                break
            between += [block.place] if isinstance(block, Paragraph | Item) else []
        else:
            pytest.fail(f"{name} is missing at {place}")


def section_of(article: Article, name: str):
    return next(section for section in article.sections if section.id == name)


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
    item = document.passage_blocks(passage)[0]
    assert item.runs == (Run("Cervical cerclage", strong=True), Run(": a surgical procedure that closes the cervix with sutures or tape."))


def test_an_item_without_a_lead_is_one_run(document, article):
    item = document.passage_blocks(article.sections[2].passages[1])[0]
    assert item.runs == (Run("Pelvic pressure or pelvic discomfort may be felt."),)


def test_a_colon_in_a_paragraph_makes_nothing_strong(document, article):
    paragraph = document.passage_blocks(article.sections[0].passages[0])[0]
    assert [run.strong for run in paragraph.runs] == [False]


def test_related_questions_stand_at_the_end_of_their_section(document, article):
    blocks = document.section(article.sections[0])
    at = blocks.index(Heading("Related questions", 2))
    assert blocks[at - 1] == Divider()
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
    raw["figures"] = []
    for entry in raw["faq"]["entries"]:
        entry["sections"] = []
    raw["provenance"]["inconsistencies"] = []  # they lead to the other sections
    made = article_of(raw)
    assert not any(isinstance(block, Links | Divider) for block in Document(made).section(made.sections[0]))


# --- evidence notes ---


def test_every_passage_and_every_answer_carries_notes(article):
    assert len(parts_with_notes(article)) == sum(len(section.passages) for section in article.sections) + len(article.faq.entries)


def test_notes_stand_under_their_passage_in_the_whole_article(document, article):
    whole = document.whole()
    for place, notes in parts_with_notes(article):
        assert_notes_stand(whole, place, notes)


def test_the_notes_of_every_passage_stand_on_its_page(document, article):
    places = Places(article)
    for place, notes in parts_with_notes(article):
        assert_notes_stand(document.page(places[place].page), place, notes)
        assert_notes_stand(document.page(places[place].page, has_side_column=True), place, notes)


def test_a_passage_that_is_shown_by_itself_has_all_its_notes_right_under_it(document, article):
    for place, notes in parts_with_notes(article):
        *_, statement, panel = document.place(place)
        assert statement.place == place
        assert (panel.place, panel.places, ids_of(panel)) == (place, (place,), notes)


def test_an_answer_that_is_opened_has_all_its_notes_right_under_it(document, article):
    for entry in article.faq.entries:
        statement, panel = document.answer_blocks(entry)
        assert statement == Paragraph((Run(entry.answer),), entry.id)
        assert (panel.places, ids_of(panel)) == ((entry.id,), entry.notes)


def test_a_note_that_neighbours_share_stands_once_after_the_last_of_them_and_names_them_all(document, article):
    page = document.page("symptoms-and-diagnosis")
    symptoms = ("pelvic-pressure", "back-pain-cramping", "vaginal-bleeding", "vaginal-discharge")
    signs = tuple(f"symptoms-and-diagnosis/{name}" for name in symptoms)
    panels = [block for block in page if isinstance(block, Notes)]
    assert [(ids_of(panel), panel.places) for panel in panels][:2] == [(("EN12",), signs), (("EN11",), ("symptoms-and-diagnosis/symptoms", *signs))]
    at = page.index(panels[0])
    assert page[at - 1].place == panels[0].place == panels[1].place == signs[-1]
    assert page[at + 1] == panels[1]
    assert [panel.label for panel in panels[:2]] == ["Evidence note on the points above"] * 2


def test_a_note_that_stands_apart_from_its_neighbours_stands_at_each(document):
    panels = [block for block in document.page("symptoms-and-diagnosis") if isinstance(block, Notes)]
    assert [panel.places for panel in panels if ids_of(panel) == ("EN13",)] == [
        ("symptoms-and-diagnosis/diagnosis", "symptoms-and-diagnosis/medical-history"),
        ("symptoms-and-diagnosis/pelvic-exam",),
    ]


def test_several_notes_that_the_same_neighbours_share_stand_together(raw, article_of):
    for passage in raw["sections"][3]["passages"][1:3]:
        passage["notes"] = ["EN16", "EN17"]
    made = article_of(raw)
    panels = [block for block in Document(made).page("treatment-and-management") if isinstance(block, Notes)]
    assert (ids_of(panels[1]), panels[1].label) == (("EN16", "EN17"), "Evidence notes on the points above")
    assert panels[1].places == ("treatment-and-management/cerclage", "treatment-and-management/progesterone")


def test_a_note_that_a_passage_names_twice_harms_nothing(raw, article_of):
    raw["sections"][3]["passages"][3]["notes"] = ["EN18", "EN19", "EN18"]
    made = article_of(raw)
    assert_notes_stand(Document(made).page("treatment-and-management"), "treatment-and-management/bed-rest", ("EN18", "EN19"))


def test_no_note_is_shared_across_sections_or_questions(document, article):
    panels = [block for block in document.whole() if isinstance(block, Notes)]
    for panel in panels:
        assert len({place.partition("/")[0] for place in panel.places}) == 1
        assert len(panel.places) == 1 or not panel.place.startswith("faq/")


def test_notes_with_an_alert_stand_before_those_without(document, article):
    for page in [section.id for section in article.sections] + ["faq"]:
        for place, group in panels_by_place(document.page(page)):
            alerts = [note.alert for panel in group for note in panel.notes]
            assert alerts == sorted(alerts, reverse=True), place


def panels_by_place(blocks: Blocks) -> list[tuple[str, list[Notes]]]:
    panels = [block for block in blocks if isinstance(block, Notes)]
    return [(place, [panel for panel in panels if panel.place == place]) for place in dict.fromkeys(panel.place for panel in panels)]


def test_a_note_knows_whether_it_has_an_alert(document, article):
    alerts = {note.id: bool(note.alerts) for note in article.notes}
    for block in document.whole():
        for note in block.notes if isinstance(block, Notes) else ():
            assert note.alert is alerts[note.id]


@pytest.mark.parametrize(
    ("notes", "folded"),
    [
        (["EN11"], "Evidence note"),
        (["EN01", "EN02"], "2 evidence notes"),
        (["EN01", "EN02", "EN03"], "3 evidence notes"),
        (["EN12", "EN11"], "1 more evidence note"),
        (["EN18", "EN19", "EN20"], "1 more evidence note"),
        (["EN12", "EN11", "EN13"], "2 more evidence notes"),
        (["EN12"], ""),
        (["EN18", "EN19"], ""),
    ],
)
def test_the_words_for_folded_notes_count_those_without_an_alert(document, notes, folded):
    (panel,) = document.notes(notes, ("overview/definition",))
    assert panel.folded == folded


def test_a_quiet_note_on_several_points_is_folded_under_its_own_label(document):
    (panel,) = document.notes(["EN11"], ("overview/definition", "overview/other"))
    assert panel.label == panel.folded == "Evidence note on the points above"


def test_without_notes_there_is_no_panel(document):
    assert document.notes([], ("overview/definition",)) == ()


def test_a_note_gives_verdict_sentence_id_date_and_sources(document):
    notes = document.place("treatment-and-management/bed-rest")[-1]
    assert (notes.label, notes.aside) == ("Evidence notes", "Not part of the article")
    note = notes.notes[1]
    assert (note.id, note.verdict) == ("EN19", "Outdated advice")
    assert note.text.startswith("Pelvic rest has not been shown to help")
    assert (
        "".join(run.text for run in note.details)
        == "EN19 · Checked 26 November 2026 · Sources: ACOG 2014, Cambridge 2022, Alberta, Drugs.com (cerclage)"
    )


def test_the_sources_of_a_note_lead_to_their_places(document, article):
    places = Places(article)
    for note in document.place("faq/treatment")[-1].notes:
        targets = [run.target for run in note.details if run.target]
        assert targets
        assert all(target in places for target in targets)


def test_a_single_note_is_labelled_in_the_singular(tea):
    assert Document(tea).place("brewing/time")[-1].label == "Evidence note"


def test_a_note_without_sources_says_none(article_of, raw):
    next(note for note in raw["notes"] if note["id"] == "EN18")["sources"] = []
    note = Document(article_of(raw)).place("treatment-and-management/bed-rest")[-1].notes[0]
    assert "".join(run.text for run in note.details) == "EN18 · Checked 26 November 2026"


@pytest.mark.parametrize(
    ("place", "alerts"),
    [
        ("treatment-and-management/bed-rest", ("EN18", "EN19")),
        ("faq/treatment", ("EN27", "EN18", "EN19")),
        ("symptoms-and-diagnosis/vaginal-bleeding", ("EN12",)),
        ("overview/definition", ()),
        ("overview", ()),
        ("nowhere", ()),
    ],
)
def test_the_alerts_of_a_place_can_be_asked_for(document, place, alerts):
    assert document.alerts(place) == alerts


# --- pages and places ---


def test_every_address_can_be_shown(document, article):
    for place in Places(article).ids():
        assert written(document.place(place))


@pytest.mark.parametrize("page", ["overview", "treatment-and-management", "faq", "figures", "glossary", "sources", "provenance", "about"])
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
    heading, paragraph, _ = document.place("overview/definition")
    assert heading == Heading("Cervical Insufficiency", 1, "overview")
    assert paragraph.place == "overview/definition"


def test_a_question_by_itself_is_the_title_of_its_answer(document):
    heading, answer, _ = document.place("faq/how-common")
    assert heading == Heading("How common is cervical insufficiency?", 1, "faq/how-common")
    assert written((answer,)) == "It affects approximately 1-2% of pregnancies, but the exact prevalence is unclear."


def test_a_note_by_itself_is_shown_with_the_passage_it_stands_beside(document):
    assert document.place("notes/EN29") == document.place("faq/cerclage-timing")
    assert document.place("notes/EN33") == document.place("about")


@pytest.mark.parametrize("name", ["notes/EN99", "notes/", "notes"])
def test_a_note_that_does_not_exist_cannot_be_shown(document, name):
    with pytest.raises(KeyError):
        document.place(name)


def test_the_page_of_questions_has_every_answer_open(document, article):
    words = written(document.faq())
    for entry in article.faq.entries:
        assert f"{entry.question}\n{entry.answer}" in words


def test_the_disclaimer_by_itself_is_whole(document, article):
    assert written(document.place("disclaimer")) == "\n".join([article.disclaimer.title, *article.disclaimer.text])


def test_the_about_page_holds_the_edition_and_the_whole_disclaimer(document, article):
    words = written(document.page("about"))
    for text in (*article.about.text, *document.edition_lines(), article.disclaimer.title, *article.disclaimer.text):
        assert text in words


def test_the_page_of_sources_tells_issuer_title_year_address_and_how_it_was_read(document):
    words = written(document.page("sources"))
    assert "S05 · Cochrane 2015\nCochrane: Bed rest in singleton pregnancies for preventing preterm birth, 2015\n" in words
    assert "https://pmc.ncbi.nlm.nih.gov/articles/PMC7144825\nRead in part, as an opening or an abstract: opening of the page" in words


def test_a_source_without_year_and_address_leaves_them_out(document):
    assert written(document.place("sources/S03")) == (
        "S03 · SMFM 50\n"
        "Society for Maternal-Fetal Medicine (SMFM): Consult Series 50: The role of activity restriction in obstetric management\n"
        "Read in a copy, not from the issuer: summary"
    )


def test_a_source_that_was_not_found_again_says_so_wherever_it_is_named(document):
    again = "March of Dimes (page not found again in November 2026)"
    (panel,) = document.notes(("EN23",), ("complications-and-prevention/newborn",))
    assert f"Sources: {again}, UpToDate" in "".join(run.text for run in panel.notes[0].details)
    for blocks in (document.place("complications-and-prevention/newborn"), document.page("complications-and-prevention"), document.whole()):
        assert again in to_text(blocks)
        assert again in to_markdown(blocks)
    assert written(document.place("sources/S39")).endswith("\npage not found again in November 2026")


@pytest.mark.parametrize(
    ("read", "read_as", "words"),
    [
        (None, "the first page", "Read as: the first page"),
        ("in full", None, "Read in full"),
        ("part", "opening", "Read in part, as an opening or an abstract: opening"),
        ("abstract", None, "Read as an abstract"),
        ("copy", None, "Read in a copy, not from the issuer"),
        ("secondary", "an insurer", "Not read, only what others say about it: an insurer"),
    ],
)
def test_how_a_source_was_read_is_told_in_words(raw, article_of, read, read_as, words):
    raw["sources"][0].update(read=read, read_as=read_as)
    assert written(Document(article_of(raw)).place("sources/S01")).splitlines()[-1] == words


def test_the_whole_article_holds_every_text_in_reading_order(document, article):
    words = written(document.whole())
    at = 0
    texts = [passage.text for section in article.sections for passage in section.passages]
    texts += [text for entry in article.faq.entries for text in (entry.question, entry.answer)]
    texts += [article.urgent_care.title, *box_texts(article)]
    texts += [text for figure in article.figures for text in (figure.title, *([figure.alt] if figure.file else []))]
    texts += [term.meaning for term in sorted(article.glossary, key=lambda term: term.id)]
    texts += [source.title for source in article.sources] + [one.text for one in article.provenance.inconsistencies]
    texts += [*article.about.text, *article.disclaimer.text]
    for text in texts:
        at = words.index(text, at)


# --- figures and the urgent box ---


def test_beside_a_section_neither_figure_nor_urgent_box_stands_in_its_text(document, article):
    for section in article.sections:
        assert not any(isinstance(block, Drawing | UrgentBox) for block in document.section(section, has_side_column=True))


def test_a_figure_follows_its_passage_and_the_notes_that_end_there(document, article):
    for section in article.sections:
        text = [block for block in document.section(section) if isinstance(block, Paragraph | Item | Notes | Drawing) and block.place]
        here = ""
        for number, block in enumerate(text):
            if isinstance(block, Drawing):
                assert next(figure.after for figure in article.figures if figure.id == block.place) == here
            elif isinstance(block, Notes):
                assert not isinstance(text[number - 1], Drawing)
                assert block.place == here
            else:
                here = block.place


def test_every_figure_of_a_section_stands_there_once(document, article):
    assert [block.place for section in article.sections for block in document.section(section) if isinstance(block, Drawing)] == [
        figure.id for figure in article.figures
    ]


def test_a_figure_that_follows_no_passage_stands_at_the_end_of_the_text(raw, article_of):
    raw["figures"][0]["after"] = None
    raw["figures"][1]["sections"] = ["overview"]
    blocks = Document(article_of(raw)).page("overview")
    at = [number for number, block in enumerate(blocks) if isinstance(block, Drawing)]
    assert [blocks[number].place for number in at] == ["figures/anatomy", "figures/funneling"]
    assert isinstance(blocks[at[0] - 1], Notes)
    assert isinstance(blocks[at[1] + 1], UrgentBox)


def test_a_figure_has_its_number_title_words_and_sources(document, article):
    drawing = document.drawing(article.figures[3])
    assert (drawing.place, drawing.title) == ("figures/stitch", "Where a stitch sits")
    assert drawing.alt.startswith("Drawing of the cervix with three stitch levels.")
    words = "".join(run.text for run in drawing.caption)
    names = "RCOG 2022, FIGO 2021 (cerclage), SMFM 65 (not read again in November 2026)"
    assert words == f"Figure 4 · Added by the editors, not part of the article · Sources: {names}"
    assert [run.target for run in drawing.caption if run.target] == ["sources/S07", "sources/S10", "sources/S20"]


def test_a_figure_without_its_file_says_so_and_keeps_its_words(raw, article_of, tmp_path):
    raw["figures"][0]["file"] = "figures/absent.svg"
    made = article_of(raw)
    drawing = Document(made, folder=tmp_path).drawing(made.figures[0])
    assert drawing.svg == ""
    assert drawing.trouble.startswith("The figure “Where the cervix is” cannot be shown: ")
    assert drawing.alt == made.figures[0].alt


def test_the_urgent_box_stands_first_among_symptoms_and_last_in_other_sections(document, article):
    passages = {passage.id for section in article.sections for passage in section.passages}
    for section in article.sections:
        blocks = document.section(section)
        (at,) = [number for number, block in enumerate(blocks) if isinstance(block, UrgentBox)]
        parts = enumerate(blocks)
        statements = [number for number, block in parts if isinstance(block, Notes | Drawing) or getattr(block, "place", "") in passages]
        if section.id == "symptoms-and-diagnosis":
            assert isinstance(blocks[at - 1], Heading)
            assert blocks[at - 1].level == 1
            assert at < min(statements)
        else:
            assert at > max(statements)
            assert isinstance(blocks[at + 1], Divider)


def test_the_urgent_box_tells_all_signs_in_their_groups_and_whose_words_they_are(document, article):
    (box,) = document.urgent_box(2)
    assert (box.title, box.place, box.level, box.numbers) == ("Call straight away", "urgent-care", 2, "")
    assert [line.text for line in box.lines() if line.kind != "details"] == box_texts(article)
    assert [(line.level, line.urgency, line.goes_on) for line in box.lines() if line.kind == "heading"] == [
        (3, "emergency", False),
        (4, "emergency", True),
        (3, "call", False),
        (4, "call", True),
    ]
    assert "".join(run.text for run in box.details).startswith("Added by the editors, not part of the article · Sources: Tommy’s")


def test_every_group_of_the_urgent_box_names_its_sources(document, article):
    names = {source.id: source.short for source in article.sources}
    (box,) = document.urgent_box(2)
    cited = ["".join(run.text for run in runs) for runs in box.cited]
    assert cited == [f"Sources: {', '.join(names[name] for name in group.sources)}" for group in article.urgent_care.groups]


def test_a_box_that_belongs_nowhere_stands_first_on_the_first_page(raw, article_of):
    raw["urgent_care"]["first_at"] = ["nowhere", "faq/symptoms"]
    article = article_of(raw)
    document = Document(article)
    first = article.sections[0]
    assert isinstance(document.section(first)[2], UrgentBox)
    assert [section.id for section in article.sections if document.is_urgent_first(section.id)] == [first.id]
    assert document.is_urgent_first("faq/symptoms")


def test_the_urgent_box_holds_the_numbers_of_the_clinic(article):
    (box,) = Document(article, numbers="Ward 12: 555-0100").urgent_box(2)
    assert (box.numbers_label, box.numbers) == ("Our numbers", "Ward 12: 555-0100")


def test_only_the_answer_on_symptoms_begins_with_the_urgent_box(document, article):
    with_box = [entry.id for entry in article.faq.entries if any(isinstance(block, UrgentBox) for block in document.answer(entry))]
    assert with_box == ["faq/symptoms"]
    entry = next(entry for entry in article.faq.entries if entry.id == "faq/symptoms")
    box, statement, *_ = document.answer(entry)
    assert (type(box), box.level, statement.place) == (UrgentBox, 3, "faq/symptoms")
    assert not any(isinstance(block, UrgentBox) for block in document.answer(entry, has_side_column=True))


def test_an_answer_among_the_questions_keeps_words_and_notes(document, article):
    for entry in article.faq.entries:
        blocks = document.answer(entry, has_side_column=True)
        assert written(blocks) == written(document.answer_blocks(entry))
        assert_notes_stand(blocks, entry.id, entry.notes)


@pytest.mark.parametrize(
    ("page", "figures"),
    [
        ("overview", ["figures/anatomy"]),
        ("causes-and-risk-factors", []),
        ("symptoms-and-diagnosis", ["figures/funneling", "figures/short-cervix"]),
        ("treatment-and-management", ["figures/stitch", "figures/timeline"]),
        ("faq", []),
    ],
)
def test_beside_a_page_of_the_article_stand_the_urgent_box_and_its_figures(document, page, figures):
    box, *drawings = document.column_blocks(page)
    assert isinstance(box, UrgentBox)
    assert [drawing.place for drawing in drawings] == figures


@pytest.mark.parametrize("page", ["figures", "glossary", "sources", "provenance", "about", "urgent-care", "nowhere", "overview/definition"])
def test_beside_any_other_page_stands_nothing(document, page):
    assert document.column_blocks(page) == ()


def test_an_article_without_an_urgent_box_shows_none(tea):
    document = Document(tea)
    assert document.urgent_box(2) == document.column_blocks("brewing") == ()
    assert not any(isinstance(block, UrgentBox | Drawing) for block in document.whole())
    assert not document.is_urgent_first("brewing")


# --- edition ---


def test_the_edition_is_told_by_date_hash_and_review(document, loaded):
    assert document.edition_lines() == (
        f"Article of 18 October 2025, content {loaded.short_digest}",
        "Evidence checked 26 November 2026",
        "Not yet reviewed by a clinician",
    )


def test_an_unknown_hash_is_a_dash(article):
    assert Document(article).edition_lines()[0] == "Article of 18 October 2025, content -"


def checked_in_time(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the content as it was on the article's own day: nothing in it is newer."""
    for dated in (raw["edition"], *raw["notes"]):
        dated["checked"] = raw["edition"]["updated"]
    return raw


@pytest.mark.parametrize(
    ("today", "age"),
    [
        ("2025-10-18", ""),
        ("2026-10-18", ""),
        ("2026-10-19", "12 months"),
        ("2026-11-17", "12 months"),
        ("2026-11-18", "13 months"),
        ("2027-10-17", "23 months"),
        ("2027-10-18", "2 years"),
        ("2028-10-17", "2 years"),
        ("2035-10-18", "10 years"),
    ],
)
def test_an_article_tells_its_age_once_it_is_older_than_a_year(raw, article_of, today, age):
    told = f"This article is {age} old (18 October 2025). Guidance may have changed since."
    document = Document(article_of(checked_in_time(raw)))
    assert document.age(dt.date.fromisoformat(today)) == (told if age else "")


@pytest.mark.parametrize("today", ["1970-01-01", "2025-10-17", "2026-11-25"])
def test_a_clock_before_the_newest_day_of_the_content_is_said_in_place_of_the_age(document, today):
    assert document.newest() == dt.date(2026, 11, 26)
    assert document.age(dt.date.fromisoformat(today)) == document.labels.wrong_clock
    assert document.labels.wrong_clock in written(document.imprint(dt.date.fromisoformat(today)))


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    """A package that states the day of its build; the function writes another one."""

    def state(day):
        (tmp_path / "resources").mkdir(exist_ok=True)
        (tmp_path / "resources" / FILE).write_text(day, encoding="utf-8")

    state("2027-02-03\n")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return state


def test_a_clock_before_the_build_is_said_in_place_of_the_age(document, packaged):
    assert document.newest() == dt.date(2027, 2, 3)
    assert document.age(dt.date(2027, 2, 2)) == document.labels.wrong_clock
    assert document.labels.wrong_clock in written(document.imprint(dt.date(2027, 2, 2)))
    assert document.age(dt.date(2027, 2, 3)).startswith("This article is ")


def test_the_build_counts_only_where_it_is_the_newest_day_and_states_one(document, packaged):
    for day in ("2024-01-01", "", "yesterday", "\u00e9"):
        packaged(day)
        assert document.newest() == dt.date(2026, 11, 26)


def test_a_run_from_the_sources_knows_no_day_of_a_build(document):
    assert built() is None
    assert document.newest() == dt.date(2026, 11, 26)


def test_the_newest_day_may_be_that_of_a_note_or_of_a_signature(raw, article_of):
    checked_in_time(raw)["notes"][3]["checked"] = "2026-01-02"
    article = article_of(raw)
    assert Document(article).newest() == dt.date(2026, 1, 2)
    signed = replace(article.edition, reviewed_by=Review("Ada", "midwife", dt.date(2026, 3, 4), "", ()))
    assert Document(replace(article, edition=signed)).newest() == dt.date(2026, 3, 4)


def test_in_a_leap_year_too_the_age_is_told_from_the_366th_day(raw, article_of):
    raw["edition"]["updated"] = "2027-03-01"
    document = Document(article_of(checked_in_time(raw)))
    assert document.age(dt.date(2028, 2, 29)) == ""
    assert document.age(dt.date(2028, 3, 1)).startswith("This article is 12 months old (1 March 2027).")


def test_the_imprint_tells_that_this_is_no_advice_the_edition_the_review_and_the_age(document, loaded):
    rule, line = document.imprint(dt.date(2026, 11, 26))
    assert rule == Divider()
    assert line.quiet
    assert written((line,)) == (
        f"Information only, not medical advice · Article of 18 October 2025, content {loaded.short_digest} · "
        "Evidence checked 26 November 2026 · Not yet reviewed by a clinician · "
        "This article is 13 months old (18 October 2025). Guidance may have changed since."
    )


def test_the_imprint_of_a_young_article_tells_no_age(raw, article_of):
    assert written(Document(article_of(checked_in_time(raw))).imprint(dt.date(2025, 10, 19))).endswith("Not yet reviewed by a clinician")


def test_words_of_the_program_can_be_given_in_another_language(tea):
    document = Document(tea, labels=Labels(section="القسم {number} من {count}", article="المقال"))
    assert written(document.section(tea.sections[0])).startswith("المقال  ›  القسم 1 من 2\nتحضير الشاي\n")
