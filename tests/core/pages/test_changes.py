import copy
import json
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.article.content import Article
from app.core.article.review import digest
from app.core.base.labels import Labels
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.objects import to_object
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Heading, Notes, Paragraph
from app.core.pages.changes import Segment, compare, pieces, to_blocks

ROOT = Path(__file__).parents[3]

BED_REST = "treatment-and-management/bed-rest"

WORDS = st.lists(
    st.sampled_from(["weeks", "the", "12-16", "1.5", "27+6", "don't", " ", "  ", "\n", ", ", ".", "*", "الشَّايُ", "中文", "e\u0301", "\u00ad"])
).map("".join)


def old_text(found):
    return "".join(piece.text for piece in found if piece.state != "added")


def new_text(found):
    return "".join(piece.text for piece in found if piece.state != "removed")


def told(changes):
    return [(change.place, change.kind, old_text(change.words), new_text(change.words)) for change in changes]


def passage(data, place):
    return next(part for section in data["sections"] for part in section["passages"] if part["id"] == place)


@pytest.fixture
def changed(article, raw, article_of):
    """Return the changes that an edit of the bundled article makes."""

    def edited(edit):
        edit(raw)
        return compare(article, article_of(raw))

    return edited


@pytest.fixture
def shown(article, raw, article_of):
    """Return the page of the changes that an edit of the bundled article makes."""

    def edited(edit):
        edit(raw)
        new = article_of(raw)
        return to_blocks(compare(article, new), article, new, "a" * 64, "b" * 64)

    return edited


# --- words ---


@settings(deadline=None, max_examples=300, database=None)
@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_the_pieces_are_exactly_the_old_and_the_new_text(old, new):
    found = pieces(old, new)
    assert (old_text(found), new_text(found)) == (old, new)
    assert all(piece.text for piece in found)
    assert all(len(list(group)) == 1 for _, group in groupby(piece.state for piece in found))


