"""The search as data. `tests/browser` asks what the page makes of it."""

import base64
import json
import os
import re
import subprocess
import sys
import zlib
from itertools import accumulate
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.base.labels import ENGLISH
from app.core.base.text import words
from app.core.language.language import CHART, Language
from app.core.search import engine, query, ranking
from app.core.search.engine import SearchIndex
from app.core.search.export import search_data

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def data(article) -> dict:
    return json.loads(json.dumps(search_data(article, ENGLISH)))


@pytest.fixture(scope="module")
def key_of(data) -> dict[str, str]:
    rows = [line.split() for name in ("forms", "variants", "spellings") for line in data[name].split("\n")]
    return {key + word[1:] if word.startswith("+") else word: key for key, *found in rows for word in found}


class Filter:
    """The filter of listed words, as the page looks words up in it."""

    def __init__(self, listed: dict) -> None:
        self._bits, self._size, self._hashes = base64.b64decode(listed["bits"]), listed["size"], listed["hashes"]

    def __contains__(self, word: str) -> bool:
        one, other = zlib.crc32(word.encode()), zlib.crc32(word[::-1].encode()) | 1
        at = [(one + number * other) % self._size for number in range(self._hashes)]
        return all(self._bits[bit >> 3] & 1 << (bit & 7) for bit in at)


def test_numbers_and_points_are_those_of_the_program(data):
    assert data["nearness"] == ranking.NEARNESS
    assert data["answering"] == ranking.ANSWERING
    assert data["constants"]["engine"]["FAR_BEHIND"] == engine.FAR_BEHIND
    assert data["constants"]["query"]["GENERIC"] == query.GENERIC
    assert data["constants"]["ranking"]["BESIDE_SUBJECT"] == ranking.BESIDE_SUBJECT


def test_every_word_of_the_article_is_known_with_its_key(article, key_of):
    language = Language(article.language)
    texts = [passage.text for section in article.sections for passage in section.passages]
    texts += [variant for synonym in article.synonyms for variant in synonym.variants if not variant.removesuffix("s").isupper()]
    typed = {word.folded for text in texts for word in words(text)}
    assert {word for word in typed if key_of.get(word, word) != language.key(word) and not word.isdigit()} == set()


@pytest.mark.parametrize("word", ["cramped", "stitches", "biopsies", "funnelling", "shorten", "causing", "twelve"])
def test_other_forms_of_known_words_have_their_key(article, key_of, word):
    assert key_of.get(word, word) == Language(article.language).key(word)


def test_postings_are_those_of_the_index(article, data):
    index = SearchIndex(article)._index
    keys = data["keys"].split()
    for key, flat in zip(keys, data["postings"], strict=True):
        pairs = zip(flat[::2], flat[1::2], strict=True)
        assert {entry: data["worths"][worth] for entry, worth in pairs} == index.postings.get(key, {})


def test_pairs_are_those_of_the_index(article, data):
    index = SearchIndex(article)._index
    keys = data["keys"].split()
    for number, (said, more) in enumerate(zip(data["statedPairs"], data["pairs"], strict=True)):
        read = [{divmod(at, len(keys)) for at in accumulate(int(step, 36) for step in text.split())} for text in (said, more)]
        stated, further = ({(keys[first], keys[second]) for first, second in found} for found in read)
        assert index.numbered(stated) == index.stated_pairs[number]
        assert index.numbered(stated | further) == index.pairs[number]


def test_every_listed_word_is_in_the_filter_and_few_others_are(data):
    listed, kept = sorted(Language("en").listed.words())[::97], Filter(data["listed"])
    assert all(word in kept for word in listed)
    assert "survival" in kept
    unlisted = [word[::-1] + "q" for word in listed]
    assert sum(word in kept for word in unlisted) < len(unlisted) * 0.015


def test_chart_notation_is_written_without_looking_back():
    assert not any(re.search(r"\(\?<[=!]", pattern.pattern) for pattern, _ in CHART)


def test_an_article_in_a_language_without_lists_has_an_index_too(tea):
    data = search_data(replace(tea, language="ja"), ENGLISH)
    assert data["listed"] == {"bits": "AA==", "size": 8, "hashes": 7}
    assert data["forms"] == data["ordinary"] == ""
    assert data["chart"] == data["rules"] == data["endings"] == []
    assert data["keys"]


def test_the_rules_of_a_language_without_a_stemmer_travel(tea):
    data = search_data(tea, ENGLISH)
    assert data["isRuled"]
    word = "والمجمّدة".replace("ّ", "")
    for pattern, replacement, left in data["rules"]:
        made = re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", replacement), word)
        word = made if len(made) >= left else word
    assert word == Language("ar").key("المجمدة")


def test_the_data_are_the_same_at_every_run():
    """What is in a set has another order at every run; an edition that is made twice must be the same file, and so must an index."""
    script = (
        "import hashlib, json; from app.machine import paths; from app.core.files.loader import load;"
        " from app.core.base.labels import ENGLISH; from app.core.search.export import search_data;"
        " from app.core.base.steps import at_once; from app.core.search.data import making_search; from app.core.search.stored import packing;"
        " article = load(paths.CONTENT).article; made = at_once(making_search(article));"
        " stored = at_once(packing(made.article, 'x')) + at_once(packing(made.language, 'en'));"
        " print(hashlib.sha256(json.dumps(search_data(article, ENGLISH, made)).encode() + stored).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
