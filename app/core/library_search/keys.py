"""How the texts of articles and what is typed meet in one index: by the keys that the search of one article uses, each with its language."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from app.core.article.content import Article
from app.core.base.text import words
from app.core.language.language import Language
from app.core.search.index import SearchEntry, additions, entries

SHORTEST_BEGINNING, LONGEST_BEGINNING = 2, 5
"""Letters of the beginnings by which a word is found while it is typed; a longer one is found by its first letters."""

SHORTEST_IN_TEXT = 4
"""The same for a word that stands in the text only: most passages hold some word that begins with two or three letters. From here on a beginning is
looked for among the keys themselves, and only those are kept that the key of their word does not have."""


class EntryKeys(Struct, frozen=True):
    """The words by which one entry is found: what it says, what people ask and say instead and it does not say, and how its words begin."""

    said: str
    asked: str
    begins: str


def language_tag(article: Article) -> str:
    """Return the language of an article as it stands in keys and in the names of files: letters only."""
    return "".join(char for char in article.language.lower().partition("-")[0] if "a" <= char <= "z") or "other"


def entry_keys(article: Article, language: Language) -> Iterator[EntryKeys]:
    """Give the keys of every entry, in the order of `entries` and `additions`.

    The synonyms of an article stand with its own passages only, each where its term stands.
    """
    tag = language_tag(article)
    meant: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = defaultdict(list)
    for synonym in article.synonyms:
        term = language.keys(synonym.term)
        if term and synonym.relation != "caution":
            variants = tuple(key for variant in synonym.variants for key in language.keys(variant))
            meant[term[0]].append((frozenset(term), variants))
    for entry in (*entries(article), *additions(article)):
        yield _of_entry(entry, language, tag, meant)


def _of_entry(entry: SearchEntry, language: Language, tag: str, meant: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]) -> EntryKeys:
    lead, text, plain = _words(entry.lead), _words(entry.text), _words(entry.plain)
    named = [word for part in (entry.title, entry.page_title, *entry.asked) for word in _words(part)]
    stated, asked = [*lead, *text], [*named, *plain]
    said = [language.key(word) for word in stated if word not in language.small]
    also = {language.key(word) for word in asked if word not in language.small}
    stands = frozenset(said)
    held = also | stands
    if meant:
        for key in held & meant.keys():
            also.update(variant for term, variants in meant[key] if term <= held for variant in variants)
    return EntryKeys(
        " ".join(f"{tag}.{key}" for key in said),
        " ".join(f"{tag}.{key}" for key in sorted(also - stands)),
        " ".join(sorted({*_beginnings({*lead, *named}, SHORTEST_BEGINNING, language), *_beginnings({*text, *plain}, SHORTEST_IN_TEXT, language)})),
    )


def _words(text: str) -> list[str]:
    return [word.folded for word in words(text)]


def _beginnings(found: set[str], shortest: int, language: Language) -> Iterator[str]:
    for word in found:
        longest = min(len(word), LONGEST_BEGINNING)
        for length in range(1 if word.isdigit() else shortest, min(longest, SHORTEST_IN_TEXT - 1) + 1):
            yield word[:length]
        if longest >= SHORTEST_IN_TEXT and word not in language.small:
            key = language.key(word)
            for length in range(SHORTEST_IN_TEXT, min(longest, len(word) - 1) + 1):  # all of a word is found by its key
                if not key.startswith(word[:length]):
                    yield word[:length]
