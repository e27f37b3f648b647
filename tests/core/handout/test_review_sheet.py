"""The sheet on which a clinician reviews the article: that nothing is missing from it, and its HTML form."""

import datetime as dt
import html
import re
from collections import Counter

import pytest

from app.cli.main import main
from app.core.article import review
from app.core.article.sources import how_read
from app.core.base.labels import ENGLISH
from app.core.files import policy
from app.core.handout.review_html import to_html
from app.core.handout.review_sheet import MOST_LINES, compose
from app.core.pages.document import Document
from app.machine import exits
from tests.cli.test_command_line import assert_one_plain_line, without_qt

TODAY = dt.date(2026, 11, 26)


@pytest.fixture(scope="module")
def sheet(loaded):
    return compose(Document(loaded.article, loaded.short_digest), TODAY)


def points(sheet):
    return [point for chapter in sheet.chapters for point in chapter.points]


def words(point):
    return "".join(run.text for run in point.runs)


# --- what stands on it ---


def test_entries_are_numbered_from_one_on_without_a_gap(sheet):
    assert [point.number for point in points(sheet)] == list(range(1, len(points(sheet)) + 1))
    assert sheet.count == f"This sheet has {len(points(sheet))} entries."


def test_every_statement_note_sign_plain_form_meaning_and_figure_has_one_entry(sheet, article):
    said = Counter(words(point) for point in points(sheet))
    parts = [part for section in article.sections for part in section.passages]
    wanted = Counter(part.text for part in parts)
    wanted.update(f"{entry.question} {entry.answer}" for entry in article.faq.entries)
    wanted.update(f"{note.verdict}. {note.text}" for note in article.notes)
    wanted.update(part.plain for part in (*parts, *article.faq.entries, *article.notes))
    wanted.update(sign.lead + sign.rest for group in article.urgent_care.told for sign in group.signs)
    wanted.update(remark.lead + remark.rest for remark in article.urgent_care.told_remarks)
    wanted.update(f"{term.term}: {term.meaning}" for term in article.glossary)
    assert not wanted - said
    rest = " ".join((said - wanted).elements())
    box = article.urgent_care
    groups = [text for group in box.told for text in (group.title, group.who, group.remark)]
    for text in (box.title, box.text, box.short or "", *groups, *article.about.text, *article.disclaimer.text, article.disclaimer.short):
        assert text in rest
    assert all(f"{figure.title}: {figure.alt}" in rest for figure in article.figures)
    more = 1 + bool(box.short) + sum(bool(group.title) for group in box.told) + 2 + len(article.figures)
    assert len(points(sheet)) == wanted.total() + more


