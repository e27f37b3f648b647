"""The HTML edition, as a page that is read without a browser. `tests/browser` opens it in one."""

import base64
import datetime as dt
import hashlib
import json
import re
import string
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from app.cli.main import main
from app.core.article.content import Article
from app.core.article.places import Places
from app.core.base.labels import ENGLISH
from app.core.formats.edition import HtmlEditionError, compose
from app.core.formats.edition_blocks import Writer, with_own_ids
from app.core.pages.blocks import Drawing
from app.core.pages.document import Document
from app.core.search.index import additions, entries
from app.machine import paths
from app.ui.look import tokens
from tests.core.formats.test_every_format import HOSTILE
from tests.core.pages.test_document import box_texts

TODAY = dt.date(2026, 11, 26)
EMPTY = frozenset({"meta", "br", "input", "hr", "link", "img"})


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in order. Gathers what stands where."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, tuple[str, ...]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "script":
            self.scripts.append((self.open[-1][1], data))
        elif self.open and self.open[-1][0] != "style" and data.strip():
            self.texts.append((data, tuple(tag for tag, _ in self.open)))

    @property
    def text(self) -> str:
        return " ".join(" ".join(data for data, _ in self.texts).split())

    def values(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes in self.tags if name in attributes]


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def made(article: Article, digest: str = "abcdef0") -> str:
    return compose(Document(article, digest, folder=paths.RESOURCES), paths.EDITION, TODAY)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def page(article) -> str:
    return made(article)


@pytest.fixture(scope="module")
def reader(page) -> Reader:
    return read(page)


@pytest.fixture(scope="module")
def index(reader) -> dict:
    return json.loads(next(text for attributes, text in reader.scripts if attributes.get("type") == "application/json"))


# --- one page, whole, and nothing from outside ---


def test_every_element_is_closed_and_every_id_stands_once(reader):
    ids = reader.values("id")
    assert ids
    assert len(ids) == len(set(ids))
    assert all(not set(name) & set(string.whitespace) for name in ids)


def test_every_link_leads_into_the_page(reader):
    ids = set(reader.values("id"))
    assert [target for target in reader.values("href") if not target.startswith("#") or target[1:] not in ids] == []


