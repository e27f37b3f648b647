"""The search's data, made, stored and read again."""

import json
from pathlib import Path

import msgspec
import pytest

from app.core.base.labels import ENGLISH
from app.core.base.steps import at_once
from app.core.language.language import Language
from app.core.search import stored
from app.core.search.data import ArticleData, LanguageData, SearchData, making_language, making_search
from app.core.search.engine import SearchIndex
from app.core.search.stored import form_of_sources, packing, unpack

JUDGED = Path(__file__).resolve().parents[2] / "judged" / "a.jsonl"


@pytest.fixture(scope="module")
def made(article) -> SearchData:
    return at_once(making_search(article))


@pytest.fixture(scope="module")
def raw(made) -> bytes:
    return at_once(packing(made.article, "digest"))


def test_what_was_stored_answers_as_what_was_made(article, made, raw):
    language = unpack(at_once(packing(made.language, "en")), "en", LanguageData)
    kept = unpack(raw, "digest", ArticleData)
    one, other = SearchIndex(article, data=made), SearchIndex(article, data=SearchData(language, kept))
    for line in JUDGED.read_text(encoding="utf-8").splitlines()[:40]:
        query = json.loads(line)["query"]
        assert one.search(query) == other.search(query)


def test_another_language_is_stored_too(tea):
    made = at_once(making_search(tea))
    kept = unpack(at_once(packing(made.article, "x")), "x", ArticleData)
    assert SearchIndex(tea, data=SearchData(made.language, kept)).search("سماور") == SearchIndex(tea).search("سماور")


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[:0],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-1],
        lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
        lambda raw: raw[: len(raw) // 2] + b"\0\0\0\0" + raw[len(raw) // 2 + 4 :],
        lambda raw: raw.replace(b"search ", b"found ", 1),
        lambda raw: raw.split(b"\n", 1)[0] + b"\n" + b"x" * 999,
    ],
)
def test_what_is_damaged_is_not_read(raw, damage):
    assert unpack(raw, "digest", ArticleData) is not None
    assert unpack(damage(raw), "digest", ArticleData) is None


def test_what_was_made_of_something_else_or_by_other_rules_is_not_read(raw, monkeypatch):
    assert unpack(raw, "diges", ArticleData) is None
    assert unpack(raw, "digest2", ArticleData) is None
    assert unpack(raw, "digest", LanguageData) is None
    monkeypatch.setattr(stored, "form", lambda: "0" * 64)
    assert unpack(raw, "digest", ArticleData) is None


@pytest.mark.parametrize("name", ["core/search/ranking.py", "core/language/english.py", "core/base/text.py"])
def test_a_changed_rule_or_table_is_another_form(tmp_path, name):
    for made_by in stored.MADE_BY:
        path = tmp_path / made_by
        (path if path.suffix else path / "x.py").parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("A = 1\n", encoding="utf-8")
    before = form_of_sources(tmp_path)
    assert form_of_sources(tmp_path) == before
    (tmp_path / name).write_text("A = 2\n", encoding="utf-8")
    assert form_of_sources(tmp_path) != before


def test_every_source_that_the_search_is_made_of_counts():
    """What `making` uses lies in the places that are named; a new package that it uses must be named as well."""
    app = Path(stored.__file__).resolve().parents[2]
    named = {app / name for name in stored.MADE_BY}
    for module in (app / "core" / "search", app / "core" / "language"):
        assert module in named
    assert all(path.exists() for path in named)


def test_an_index_is_made_in_many_small_steps(article):
    steps = making_search(article)
    entries = len(SearchIndex(article)._index.entries)
    assert sum(1 for _ in steps) > entries + len(article.synonyms)


def test_the_bytes_are_those_of_the_whole_value(made, raw):
    assert unpack(raw, "digest", ArticleData) == made.article
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made.language), type=LanguageData) == made.language


def test_a_language_without_tables_has_none():
    found = at_once(making_language(Language("fa")))
    assert found.aspects.phrases == {}
    assert found.common == frozenset()


def test_an_index_that_is_opened_in_steps_answers_as_one_that_is_made_at_once(article, made):
    steps = SearchIndex.opening(article, ENGLISH, made)
    assert next(steps) is None
    opened, whole = at_once(steps), SearchIndex(article, data=made)
    for query in ("bed rest", "when does the stitch come out", "zebra"):
        assert opened.search(query) == whole.search(query)
        assert opened.judge(query)[0] == opened.search(query)
