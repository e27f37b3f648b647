"""The HTML edition in a browser: headless Chromium, with scripts and without.

`tests/browser/look.mjs` opens the pages once and tells what it saw; the tests below look at that. Needs Chromium and Node; the checker and the
driver come from npm into `build/browser` the first time. Where Chromium is lacking the tests are passed over, unless `CI` is set.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jellyfish
import pytest

from app.cli.main import main
from app.core.base.order import stretches
from app.core.base.text import words
from app.core.files.loader import load
from app.core.language.language import Language
from app.core.search.danger import DangerWords
from app.core.search.engine import SearchIndex
from app.core.search.results import Results
from tests.pasted import PASTED

ROOT = Path(__file__).resolve().parents[2]
TEA = ROOT / "tests" / "articles" / "tiny.json"
MODULES = ROOT / "build" / "browser"
NEEDED = ("puppeteer-core@24.43.1", "axe-core@4.14.1")


MORE = [Path(name) for name in os.environ.get("MORE_JUDGED", "").split(os.pathsep) if name]
JUDGED = [*sorted((ROOT / "tests" / "judged").rglob("*.jsonl")), *MORE]
"""Judged queries: those of the project, and further files that the variable names."""

SHOWN = ("note", "refused", "danger", "slip", "meaning")
"""The kinds of results that are looked at, wide and narrow."""

SHARE = 0.9
"""How often the page must be right first, as a share of how often the program is."""

AGREED = 0.97
"""The share of queries for which page and program must agree whether the article answers, and on what stands first."""


def judged(path: Path) -> list[dict[str, Any]]:
    """Return the judged queries of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def arabic_queries() -> list[str]:
    """Return words of every passage and question of the Arabic article, one by one and in threes, and some that it lacks."""
    article = load(TEA).article
    texts = [passage.text for section in article.sections for passage in section.passages] + [entry.question for entry in article.faq.entries]
    typed = [text.split() for text in texts]
    return [*(" ".join(found[:3]) for found in typed), *dict.fromkeys(word for found in typed for word in found), "قهوة", "coffee"]


LANGUAGES = {path.stem: path for path in sorted((ROOT / "tests" / "articles" / "languages").glob("*.json"))}
"""Articles in other languages; their judged queries stand beside them."""


MEASURES = ("37+0", "16–20", "5 mg/kg", "± 2", "< 25", "50–60 %", "26 November 2026", "+44 20 7946 0958", "٣٧+٠", "Rh+")
SOUGHT = "حوالي"


def measures() -> str:
    """Return a sentence with a measure between each two words."""
    return "؛ ".join(f"{SOUGHT} {measure} ثم" for measure in MEASURES)


def article_with_measures(folder: Path) -> Path:
    """Return the Arabic article with measures in a passage."""
    raw = json.loads(TEA.read_text(encoding="utf-8"))
    passage = raw["sections"][0]["passages"][0]
    passage["text"] = passage["plain"] = measures()
    made = folder / "measured.json"
    made.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return made


def typed_words() -> list[str]:
    """Return the words of the judged queries, slips included, in alphabetical order: neighbours are alike."""
    typed = {word.folded for path in JUDGED for row in judged(path) for word in words(row["query"])}
    return sorted(word for word in typed if word.isascii() and word.isalpha())


def is_right(row: dict[str, Any], places: list[str]) -> bool:
    """Return whether the first place is one that answers, or nothing is shown where nothing answers; a note may answer in the article's stead."""
    good = row["targets"] or [f"notes/{note}" for note in row.get("notes_that_answer", ())]
    if not places:
        return not row["targets"]
    return any(places[0] == target or places[0].startswith(f"{target}/") for target in good)


def _absent(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"something is missing: apt-get install {what}", pytrace=False)
    pytest.skip(f"something is missing: apt-get install {what}")


