"""The HTML edition of several articles: a page for each and a list, written whole or not at all, working from a folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.cli.main import main
from app.core.article.content import Article
from app.core.files.loader import load
from app.core.formats import edition_library
from app.core.formats.edition import HtmlEditionError
from app.core.formats.edition_library import INDEX, Bound, page_name, pages
from app.core.library import user_library
from app.core.pages.document import Document
from app.machine import paths
from tests.core.formats.test_edition import TODAY, Reader, read

TEA = Path(__file__).resolve().parents[2] / "articles" / "tiny.json"
HOSTILE = "</script><b onclick='x'>&\u2028"


@pytest.fixture(scope="module")
def tea() -> Article:
    return load(TEA).article


def made(*articles: Article, line: str = "A line.") -> dict[str, Reader]:
    bound = [Bound(Document(article, "abcdef0"), line) for article in articles]
    return {name: read(page) for name, page in pages(bound, paths.EDITION, TODAY)}


@pytest.fixture(scope="module")
def both(tea) -> dict[str, Reader]:
    return made(tea, load(paths.HANDBOOK).article)


def links(reader: Reader) -> list[str]:
    return [str(attributes["href"]) for tag, attributes in reader.tags if tag == "a" and not str(attributes["href"]).startswith("#")]


def test_the_list_leads_to_every_page_and_every_page_back(both):
    assert links(both[INDEX]) == ["using-this-reference.html", "tea.html"]  # by title: Latin letters stand before Arabic ones
    assert set(both) == {INDEX, "tea.html", "using-this-reference.html"}
    assert all(links(page) == [INDEX] for name, page in both.items() if name != INDEX)


def test_the_list_tells_title_line_date_review_and_language(both, tea):
    told = both[INDEX].text
    for words in (
        tea.title,
        "A line.",
        "1 March 2024",
        "Not yet reviewed",
        "Language: ar",
        "Information only, not medical advice",
        tea.disclaimer.short,
    ):
        assert words in told
    row = next(attributes for tag, attributes in both[INDEX].tags if tag == "a" and attributes["href"] == "tea.html")
    assert (row["lang"], row["dir"]) == ("ar", "rtl")


def test_nothing_is_fetched_and_the_list_knows_its_script(both):
    index = both[INDEX]
    assert {tag for tag, _ in index.tags} & {"img", "link", "iframe", "object"} == set()
    policy = next(str(attributes["content"]) for _, attributes in index.tags if attributes.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "'sha256-" in policy


def test_what_is_found_leads_to_places_that_the_pages_have(both):
    data = json.loads(next(text for attributes, text in both[INDEX].scripts if attributes.get("type") == "application/json"))
    assert [name for _, name, _ in data] == ["tea.html", "using-this-reference.html"]
    for _, name, places in data:
        assert len(places) > 2
        assert {place for place, _ in places} <= set(both[name].values("id"))


def test_words_of_an_article_are_no_markup(tea):
    index = made(replace(tea, title=HOSTILE), line=HOSTILE)[INDEX]
    assert index.text.count("<b onclick='x'>") == 2
    assert len(index.scripts) == 2


def test_of_a_large_library_titles_and_lines_are_found(tea, monkeypatch):
    monkeypatch.setattr(edition_library, "MOST_FOUND", 10)
    data = next(text for attributes, text in made(tea)[INDEX].scripts if attributes.get("type") == "application/json")
    assert json.loads(data) == [[f"{tea.title} A line.", "tea.html", []]]


def test_pages_have_names_that_every_system_takes():
    ids = ["tea", "tea/green", "tea-green", "index", "con", "lpt1", "console"]
    names = [page_name(name) for name in ids]
    assert names == [
        "tea.html",
        "tea--green.html",
        "tea-green.html",
        "index--article.html",
        "con--article.html",
        "lpt1--article.html",
        "console.html",
    ]


def test_two_articles_with_one_id_are_refused(tea):
    with pytest.raises(HtmlEditionError, match="two articles have the id tea"):
        made(tea, tea)


def test_one_article_is_in_memory_at_a_time(tea):
    taken: list[str] = []

    def bound() -> Iterator[Bound]:
        for name in ("one", "two"):
            taken.append(name)
            yield Bound(Document(replace(tea, id=name), "abcdef0"))

    made_pages = pages(bound(), paths.EDITION, TODAY)
    assert (next(made_pages)[0], taken) == ("one.html", ["one"])


# --- the command ---


def test_the_command_writes_a_folder_once_and_never_over_anything(tmp_path, capsys):
    folder = tmp_path / "pages"
    assert main(["export-html", "--all", "--content", str(TEA), str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {INDEX, "tea.html", "cervical-insufficiency.html", "using-this-reference.html"}
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert capsys.readouterr().out == f"{folder}: {size / 1000:.0f} kB, begin with {INDEX}\n"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert main(["export-html", "--all", str(folder)]) == 2
    assert "already exists; choose a new name or an empty folder" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_what_cannot_be_made_leaves_nothing(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(paths, "EDITION", tmp_path / "absent")
    assert main(["export-html", "--all", str(tmp_path / "pages")]) == 2
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_takes_the_whole_library_and_tells_what_cannot_be_opened(tmp_path, capsys, monkeypatch):
    own = tmp_path / "own"
    (own / "tea").mkdir(parents=True)
    (own / "tea" / "content.json").write_bytes(TEA.read_bytes())
    (own / "broken").mkdir()
    (own / "broken" / "content.json").write_text("{")
    monkeypatch.setattr(user_library, "library_folder", lambda: own)
    assert main(["export-html", "--all", str(tmp_path / "pages")]) == 1
    assert (tmp_path / "pages" / "tea.html").stat().st_size > 10_000
    told = capsys.readouterr()
    assert "begin with index.html" in told.out
    assert "broken" in told.err
    assert told.err.count("\n") == 1