def test_nothing_is_fetched(reader, page):
    for name in ("src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "xlink:href"):
        assert [value for value in reader.values(name) if not value.startswith("#")] == []
    assert {tag for tag, _ in reader.tags}.isdisjoint({"link", "img", "iframe", "object", "embed", "base", "audio", "video"})
    assert "@import" not in page
    assert re.findall(r"url\((?![\"']?#)", page) == []


def test_the_policy_forbids_what_is_not_in_the_page_and_knows_its_script(reader):
    policy = next(str(attributes["content"]) for tag, attributes in reader.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    script = next(text for attributes, text in reader.scripts if "type" not in attributes)
    assert policy.startswith("default-src 'none';")
    assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy
    assert not any(name.startswith("on") for _, attributes in reader.tags for name in attributes)


def test_the_letters_over_the_glossary_are_links_on_the_screen_and_not_on_paper(reader, page):
    leads = [attributes for tag, attributes in reader.tags if tag == "p" and attributes.get("class") == "leads"]
    assert len(leads) == 2  # those letters, and the way to where the article comes from
    printed = page[page.index("@media print") :]
    hidden = next(line for line in printed.splitlines() if "display: none" in line)
    assert ".leads" in hidden


def test_the_page_says_its_language_direction_and_title(reader, article):
    assert reader.tags[0] == ("html", {"lang": "en", "dir": "ltr"})
    assert (article.title, ("html", "head", "title")) in reader.texts


def test_every_text_of_the_article_stands_in_the_page(reader, article):
    text = squeezed(reader.text)
    wanted = [passage.text for section in article.sections for passage in section.passages]
    wanted += [words for entry in article.faq.entries for words in (entry.question, entry.answer)]
    wanted += [words for note in article.notes for words in (note.verdict, note.text)]
    wanted += [words for term in article.glossary for words in (term.term, term.meaning)]
    wanted += [words for source in article.sources for words in (source.title, source.issuer)]
    wanted += [words for source in article.sources for words in (source.read_as, source.again, source.address) if words]
    wanted += [*article.disclaimer.text, *article.about.text, *(one.text for one in article.provenance.inconsistencies)]
    wanted += [*article.provenance.left_out, *article.provenance.corrected]
    wanted += box_texts(article)
    assert [words for words in wanted if squeezed(words) not in text] == []


def test_the_short_address_of_a_note_stays_valid(reader, article):
    assert {note.id for note in article.notes} <= set(reader.values("id"))


def test_every_place_of_the_program_is_a_place_of_the_page(reader, article):
    assert [place for place in Places(article).ids() if place not in reader.values("id")] == []


def test_the_disclaimer_comes_before_everything_that_is_stated(reader, article):
    text = squeezed(reader.text)
    wanted = (article.disclaimer.text[0], article.disclaimer.text[-1], article.urgent_care.text, article.sections[0].passages[0].text)
    at = [text.index(squeezed(words)) for words in wanted]
    assert at == sorted(at)


@pytest.mark.parametrize("part", ["header", "footer"])
def test_the_imprint_stands_above_and_below(reader, article, part):
    text = "".join(data for data, tags in reader.texts if part in tags)
    assert article.disclaimer.short in text
    for words in ("Article of 18 October 2025, content abcdef0", "Evidence checked 26 November 2026", "Not yet reviewed by a clinician"):
        assert words in text


def test_the_age_is_told_once_the_article_is_older_than_a_year(article, page):
    assert "This article is 13 months old" in page
    checked = replace(article.edition, updated=article.edition.checked)
    young = compose(Document(replace(article, edition=checked), "x", folder=paths.RESOURCES), paths.EDITION, TODAY)
    assert '<p class="imprint" id="age" hidden></p>' in young


def test_a_page_made_by_a_wrong_clock_says_so_and_bears_no_day_of_making(article):
    page = compose(Document(article, "x", folder=paths.RESOURCES), paths.EDITION, dt.date(1970, 1, 1))
    assert "1970" not in page.partition('type="application/json"')[0].partition("<main")[0]
    assert "1 January 1970" not in page
    assert ENGLISH.made_unknown in page
    assert '<p class="imprint" id="age" hidden></p>' in page  # the reader's clock may be right
    assert '"newest":[2026,11,26]' in page


def test_the_script_says_of_the_readers_clock_what_the_program_says_of_its_own(index):
    assert index["newest"] == [TODAY.year, TODAY.month, TODAY.day]
    assert index["words"]["clock"] == ENGLISH.wrong_clock


def test_there_are_landmarks_a_skip_link_and_one_first_heading(reader):
    tags = [tag for tag, _ in reader.tags]
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert tags.count(landmark) == 1
    links = [attributes for tag, attributes in reader.tags if tag == "a"]
    assert links[0] == {"class": "skip", "href": "#content"}


def test_headings_never_skip_a_level(reader):
    levels = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


# --- notes ---


def test_notes_with_an_alert_are_never_folded_by_themselves(page, article):
    alerts = [note for note in article.notes if note.alerts]
    assert alerts
    for note in alerts:
        for found in re.finditer(re.escape(f"<strong>{note.verdict}.</strong> {note.text}"), page.replace("&#x27;", "'")):
            before = page.replace("&#x27;", "'")[: found.start()]
            inside = before[before.rindex('<div role="note"') :]
            assert inside.count("<details>") == inside.count("</details>")


def test_other_notes_are_folded_under_a_line_that_counts_them(page):
    assert '<summary>2 evidence notes <span class="aside">(Not part of the article)</span></summary>' in page
    assert "<summary>1 more evidence note</summary>" in page


def test_questions_are_native_and_closed(reader, article):
    questions = [attributes for tag, attributes in reader.tags if tag == "details" and attributes.get("class") == "question"]
    assert [attributes["id"] for attributes in questions] == [entry.id for entry in article.faq.entries]
    assert not any("open" in attributes for attributes in questions)


# --- figures ---


SVG = '<?xml version="1.0"?><!-- a --><svg xmlns="about:svg"><g id="a" aria-labelledby="t u"><use href="#a"/><path fill="url(#a)"/></g></svg>'


def test_drawings_keep_their_ids_apart():
    assert with_own_ids(SVG, "x-").endswith('<g id="x-a" aria-labelledby="x-t x-u"><use href="#x-a"/><path fill="url(#x-a)"/></g></svg>')


def test_a_drawing_stands_in_the_page_with_its_description_and_no_declaration():
    drawing = Drawing("figures/a", "Title", 'Alt "quoted"', (), SVG)
    written = Writer({}).write((drawing, drawing))
    assert written.count('<div class="drawing" role="img" dir="ltr" aria-label="Alt &quot;quoted&quot;">\n<svg') == 2
    assert written.count('id="figures/a"') == 1
    assert 'id="drawing-1-a"' in written
    assert 'id="drawing-2-a"' in written
    assert "<?xml" not in written


def test_a_figure_that_cannot_be_shown_says_why():
    written = Writer({}).write((Drawing("figures/a", "Title", "Alt", (), "", "cannot be shown: <gone>"),))
    assert "<p>cannot be shown: &lt;gone&gt;</p>" in written


def test_every_figure_stands_in_the_page_with_its_title(reader, article):
    for figure in article.figures:
        assert ("figure", {"id": figure.id}) in reader.tags
        assert figure.title in reader.text


# --- what finds ---


def test_everything_that_the_program_finds_can_be_found(index, article):
    found = [entry["place"] for entry in index["search"]["entries"]]
    assert found == [entry.place for entry in (*entries(article), *additions(article))]


def test_what_is_found_is_in_the_page(index, reader):
    ids = set(reader.values("id"))
    places = {entry[name] for entry in index["search"]["entries"] for name in ("place", "page", "beside")} - {""}
    places |= {place for _, place, _ in index["search"]["related"]} | index["places"].keys() | index["names"].keys()
    assert places - ids == set()


def test_notes_with_an_alert_go_with_what_is_found(index):
    by_place = {entry["place"]: set(entry["alerts"]) for entry in index["search"]["entries"]}
    assert by_place["treatment-and-management/bed-rest"] == {"EN18", "EN19"}
    assert by_place["faq/treatment"] == {"EN18", "EN19", "EN27"}
    assert by_place["overview/definition"] == set()


def test_a_note_is_told_with_its_verdict_and_details(index, article):
    for note in article.notes:
        verdict, text, details = index["notes"][note.id]
        assert (verdict, text) == (note.verdict, note.text)
        assert details.startswith(f"{note.id} · ")


# --- other articles ---


def test_markup_in_content_is_text_everywhere(raw, article_of):
    breaking = f"{HOSTILE} </script></style></title><!-- ]]> -->"
    raw["title"] = raw["about"]["title"] = raw["disclaimer"]["title"] = raw["disclaimer"]["short"] = breaking
    raw["sections"][0]["title"] = raw["sections"][0]["passages"][0]["text"] = breaking
    raw["faq"]["entries"][0]["question"] = raw["faq"]["entries"][0]["answer"] = breaking
    raw["notes"][0]["verdict"] = raw["notes"][0]["text"] = breaking
    raw["sources"][0]["short"] = raw["sources"][0]["title"] = raw["sources"][0]["address"] = breaking
    raw["glossary"][0]["term"] = raw["glossary"][0]["meaning"] = breaking
    raw["synonyms"][0]["variants"] = [breaking]
    raw["sections"][0]["passages"][0]["asked"] = [breaking]
    raw["urgent_care"]["title"] = breaking
    made_page = made(article_of(raw))
    reader = read(made_page)
    assert [tag for tag, _ in reader.tags].count("script") == 2
    assert [tag for tag, _ in reader.tags].count("style") == 1
    assert "<img" not in made_page
    assert json.loads(reader.scripts[0][1])["search"]["entries"][0]["text"] == breaking
    assert reader.text.count("</script></style></title>") >= 10


def test_an_article_of_the_least_parts_in_arabic_reads_from_right_to_left(tea):
    reader = read(made(tea))
    assert reader.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert len(reader.values("id")) == len(set(reader.values("id")))
    assert {target[1:] for target in reader.values("href")} <= set(reader.values("id"))
    for text in (passage.text for section in tea.sections for passage in section.passages):
        assert squeezed(text) in squeezed(reader.text)


def test_a_missing_part_of_the_frame_is_told(article, tmp_path):
    with pytest.raises(HtmlEditionError, match=r"page\.html cannot be read"):
        compose(Document(article), tmp_path, TODAY)


# --- its look and its script ---


@pytest.mark.parametrize(("theme", "which"), [(tokens.LIGHT, 0), (tokens.DARK, 1)], ids=["light", "dark"])
def test_its_colours_are_those_of_the_program(theme, which):
    css = (paths.EDITION / "edition.css").read_text(encoding="utf-8")
    block = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[which]
    colours = {name.replace("-", "_"): value for name, value in re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", block)}
    assert colours == {name: getattr(theme, name) for name in colours}
    assert len(colours) == 15


@pytest.mark.parametrize("name", ["search.js", "edition.js", "library.js"])
def test_its_script_is_plain_enough_for_old_browsers(name):
    script = (paths.EDITION / name).read_text(encoding="utf-8")
    for newer in (
        r"=>",
        r"\blet\b",
        r"\bconst\b",
        r"`",
        r"\bclass\s",
        r"\bimport\b",
        r"\bfetch\b",
        r"\basync\b",
        r"\.includes\(",
        r"XMLHttpRequest",
        r"localStorage",
        r"\(\?<[=!]",
    ):
        assert not re.search(newer, re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)), newer


def test_reading_needs_no_new_layout():
    css = (paths.EDITION / "edition.css").read_text(encoding="utf-8")
    assert not re.search(r"display:\s*(flex|grid)|@layer|@container|:has\(", css)


# --- the command ---


def test_the_command_writes_the_page_and_says_how_large_it_is(tmp_path, capsys):
    path = tmp_path / "edition.html"
    assert main(["export-html", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: {path.stat().st_size / 1000:.0f} kB\n"
    assert read(path.read_text(encoding="utf-8")).tags[0][0] == "html"


def test_the_command_replaces_an_old_page_and_keeps_it_when_it_cannot(tmp_path, capsys, monkeypatch):
    path = tmp_path / "edition.html"
    path.write_text("old")
    monkeypatch.setattr(paths, "EDITION", tmp_path / "absent")
    assert main(["export-html", str(path)]) == 2
    assert path.read_text() == "old"
    monkeypatch.undo()
    assert main(["export-html", str(path)]) == 0
    assert path.stat().st_size > 100_000
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_in_place_of_a_file_is_one_plain_line(tmp_path, capsys):
    assert main(["export-html", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"cervical-reference: {tmp_path} is a folder\n"