@settings(deadline=None, max_examples=100, database=None)
@given(WORDS)
def test_a_text_that_stays_is_one_piece(text):
    assert pieces(text, text) == ((Segment(text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        ("at 12-16 weeks", "at 12-14 weeks", ["16"], ["14"]),
        ("1.5 mg", "1.6 mg", ["1.5"], ["1.6"]),
        ("1,000 women", "1,200 women", ["1,000"], ["1,200"]),
        ("It isn't known.", "It is known.", ["isn't"], ["is"]),
        ("complete, and", "complete; and", [","], [";"]),
        ("one two three", "four five six", ["one two three"], ["four five six"]),
        ("a dilated cervix", "a closed cervix", ["dilated"], ["closed"]),
        ("الماءُ العذب", "الماءُ البارد", ["العذب"], ["البارد"]),
        ("الشَّايُ", "الشَّايَ", ["الشَّايُ"], ["الشَّايَ"]),
    ],
)
def test_whole_words_and_numbers_are_marked(old, new, removed, added):
    found = pieces(old, new)
    assert [piece.text for piece in found if piece.state == "removed"] == removed
    assert [piece.text for piece in found if piece.state == "added"] == added


def test_one_word_over_and_over_is_told_as_a_whole_at_once():
    old, new = "week " * 4000, "week " * 3999 + "day"
    assert pieces(old, new) == (Segment(old, "removed"), Segment(new, "added"))


# --- places ---


def test_equal_editions_have_no_change(article, tea):
    assert compare(article, article) == compare(tea, tea) == ()


def _leaves(value, path=()):
    """Every text, date and number that is a statement, with its path."""
    unseen = {"$schema", "schema", "id", "facts", "asked", "synonyms", "triggers", "forms"}
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in unseen:
                yield from _leaves(part, (*path, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _leaves(part, (*path, number))
    elif value is not None:
        yield path, value


def _record(data, path):
    """The innermost object with an id on the way to a leaf."""
    found = data
    for step in path:
        data = data[step]
        if isinstance(data, dict) and "id" in data:
            found = data
    return found


OTHERS = {
    "kind": ("item", "paragraph"),
    "direction": ("ltr", "rtl"),
    "after": ("overview/definition", "overview"),
    "language": ("en-GB",),
    "read": ("part", "copy"),
    "updated": ("2031-05-06",),
    "checked": ("2031-05-06",),
    **dict.fromkeys(("week", "begins", "ends"), ("7",)),
    **dict.fromkeys(("sources", "notes", "sections", "alerts", "places"), (None,)),
}


def _edited(path, value):
    """Another value that the form allows at this path, or None where a link's aim would have to be invented."""
    name = path[-1] if isinstance(path[-1], str) else path[-2]
    if name in OTHERS:
        return next(other for other in OTHERS[name] if other != value)
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value} Zyx"


def kinds_of(paths):
    """Return the first and the last path of each kind: those that differ only in the number of a record."""
    found = {}
    for path in paths:
        found.setdefault(tuple(0 if isinstance(step, int) else step for step in path), []).append(path)
    return {path for alike in found.values() for path in (alike[0], alike[-1])}


def test_an_edit_of_any_kind_of_field_is_found_at_its_place(full, article_of):
    """The fields of all records are looked at by `tests/sweeps`."""
    assert edit_each(full, article_of, kinds_of) > 80


def edit_each(full, article_of, chosen=set):
    """Edit one field after the other and look whether it is found, and nothing else."""
    full["figures"].append(
        {
            **copy.deepcopy(full["figures"][0]),
            "id": "figures/weeks",
            "file": None,
            "timeline": {
                "first": 4,
                "last": 42,
                "bars": [{"label": "Stitch", "begins": "12", "ends": None, "source": None, "remark": "Planned."}],
                "marks": [{"week": "24", "label": "Viability"}],
            },
        }
    )
    old = article_of(full)
    tried = 0
    leaves = list(_leaves(full))
    wanted = chosen(path for path, _ in leaves)
    for path, value in leaves:
        other = _edited(path, value)
        if other is None or path not in wanted:
            continue
        holder = full
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = other
        changes = compare(old, msgspec.convert(full, Article))
        holder[path[-1]] = value
        at_about = path[0] == "edition" or (path[0] == "provenance" and path[1] != "inconsistencies")
        place = full["about"]["id"] if at_about else _record(full, path)["id"]
        assert {change.place.removeprefix("sources/") for change in changes} == {place}, path
        assert len(changes) == 1, path
        tried += 1
    return tried


def test_links_to_notes_and_sections_are_compared_too(changed):
    def edit(raw):
        passage(raw, BED_REST)["notes"] = ["EN18", "EN19"]
        raw["faq"]["entries"][0]["sections"] = ["overview", "treatment-and-management"]
        raw["notes"][0]["sources"] = ["S01"]
        raw["notes"][0]["alerts"] = ["outdated", "safety"]

    assert [(change.title, change.kind) for change in changed(edit)] == [
        ("Treatment and Management › Bed rest and pelvic rest · evidence notes", "changed"),
        ("What is cervical insufficiency? · sections", "added"),
        ("Evidence note EN01 · sources", "changed"),
        ("Evidence note EN01 · always open", "added"),
    ]


def test_several_fields_of_a_place_are_several_changes(changed):
    def edit(raw):
        raw["faq"]["entries"][0]["question"] = "What is it?"
        raw["faq"]["entries"][0]["answer"] = "A condition."

    assert [change.title for change in changed(edit)] == ["What is it? · question", "What is it? · answer"]


def test_what_is_new_and_what_is_gone_stand_where_they_belong(changed):
    def edit(raw):
        passages = raw["sections"][1]["passages"]
        assert passages.pop(5)["id"] == "causes-and-risk-factors/des-exposure"  # which no contradiction tells of
        passages.insert(1, {**copy.deepcopy(passages[1]), "id": "causes-and-risk-factors/new", "text": "New: a statement.", "plain": "New."})
        raw["faq"]["entries"][-1]["answer"] = "No."

    changes = changed(edit)
    assert [(change.kind, change.field) for change in changes] == [
        ("added", "text"), ("added", "in plain words"), ("removed", "text"), ("removed", "in plain words"), ("changed", "answer")
    ]  # fmt: skip
    assert changes[0].place == "causes-and-risk-factors/new"
    assert changes[0].words == (Segment("New: a statement.", "added"),)


def test_a_new_section_brings_all_its_passages(changed):
    def edit(raw):
        new = {"id": "more", "title": "More", "passages": [{"id": "more/one", "kind": "paragraph", "text": "One.", "plain": "1."}]}
        raw["sections"].insert(1, new)

    assert told(changed(edit)) == [("more", "added", "", "More"), ("more/one", "added", "", "One."), ("more/one", "added", "", "1.")]


def test_a_passage_that_only_stands_elsewhere_is_moved(changed, article):
    first = article.sections[2].passages[0]
    changes = changed(lambda raw: raw["sections"][2]["passages"].append(raw["sections"][2]["passages"].pop(0)))
    assert told(changes) == [(first.id, "moved", first.text, first.text)]
    assert changes[0].words == (Segment(first.text),)


def test_a_section_that_only_stands_elsewhere_is_moved_once(changed, article):
    last = article.sections[-1]
    assert told(changed(lambda raw: raw["sections"].insert(0, raw["sections"].pop()))) == [(last.id, "moved", last.title, last.title)]


def test_of_a_list_only_the_lines_that_differ_are_told(changed):
    def edit(raw):
        signs = raw["urgent_care"]["groups"][0]["signs"]
        signs.insert(1, {"text": "You feel faint.", "triggers": signs[0]["triggers"]})
        raw["disclaimer"]["text"].append(raw["disclaimer"]["text"].pop(0))
        del raw["about"]["text"][-1]

    changes = changed(edit)
    assert [(change.place, change.kind) for change in changes] == [("urgent-care", "added"), ("about", "removed"), ("disclaimer", "moved")]
    assert new_text(changes[0].words) == "You feel faint."


def test_of_search_vocabulary_and_fact_numbers_only_that_they_differ_is_told(shown):
    def edit(raw):
        raw["synonyms"].pop()
        raw["sections"][0]["passages"][0]["asked"] = ["what"]
        raw["sections"][0]["passages"][0]["facts"] = []

    assert to_text(shown(edit)).endswith("\n\nSearch vocabulary: changed\n\nNumbers of facts: changed\n")


def test_an_arabic_article_is_compared_by_word(tea, tea_file, article_of):
    data = json.loads(tea_file.read_text(encoding="utf-8"))
    passage(data, "brewing/time")["text"] = "المدة: يُنقع الشاي الأخضر عادةً من ثلاث دقائق إلى خمس."
    new = article_of(data)
    (change,) = compare(tea, new)
    assert (change.place, change.title) == ("brewing/time", "تحضير الشاي › المدة · text")
    assert [piece for piece in change.words if piece.state != "same"] == [Segment("الأسود", "removed"), Segment("الأخضر", "added")]
    assert [note.id for note in change.notes] == ["EN1"]
    assert new_text(change.words) == passage(data, "brewing/time")["text"]
    page = to_html(to_blocks((change,), tea, new, "", ""), new.title, new.language, new.direction)
    assert "<del>الأسود</del>" in page
    assert "<ins>الأخضر</ins>" in page


# --- notes ---


def test_a_changed_statement_on_rest_has_its_notes(changed):
    (change,) = changed(lambda raw: passage(raw, BED_REST).update(text="Rest: all of it."))
    assert [note.id for note in change.notes] == ["EN18", "EN19", "EN20"]
    assert change.notes_before == ()


def test_a_removed_statement_on_rest_has_its_notes(changed):
    def edit(raw):
        for section in raw["sections"]:
            section["passages"] = [part for part in section["passages"] if part["id"] != BED_REST]

    changes = changed(edit)
    assert [change.kind for change in changes] == ["removed", "removed"]
    assert all([note.id for note in change.notes] == ["EN18", "EN19", "EN20"] for change in changes)


def test_the_old_words_keep_the_notes_that_the_new_ones_lose(shown):
    blocks = shown(lambda raw: passage(raw, BED_REST).update(text="Rest is not advised.", notes=[]))
    before = next(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.place == BED_REST)
    assert isinstance(blocks[before + 1], Notes)
    assert [note.id for note in blocks[before + 1].notes] == ["EN18", "EN19", "EN20"]
    assert not isinstance(blocks[before + 3], Notes)


@pytest.mark.parametrize("kind", ["removed", "changed", "moved"])
def test_every_form_shows_the_note_right_under_the_outdated_statement(article, raw, article_of, kind):
    section = next(section for section in raw["sections"] if BED_REST.startswith(section["id"]))
    outdated = passage(raw, BED_REST)
    if kind == "changed":
        outdated["text"] = outdated["text"].replace("both", "all")
    else:
        at = section["passages"].index(outdated)
        section["passages"].remove(outdated)
        if kind == "moved":
            section["passages"].insert(0 if at > 1 else len(section["passages"]), outdated)
    new = article_of(raw)
    blocks = to_blocks(compare(article, new), article, new, "a", "b")
    last = max(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.place == BED_REST)
    assert isinstance(blocks[last + 1], Notes)
    for page in (to_text(blocks), to_markdown(blocks), to_html(blocks, "x", "en", "ltr"), json.dumps(to_object(blocks))):
        assert page.index("kinds of rest") < page.index("Bed rest has not been shown")


# --- the page ---


def test_the_page_names_both_editions_and_says_that_nothing_changed(article):
    assert to_text(to_blocks((), article, article, "a" * 64, "b" * 64)) == (
        "What changed\n============\n\n"
        "Before: Article of 18 October 2025, content aaaaaaa. Now: Article of 18 October 2025, content bbbbbbb.\n\n"
        "Nothing has changed.\n"
    )


def test_before_and_now_are_told_in_words_and_by_marks(shown):
    blocks = shown(lambda raw: raw["faq"]["entries"][1].update(answer="It affects 1-3% of pregnancies."))
    assert [block.text for block in blocks if isinstance(block, Heading)][1].endswith(" · answer")
    lines = [block for block in blocks if isinstance(block, Paragraph)][1:]
    assert ["".join(run.text for run in line.runs)[:8] for line in lines] == ["Before: ", "Now: It "]
    assert all({run.state for run in line.runs} <= {"same", state} for line, state in zip(lines, ("removed", "added"), strict=True))


def test_each_form_marks_the_words(shown):
    blocks = shown(lambda raw: raw["urgent_care"].update(title="Call *at once*"))
    assert "Before: Call [-straight away-]\n\nNow: Call {+*at once*+}\n" in to_text(blocks)
    assert "**Before:** Call ~~straight away~~\n\n**Now:** Call **\\*at once\\***\n" in to_markdown(blocks)
    page = to_html(blocks, "x", "en", "ltr")
    assert "Call <del>straight away</del></p>" in page
    assert "Call <ins>*at once*</ins></p>" in page
    assert to_object(blocks)[-1] == {
        "kind": "paragraph",
        "id": "urgent-care",
        "text": "Now: Call *at once*",
        "pieces": [
            {"text": "Now:", "state": "same"},
            {"text": " ", "state": "same"},
            {"text": "Call ", "state": "same"},
            {"text": "*at once*", "state": "added"},
        ],
    }


def test_a_paragraph_without_changes_has_no_pieces_in_json(article):
    assert all("pieces" not in part for part in to_object(to_blocks((), article, article, "", "")))


def test_no_id_stands_twice_in_the_page(shown):
    def edit(raw):
        raw["about"]["title"] = "About"
        parts = ["overview/definition 00000000"]
        record = {"name": "Dr Example", "role": "midwife", "date": "2026-01-02", "digest": digest(parts), "parts": parts}
        raw["edition"].update(updated="2026-01-01", reviewed_by=record)
        raw["provenance"]["author"]["stated"] = "The editors"

    page = to_html(shown(edit), "x", "en", "ltr")
    assert page.count('id="about"') == 1
    for words in ("Dr Example", "midwife", "2 January 2026"):
        assert f"<strong>Added · reviewed by:</strong> <ins>{words}</ins>" in page


def test_the_programs_words_can_be_given_in_another_language(article, raw, article_of):
    raw["title"] = "Another"
    labels = Labels(changes="Änderungen", before="Vorher", now="Jetzt", article="Artikel")
    new = article_of(raw)
    page = to_text(to_blocks(compare(article, new, labels), article, new, "", "", labels))
    assert page.startswith("Änderungen\n")
    assert "Artikel · title" in page
    assert "Vorher: [-Cervical Insufficiency-]\n\nJetzt: {+Another+}" in page


def test_what_is_slow_to_load_is_loaded_only_to_compare():
    script = "import sys; before = 'difflib' in sys.modules; import app.core.pages.changes; sys.exit('difflib' in sys.modules and not before)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