@pytest.fixture(scope="session")
def tools() -> tuple[str, str]:
    """Node and Chromium, with the driver and the checker in their folder."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    node, npm = shutil.which("node"), shutil.which("npm")
    for what, found in (("chromium", chromium), ("nodejs", node), ("npm", npm)):
        if not found:
            _absent(what)
    stamp = MODULES / "installed"
    if not stamp.exists() or stamp.read_text() != " ".join(NEEDED):
        MODULES.mkdir(parents=True, exist_ok=True)
        (MODULES / "package.json").write_text("{}")
        subprocess.run([npm, "install", "--no-save", "--silent", "--no-audit", "--no-fund", "--prefix", MODULES, *NEEDED], check=True, timeout=300)
        stamp.write_text(" ".join(NEEDED))
    return str(node), str(chromium)


@pytest.fixture(scope="session")
def seen(tools, tmp_path_factory) -> dict[str, Any]:
    """What a browser saw."""
    node, chromium = tools
    folder = tmp_path_factory.mktemp("edition")
    page, arabic = folder / "edition.html", folder / "arabic.html"
    assert main(["export-html", str(page)]) == 0
    assert main(["--content", str(TEA), "export-html", str(arabic)]) == 0
    queries = folder / "queries.json"
    asked = {
        "english": [row["query"] for path in JUDGED for row in judged(path)],
        "arabic": arabic_queries(),
        "words": typed_words(),
        **{language: [row["query"] for row in judged(path.with_suffix(".jsonl"))] for language, path in LANGUAGES.items()},
        "pasted": [*PASTED],
    }
    measured = folder / "measured.html"
    assert main(["--content", str(article_with_measures(folder)), "export-html", str(measured)]) == 0
    pages = {language: str(folder / f"{language}.html") for language in LANGUAGES}
    for language, path in LANGUAGES.items():
        assert main(["--content", str(path), "export-html", pages[language]]) == 0
    queries.write_text(json.dumps({**asked, "languages": pages, "measured": str(measured), "sought": SOUGHT}))
    pictures = [os.environ["PICTURES"]] if os.environ.get("PICTURES") else []
    look = [node, Path(__file__).parent / "look.mjs", MODULES, chromium, page, arabic, queries, *pictures]
    told = subprocess.run(look, capture_output=True, text=True, check=False, timeout=300)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def test_no_request_leaves_the_page_and_nothing_goes_wrong(seen):
    assert seen["requests"] == []
    assert seen["errors"] == []


def test_the_accessibility_checker_has_nothing_to_say(seen):
    looks = ("light", "dark", "narrow", "arabic", "narrow_arabic")
    assert set(seen["axe"]) == {"disclaimer", "found", "dark_found", *SHOWN, *looks, *(f"{name}, all open" for name in looks)}
    assert {name: found for name, found in seen["axe"].items() if found} == {}


def test_nothing_scrolls_sideways(seen):
    assert seen["sideways"] == dict.fromkeys(("light", "dark", "narrow", "arabic", "narrow_arabic", "found", *SHOWN), 0)


def test_the_disclaimer_comes_first_and_one_key_accepts_it(seen, article):
    assert all(text in seen["gate"]["text"] for text in article.disclaimer.text)
    assert article.sections[0].passages[0].text not in seen["gate"]["text"]
    assert seen["gate"]["focus"] == "I understand"
    assert seen["accepted"]["focus"] == "content"
    assert seen["accepted"]["top"] == 0
    assert all(section.passages[0].text in seen["accepted"]["text"] for section in article.sections)
    assert all(text in seen["accepted"]["text"] for text in article.disclaimer.text)


def test_answers_open_and_close_by_key_and_all_at_once(seen, article):
    assert (seen["opened"], seen["closed"]) == (True, True)
    assert seen["expanded"] == [len(article.faq.entries), 0]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cerclage", "treatment-and-management/cerclage"),
        ("lletz", "causes-and-risk-factors/prior-surgery"),
        ("is bed rest useful", "treatment-and-management/bed-rest"),
        ("when is the stitch done", "faq/cerclage-timing"),
        ("Ehlers–Danlos", "causes-and-risk-factors/collagen-disorders"),
        ("ÉHLERS", "causes-and-risk-factors/collagen-disorders"),
        ("bleeding", "symptoms-and-diagnosis/vaginal-bleeding"),
    ],
)
def test_the_right_place_is_found_first(seen, words, first):
    assert seen["found"][words]["ids"][0] == first


def test_a_part_that_no_word_names_is_found_by_its_plain_words(seen):
    assert "causes-and-risk-factors/uterine-anomalies" in seen["found"]["womb with one side"]["ids"][:2]


@pytest.mark.parametrize("words", ["prostate biopsy", "<script>alert(1)</script>", "constructor", "survival"])
def test_what_is_not_covered_is_said(seen, words):
    assert seen["found"][words]["ids"] == seen["found"][words]["near"] == []
    assert seen["found"][words]["count"] == "The article does not say this."


def test_nothing_typed_finds_nothing_and_says_nothing(seen):
    assert seen["found"]["  "] == {"count": "", "ids": [], "near": [], "texts": [], "whole": "", "urgent": None}


def test_a_question_without_an_answer_is_told_so_with_what_is_missing_and_what_stands_nearest(seen):
    found = seen["found"]["success rate of the stitch"]
    assert found["count"] == "The article does not say this."
    assert found["ids"] == []
    assert "faq/what-is-cerclage" in found["near"]
    told = (
        "Not in the article: “success rate”, not in an evidence note either",
        "In the article: “stitch”",
        "Nearest in the article",
        "These sentences do not answer the question.",
    )
    at = [found["whole"].index(words) for words in told]
    assert at == sorted(at)


def test_a_note_that_answers_stands_apart_from_the_article_and_before_what_is_nearest(seen, article):
    found = seen["found"]["when is the stitch removed"]
    note = next(note for note in article.notes if note.id == "EN29")
    assert found["ids"] == ["notes/EN29"]
    assert found["texts"][0].startswith(f"From an evidence note, not part of the article\n\n{note.verdict}. {note.text}\n\nEN29 · Checked")
    assert "Belongs to: Questions and answers › When is cerclage typically performed?" in found["texts"][0]
    assert found["whole"].index(note.text) < found["whole"].index("Nearest in the article")


def test_a_meaning_stands_under_a_heading_of_its_own(seen, article):
    found = seen["found"]["what does PPROM mean"]
    term = next(term for term in article.glossary if term.id == "glossary/pprom")
    assert found["ids"][0] == term.id
    assert found["texts"][0] == f"From the glossary, not part of the article\n\n{term.term}\n\n{term.meaning}"


def test_a_mended_slip_is_said_and_can_be_undone(seen):
    assert seen["found"]["insufishency"]["count"].startswith("Showing results for insufficiency · ")
    assert seen["exact"] == {"before": "Search instead for “insufishency”", "count": "The article does not say this.", "focus": "words"}


@pytest.fixture(scope="session")
def program(article) -> dict[str, Results]:
    """What the program finds."""
    index = SearchIndex(article)
    return {row["query"]: index.search(row["query"]) for path in JUDGED for row in judged(path)}


@pytest.fixture(scope="session")
def in_page(seen) -> dict[str, dict[str, Any]]:
    """What the page finds."""
    return dict(zip((row["query"] for path in JUDGED for row in judged(path)), seen["judged"], strict=True))


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.stem)
def test_the_page_is_right_as_often_as_the_program(in_page, program, path):
    rows = judged(path)
    here = sum(is_right(row, in_page[row["query"]]["places"]) for row in rows)
    there = sum(is_right(row, [hit.place for hit in program[row["query"]].hits]) for row in rows)
    print(f"{path.name}: right first in the page {here / len(rows):.3f}, in the program {there / len(rows):.3f}, of {len(rows)}")
    assert here >= SHARE * there


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.stem)
def test_page_and_program_agree_on_what_the_article_answers(in_page, program, path):
    pairs = [(in_page[row["query"]], program[row["query"]]) for row in judged(path)]
    answered = sum(here["isAnswered"] == there.is_answered for here, there in pairs)
    first = sum(here["places"][:1] == [hit.place for hit in there.hits[:1]] for here, there in pairs)
    near = sum(here["near"] == [hit.place for hit in there.near] for here, there in pairs)
    print(f"{path.name}: agree on answered or not {answered}, the first place {first}, what is nearest {near}, of {len(pairs)}")
    assert min(answered, first, near) >= AGREED * len(pairs)


def test_the_page_compares_words_by_letter_and_sound_as_the_program_does(seen):
    typed = typed_words()
    assert len(typed) > 500
    for before, word, (sound, distance, likeness) in zip([typed[0], *typed], typed, seen["words"], strict=False):
        assert sound.upper() == jellyfish.metaphone(word)
        assert distance == jellyfish.damerau_levenshtein_distance(before, word)
        assert likeness == pytest.approx(jellyfish.jaro_winkler_similarity(before, word))


def test_an_article_in_a_language_without_lists_is_searched_as_in_the_program(seen):
    index = SearchIndex(load(TEA).article)
    there = [index.search(query) for query in arabic_queries()]
    assert any(results.is_answered for results in there)
    assert not all(results.is_answered for results in there)
    assert [one["places"] for one in seen["arabic"]] == [[hit.place for hit in results.hits] for results in there]
    assert [one["isAnswered"] for one in seen["arabic"]] == [results.is_answered for results in there]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_in_another_language_is_searched_as_in_the_program(seen, language):
    rows = judged(LANGUAGES[language].with_suffix(".jsonl"))
    index = SearchIndex(load(LANGUAGES[language]).article)
    there = [index.search(row["query"]) for row in rows]
    pairs = list(zip(seen["languages"][language], there, strict=True))
    first = sum(here["places"][:1] == [hit.place for hit in results.hits[:1]] for here, results in pairs)
    answered = sum(here["isAnswered"] == results.is_answered for here, results in pairs)
    assert min(first, answered) >= AGREED * len(rows) - 1


def test_what_is_pasted_finds_what_the_program_finds(seen, article):
    index = SearchIndex(article)
    there = [[hit.place for hit in index.search(typed).hits] for typed in PASTED]
    assert all(there)
    assert [one["places"] for one in seen["pasted"]] == there


@pytest.mark.parametrize("where", ["page", "found"])
def test_measures_stand_in_their_written_order_in_the_page_and_in_what_is_found(seen, where):
    kept = seen["kept"][where]
    text = measures()
    first = [one["text"] for one in kept if one["text"] in MEASURES][: len(MEASURES)]
    assert first == [text[start:end] for start, end in stretches(text, mirrored=True)]
    for one in kept:
        assert one["places"] == sorted(one["places"]), one["text"]
    assert seen["marked"] >= len(MEASURES)


def test_what_is_copied_from_a_page_has_no_invisible_marks(seen):
    assert all(measure in seen["copied"] for measure in MEASURES)
    assert not re.search("[\u2060\u202a-\u202e\u2066-\u2069\u200e\u200f]", seen["copied"])


def test_searching_is_quick(seen):
    times = sorted(one["took"] for one in seen["judged"])
    median, first = times[len(times) // 2], seen["first"]
    print(f"first focus {first['focus']:.0f} ms, first search {first['search']:.0f} ms, then median {median:.1f} ms, at most {times[-1]:.0f} ms")
    assert median < 20
    assert first["focus"] + first["search"] < 500


def test_a_danger_sign_shows_when_to_call(seen):
    assert seen["found"]["my waters broke"]["urgent"] == "#urgent-care"
    assert seen["found"]["cerclage"]["urgent"] is None


def test_the_page_hears_danger_signs_just_as_the_program_does(seen, article):
    danger = DangerWords(article.urgent_care, Language(article.language))
    assert len(seen["danger"]) > 400
    assert [phrase for phrase, told, _ in seen["danger"] if told != (danger.tells(phrase) or danger.asks(phrase) != frozenset())] == []


def test_who_asks_whom_to_call_finds_the_danger_box_first_as_in_the_program(seen, article):
    index = SearchIndex(article)
    lines = (ROOT / "tests" / "judged" / "danger" / "calling.tsv").read_text(encoding="utf-8").splitlines()[1:]
    phrases = {line.split("\t")[0] for line in lines}
    here = {phrase: first == article.urgent_care.id for phrase, _, first in seen["danger"] if phrase in phrases}
    assert here == {phrase: [hit.kind for hit in index.search(phrase).hits[:1]] == ["urgent"] for phrase in phrases}
    signs = {phrase: first == article.urgent_care.id for phrase, _, first in seen["danger"] if phrase not in phrases}
    same = sum(is_box == ([hit.kind for hit in index.search(phrase).hits[:1]] == ["urgent"]) for phrase, is_box in signs.items())
    assert same >= AGREED * len(signs)
    assert any(signs.values()), "a sign that the article says nothing of leads to the box"
    (shown,) = seen["found"]["who do I phone"]["texts"]
    told = [article.urgent_care.title, article.urgent_care.text, *(f"{group.title} (" for group in article.urgent_care.told)]
    assert shown.startswith("From the danger box, not part of the article")
    assert [text for text in told if text not in shown] == []


def test_a_result_tells_how_many_notes_are_folded_and_what_was_searched_besides(seen):
    assert "\n1 evidence note\n" in seen["found"]["lletz"]["texts"][0]
    assert "\n1 more evidence note\n" in seen["found"]["is bed rest useful"]["texts"][0]
    assert "Also searched: " in seen["found"]["lletz"]["count"]


def test_results_on_rest_carry_their_notes_before_the_statement(seen):
    text = seen["found"]["is bed rest useful"]["texts"][0]
    assert text.index("EN18") < text.index("EN19") < text.index("both kinds of rest")
    answer = next(text for text in seen["found"]["is bed rest useful"]["texts"] if "The options include bed rest" in text)
    assert all(note in answer for note in ("EN27", "EN18", "EN19"))


def test_following_a_result_opens_its_answer_and_goes_there(seen):
    assert seen["followed"] == {"open": True, "focus": "Can cervical insufficiency be treated?", "inSight": True}
    assert seen["cleared"] == ["", 0]
    assert seen["linked"] is True


def test_print_shows_every_answer_and_puts_them_back(seen):
    assert (seen["printed"], seen["afterwards"]) == (0, 0)
    assert seen["contrastInPrint"] == "rgb(255, 255, 255)"


def test_without_scripts_the_whole_text_is_there_and_the_rest_has_no_dead_controls(seen, article):
    shown = "".join(seen["plain"]["shown"].split())
    texts = [
        *article.disclaimer.text,
        *(entry.question for entry in article.faq.entries),
        *(sign.text for group in article.urgent_care.groups for sign in group.signs),
    ]
    texts += [passage.text for section in article.sections for passage in section.passages]
    texts += [note.text for note in article.notes if note.id in {"EN18", "EN19", "EN12"}]
    assert [text for text in texts if "".join(text.split()) not in shown] == []
    assert seen["plain"]["gate"] == ""
    assert not {"button", "searchbox", "search"} & set(seen["plain"]["roles"])
    assert {"banner", "navigation", "main", "contentinfo", "note", "DisclosureTriangle"} <= set(seen["plain"]["roles"])


@pytest.fixture(scope="session")
def article():
    return load(ROOT / "resources" / "content.json").article


# --- several articles ---


def test_the_list_of_a_library_finds_leads_and_works_without_scripts(tools, tmp_path):
    node, chromium = tools
    assert main(["export-html", "--all", str(tmp_path / "pages")]) == 0
    look = [node, Path(__file__).parent / "library.mjs", MODULES, chromium, tmp_path / "pages" / "index.html"]
    told = subprocess.run(look, capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr
    saw = json.loads(told.stdout)
    handbook = "using-this-reference.html"
    assert saw["all"] == ["cervical-insufficiency.html", handbook]
    assert saw["missed"] == [[], "No title, section or question has all of these words."]
    assert saw["found"] == [handbook, f"{handbook}#faq%2Finternet"]
    assert saw["opened"] == ["faq/internet"]
    assert saw["back"] == "All articles"
    assert saw["plain"] == [2, True]
    assert (saw["errors"], saw["foreign"], saw["axe"], saw["sideways"]) == ([], [], [], 0)
