"""The words by which an entry is found, and how what is half typed finds it."""

import pytest

from app.core.language.language import Language
from app.core.library_search.keys import entry_keys
from app.core.library_search.searching import LibrarySearch
from tests.core.library_search.made import Shelf, article, found, make

TEXTS = (
    "Haemostasis: funnelling was seen while the women waited.",
    "Kettles: descale them with vinegar, which costs little.",
    "Bones: the radius lies beside the ulna.",
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> LibrarySearch:
    folder = tmp_path_factory.mktemp("keys")
    make(folder, Shelf({"one": article("one", "Notes", *TEXTS), "two": article("two", "Other", "Lamps: let them grow cold.")}).sources())
    return LibrarySearch(folder)


def gathered(search: LibrarySearch, typed: str) -> int:
    """Return how many passages are gathered for what is typed, which may be half a word."""
    return len(search._passages.gather(search._terms(typed), 10))


@pytest.mark.parametrize("word", ["haemostasis", "funnelling", "women", "descale", "vinegar", "radius", "lamps", "costs"])
def test_every_beginning_of_a_word_from_the_fourth_letter_on_finds_its_passage(search: LibrarySearch, word: str) -> None:
    """Also where the beginning is not one of its key: British spellings, stems, and forms of their own."""
    assert [end for end in range(4, len(word) + 1) if not gathered(search, word[:end])] == []


def test_beginnings_of_two_letters_find_leads_and_titles_and_no_word_of_the_text(search: LibrarySearch) -> None:
    assert gathered(search, "ke") == 1
    assert gathered(search, "ul") == 0


def test_what_no_word_begins_with_finds_nothing(search: LibrarySearch) -> None:
    assert gathered(search, "quork") == 0


def test_half_a_word_leads_to_its_passage(search: LibrarySearch) -> None:
    assert found(search, "descaling ket")[0] == "one:one/p1"


def test_nothing_is_kept_twice(search: LibrarySearch) -> None:
    """The index is half as large for it: what a passage says need not stand among what is asked, nor a beginning that its key has."""
    entries = list(entry_keys(article("one", "Notes", *TEXTS), Language("en")))
    assert all(not set(entry.said.split()) & set(entry.asked.split()) for entry in entries)
    of_text = [entry for entry in entries if "vinegar" in entry.said]
    assert of_text
    assert all("vine" not in entry.begins.split() for entry in of_text)
    assert any("haem" in entry.begins.split() for entry in entries)