def test_whatever_a_record_covers_stands_on_the_sheet(sheet, article):
    """What is signed has been read: each place and note that has a digest is named by an entry, or is the heading of some."""
    told = " ".join(point.kind for point in points(sheet))
    titles = {section.id: section.title for section in article.sections}
    unnamed = {name for name in review.parts(article) if name not in titles and not re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", told)}
    assert unnamed == {article.urgent_care.id}
    assert {*titles.values(), article.urgent_care.title} <= {chapter.title for chapter in sheet.chapters}


def test_the_danger_box_comes_first_then_the_article_in_reading_order(sheet, article):
    titles = [chapter.title for chapter in sheet.chapters]
    assert titles[0] == article.urgent_care.title
    assert titles[1 : len(article.sections) + 2] == [*(section.title for section in article.sections), article.faq.title]
    places = [point.kind.rpartition(" · ")[2] for point in points(sheet) if point.kind.startswith("Statement of the article")]
    assert places[:-2] == [passage.id for section in article.sections for passage in section.passages]


def test_a_plain_form_names_the_entry_that_it_must_agree_with(sheet, article):
    by_number = {point.number: point for point in points(sheet)}
    plain = {part.plain: part.text for section in article.sections for part in section.passages}
    plain |= {note.plain: f"{note.verdict}. {note.text}" for note in article.notes}
    checked = 0
    for point in points(sheet):
        if words(point) in plain:
            named = re.search(r"the same as (\d+), including “may” and “usually”", " ".join(point.details))
            assert words(by_number[int(named[1])]) == plain[words(point)]
            checked += 1
    assert checked == len(plain)


def test_a_statement_names_its_notes_by_number(sheet, article):
    numbers = {re.search(r"Evidence note (\w+)", point.kind)[1]: point.number for point in points(sheet) if point.style == "note"}
    parts = {part.id: part for section in article.sections for part in section.passages} | {entry.id: entry for entry in article.faq.entries}
    for point in points(sheet):
        part = parts.get(point.kind.rpartition(" · ")[2])
        if part is not None and part.notes and point.style == "text":
            wanted = ", ".join(f"{numbers[name]} ({name})" for name in part.notes)
            assert f"Evidence notes {wanted}" in point.details[0]


def test_every_note_and_sign_tells_its_sources_and_where_they_are(sheet, article):
    document, sources = Document(article), {source.id: source for source in article.sources}
    notes = {note.id: note for note in article.notes}
    by_number = {point.number: point for point in points(sheet)}
    signs = 0
    for point in points(sheet):
        if point.style == "note":
            for name in notes[re.search(r"Evidence note (\w+)", point.kind)[1]].sources:
                source = sources[name]
                where = source.address.partition("://")[2] if source.address else source.title
                assert f"{document.source_name(source)}: {where} ({how_read(source, ENGLISH)})" in point.details[0]
        elif point.style == "urgent":
            signs += point.kind.startswith("Danger sign ·")
            named = re.search(r"(.+); addresses under (\d+)$", point.details[0])
            if named:
                assert by_number[int(named[2])].number < point.number
                assert all(f"{short}: " in by_number[int(named[2])].details[0] for short in named[1].split(", "))
    assert signs == sum(len(group.signs) for group in article.urgent_care.told)


def test_a_long_entry_has_more_lines_to_write_on(sheet):
    assert {point.lines for point in points(sheet) if len(words(point)) < 100} == {1}
    assert {point.lines for point in points(sheet) if len(words(point)) > 330} <= {3, MOST_LINES}
    assert max(point.lines for point in points(sheet)) <= MOST_LINES


def test_every_page_says_what_it_is_of_which_day_and_which_text(sheet, loaded):
    foot = " ".join(sheet.footer)
    edition = f"Article of 18 October 2025, content {loaded.short_digest}"
    for part in ("Cervical Insufficiency", edition, "Made on 26 November 2026", "Not yet reviewed"):
        assert part in foot
    assert "Name, role and signature are on page 1." in foot
    assert sheet.fields == ("Name", "Role", "Registration number", "Date", "Signature")
    assert sheet.code == f"Code of this text: {review.code(loaded.article)}"


def test_an_article_of_the_older_form_and_of_another_direction_has_its_sheet(tea, full, article_of):
    made = compose(Document(tea), TODAY, "Letter")
    assert (made.direction, made.language, made.paper) == ("rtl", "ar", "Letter")
    full["notes"].append({**full["notes"][0], "id": "EN99", "sources": []})  # beside nothing, resting on nothing
    older = compose(Document(article_of(full)), TODAY)
    told = [words(point) for point in points(older)]
    assert {"Heavy bleeding", "Fever", "Call your local emergency number."} <= set(told)
    lone = next(point for point in points(older) if "EN99" in point.kind)
    assert lone.details == ("No source named",)
    assert older.chapters[-1].title == "Evidence notes"


# --- as a web page ---


def test_the_page_has_each_entry_once_with_its_boxes_and_lines(sheet):
    page = to_html(sheet)
    for point in points(sheet):
        (entry,) = re.findall(rf'<article class="point {point.style}" id="entry-{point.number}">.*?</article>', page, re.DOTALL)
        assert entry.count('type="checkbox"') == 3
        assert entry.count("<i></i>") == point.lines
        assert entry.count("<textarea") == 1
        assert html.escape(words(point)) in re.sub("</?strong>", "", entry)
        assert all(html.escape(line) in entry for line in point.details)


def test_the_page_loads_and_sends_nothing(sheet):
    page = to_html(sheet)
    assert "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|form)\b|\bsrc=|\bhref=|url\(", page)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_knows_its_paper_and_keeps_entries_together(loaded, paper):
    page = to_html(compose(Document(loaded.article, loaded.short_digest), TODAY, paper))
    assert f"@page {{ size: {paper}; margin: 17mm 17mm" in page
    assert 'content: "Page " counter(page) " of " counter(pages) ""' in page
    assert "break-inside: avoid" in page


def test_no_text_of_the_article_ends_the_page_or_its_style(raw, article_of):
    hostile = '</style></textarea><script>alert("1")</script>\\'
    raw["title"] = raw["notes"][0]["text"] = raw["sections"][0]["title"] = hostile
    page = to_html(compose(Document(article_of(raw)), TODAY))
    assert "<script" not in page
    assert page.count("</style>") == 1
    assert html.escape(hostile) in page
    assert r"\3c /style>\3c /textarea>\3c script>alert(\22 1\22 )\3c /script>\5c ." in page


# --- the command ---


def test_the_sheet_is_written_without_qt_as_a_web_page(tmp_path):
    file = tmp_path / "sheet.HTML"
    ended = without_qt("review-sheet", str(file))
    assert (ended.returncode, ended.stdout, ended.stderr) == (exits.DONE, b"", b"")
    assert "Review sheet" in file.read_text(encoding="utf-8")


def test_without_qt_a_pdf_is_refused_with_what_can_be_had_instead(tmp_path):
    ended = without_qt("review-sheet", str(tmp_path / "sheet.pdf"))
    assert ended.returncode == exits.NO_WINDOW
    assert_one_plain_line(ended.stderr.decode())
    assert b".html can" in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["sheet.md", "sheet", "none/sheet.html"])
def test_what_cannot_be_written_is_told_in_a_line(tmp_path, capsys, name):
    assert main(["review-sheet", str(tmp_path / name)]) == exits.UNREADABLE
    assert_one_plain_line(capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []


def test_a_policy_that_lets_nothing_leave_holds_for_the_sheet(tmp_path, monkeypatch, capsys):
    policy_file = policy.PolicyFile(policy.STRICTEST, tmp_path / "policy.json")
    monkeypatch.setattr(policy, "read_policy", lambda: policy_file)
    assert main(["review-sheet", str(tmp_path / "sheet.html")]) == exits.UNREADABLE
    assert "does not allow saving files" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
