"""The search as data: the index as it is built here, and all that reading a query needs, for the HTML edition.

`resources/edition/search.js` reads what is written here and ranks by it. No number of the search is written there: constants and points come from
the modules that use them, so that both searches change together.
"""

import base64
import string
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import ModuleType

from app.core.article.content import Article
from app.core.base.labels import Labels
from app.core.base.steps import at_once
from app.core.base.text import fold, sentences, words
from app.core.language import spelling
from app.core.language.known_words import KnownWords
from app.core.language.language import CHART, NUMBERS, STEMMERS, Language
from app.core.questions import model
from app.core.questions.examples import examples_of
from app.core.questions.model import QuestionData
from app.core.search import aspects as aspects_module
from app.core.search import engine, query, ranking, vocabulary
from app.core.search.aspects import OF_REFERENCE, Aspects
from app.core.search.data import SearchData, making_search
from app.core.search.index import Index, IndexData, SearchEntry, box_entry, box_words
from app.core.search.vocabulary import Vocabulary

DIGITS_36 = string.digits + string.ascii_lowercase

DIGITS = 5
"""Digits after the point with which shares travel."""

INFLECTIONS = ("e", "s", "es", "ed", "er", "ers", "est", "ing", "ings", "ly", "y", "ying", "ies", "ied")
_DERIVATIONS = """
    ely al als ally able ably ible ate ated ates ating ation ations ator ion ions ive ives ity ness ant ants ent ents ance ence ency ment ments
    ful ous ic ical ics ise ises ised ising ize izes ized izing ism ist ists or
"""
DERIVATIONS = tuple(_DERIVATIONS.split())
"""What follows a key, or all but its last letter, in listed words that may be forms of it: endings of the same word, and of words made from it."""

SHORTEST_STEM, SHORTEST_ROOT = 3, 6
"""Letters before an inflection and before a derivation, from which the page takes it off a word that is not listed: preventible, but pregnent."""

BITS, HASHES = 10, 7
"""Bits of the filter of listed words for each of them, and how many each sets. One unlisted word in 120 or so is taken for a listed one."""

NUMBERED = (aspects_module, engine, query, model, ranking, spelling, vocabulary)
"""The modules whose numbers travel."""

Data = dict[str, object]


def search_data(article: Article, labels: Labels, made: SearchData | None = None) -> Data:
    """Return what a search in the article needs, as values that JSON can hold. Keys of words are told by their number in `keys`.

    `made` is what the program's own search was made of, if that is there already.
    """
    language = Language(article.language)
    made = made or at_once(making_search(article))
    data = made.article.index
    aspects = Aspects(language, made.language.aspects, article.title)
    meanings = Vocabulary(article.synonyms, language, made.article.vocabulary)
    index = Index(article, data)
    keys = data.keys
    return {
        "entries": [_entry(entry) for entry in index.entries],
        "constants": {module.__name__.rpartition(".")[2]: _constants(module) for module in NUMBERED},
        "nearness": ranking.NEARNESS,
        "answering": ranking.ANSWERING,
        "worth": vocabulary.WORTH,
        "without": language.without.pattern,
        "options": query.OPTIONS.pattern,
        "ended": query.ENDED.pattern,
        "range": "".join(query.RANGE_SIGNS),
        "weeks": _joined(query.WEEKS),
        "wordEndings": _joined(query.ENDINGS),
        "generic": _joined(language.generic),
        "filler": _joined(language.filler),
        "particles": _joined(language.particles),
        "widened": sorted(query.WIDENED),
        "ordinary": _joined(word for word in language.ordinary if language.key(word) not in index.postings),
        "common": _joined(made.language.common),
        "definition": aspects_module.DEFINITION,
        "ofSubject": sorted(engine.OF_SUBJECT),
        "named": _joined(index.named),
        "onlyAsked": _joined(index.only_asked),
        "lone": _joined(index.lone),
        "box": _entry(box_entry(article.urgent_care, labels)) if article.urgent_care else None,
        "boxWords": [_joined(line) for line in box_words(article.urgent_care, language)],
        "terms": [(number, sorted(found), is_own) for number, found, is_own in made.article.terms],
        "small": _joined(language.small),
        "neutral": _joined(language.neutral),
        "neutralKeys": _joined(language.neutral_keys),
        "chart": [(pattern.pattern, replacement.replace("\\", "$")) for pattern, replacement in CHART] if language.base == "en" else [],
        "turned": [sorted(language.turned[0]), *language.turned[1:]],
        "back": language.back,
        "keys": " ".join(keys),
        "spellings": _by_key({key: index.spellings.get(key, ()) for key in keys}),
        "variants": _by_key(meanings.spellings),
        "halves": _joined(meanings.halves),
        "forms": _by_key(_forms(article, language, aspects, index, meanings)),
        "endings": _endings(language),
        "rules": _rules(language),
        "isRuled": language.base not in STEMMERS,
        "hasWordList": language.has_word_list,
        "hasCompounds": language.has_compounds,
        "joints": " ".join(query.JOINTS),
        "ofReference": OF_REFERENCE,
        "comparing": sorted(query.COMPARING),
        "asking": _joined(query.words_of_asking(language)),
        "worths": data.worths,
        "postings": data.postings,
        "rarity": [round(index.rarity.get(key, 0.0), DIGITS) for key in keys],
        "telling": [round(index.telling.get(key, 0.0), DIGITS) for key in keys],
        "phrases": _phrases(data),
        "pairs": [_pairs(index.pairs[number] - index.stated_pairs[number]) for number in range(len(index.entries))],
        "statedPairs": [_pairs(index.stated_pairs[number]) for number in range(len(index.entries))],
        "stated": [sorted(found) for found in data.stated],
        "words": sorted(frozenset().union(*data.stated[: index.passages])),
        "subject": _joined(index.subject),
        "aspects": [dict(sorted(told.items())) for told in index.aspects],
        "aspectPhrases": aspects.as_data(),
        "family": _families(language, index),
        "ownTerms": [sorted(set(language.keys(term.term))) for term in article.glossary],
        "gap": aspects_module.GAP,
        "names": made.article.names,
        "soundsLike": language.sounds_like,
        "skipped": _joined(language.skipped),
        "opening": _joined(language.opening),
        "askingWords": _joined(language.asking),
        "headed": [aspect for aspect in language.headed if aspect],
        "told": list(language.told),
        "synonyms": meanings.as_data(),
        "related": [
            (keys_of, *named)
            for keys_of, named in zip(
                made.article.related,
                (*((term.id, term.term) for term in article.glossary), *((figure.id, figure.title) for figure in article.figures)),
                strict=True,
            )
        ],
        "listed": _filter(language.listed),
        "questions": _questions(made.article.questions) if made.article.questions is not None else None,
    }


def _questions(of: QuestionData) -> Data:
    """Return what earlier questions tell, its lists as bytes of numbers, the lowest byte first."""
    types = {"words": "I", "counts": "H", "classes": model.type_of(of.numbers), "steps": "B"}
    lists = {name: array(of_type, getattr(of, name)) for name, of_type in types.items()}
    if sys.byteorder == "big":
        for numbers in lists.values():
            numbers.byteswap()
    told = {name: base64.b64encode(numbers).decode("ascii") for name, numbers in lists.items()}
    return {**told, "size": lists["classes"].itemsize, "numbers": of.numbers, "less": [round(less, DIGITS) for less in of.less]}


def _families(language: Language, index: Index) -> dict[str, list[tuple[str, bool, str]]]:
    """Return for keys that the article does not hold those of their family that it does, whether they are of the family, and the word."""
    held = {
        key: [(other, is_family, word) for other, word, is_family in family if other in index.postings]
        for key, family in language.family.items()
        if key not in index.postings
    }
    return {key: family for key, family in held.items() if family}


def _entry(entry: SearchEntry) -> Data:
    """Return an entry as it is compared and shown, with its sentences if it is too long to be shown whole."""
    return {
        "kind": entry.kind,
        "place": entry.place,
        "title": entry.title,
        "page": entry.page,
        "pageTitle": entry.page_title,
        "text": entry.text,
        "lead": entry.lead,
        "isAsked": bool(entry.asked),
        "alerts": [note.id for note in entry.notes if note.alerts],
        "foldedNotes": sum(not note.alerts for note in entry.notes),
        "beside": entry.beside,
        "sentences": sentences(entry.text) if len(entry.text) > engine.SNIPPET else (),
    }


def _rules(language: Language) -> list[tuple[str, str, int]]:
    """Return the rules that make the key of a word in a language without a stemmer, and those before the stemmer for others."""
    rules = language.before if language.base in STEMMERS else (*language.before, *language.after)
    return [(pattern, replacement.replace("\\", "$"), left) for pattern, replacement, left in rules]


def _endings(language: Language) -> list[tuple[str, int]]:
    """Return the endings, the longest first, with the letters that must stand before them."""
    if not language.has_word_list:
        return sorted(((fold(ending), SHORTEST_STEM) for ending in language.endings), key=lambda row: (-len(row[0]), row[0]))
    rows = [*((ending, SHORTEST_STEM) for ending in INFLECTIONS), *((ending, SHORTEST_ROOT) for ending in DERIVATIONS)]
    return sorted(rows, key=lambda row: (-len(row[0]), row[0]))


def _constants(module: ModuleType) -> dict[str, float]:
    """Return the numbers that a module names."""
    return {name: value for name, value in vars(module).items() if name.isupper() and isinstance(value, int | float)}


def _joined(found: Iterable[str]) -> str:
    return " ".join(sorted(found))


def _by_key(found: Mapping[str, Iterable[str]]) -> str:
    """Return keys and their words: a line for each key, which begins with the key; of a word that begins with it, the rest after a plus sign."""
    lines = []
    for key, of in sorted(found.items()):
        told = (f"+{word.removeprefix(key)}" if word.startswith(key) else word for word in sorted(of))
        lines.append(" ".join((key, *told)))
    return "\n".join(lines)


def _phrases(data: IndexData) -> list[list[int]]:
    """Return for each way of asking its entry, then the numbers of its keys."""
    rows = [[entry] for entry in data.asked]
    for number, key in enumerate(data.keys):
        for phrase in data.phrases_with.get(key, ()):
            rows[phrase].append(number)
    return rows


def _pairs(found: Iterable[int]) -> str:
    """Return numbered pairs in order, each less the one before, in 36 digits."""
    return " ".join(_in_36(after - before) for before, after in pairwise((0, *sorted(found))))


def _in_36(number: int) -> str:
    """Return a number in the digits 0 to z."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, len(DIGITS_36))
        digits = DIGITS_36[digit] + digits
    return digits


def _forms(article: Article, language: Language, aspects: Aspects, index: Index, meanings: Vocabulary) -> dict[str, set[str]]:
    """Return words whose key is known and that are neither in the entries nor the key itself: the page need not find the stem of any word."""
    told = [*aspects.as_data(), *(f"{keys} {variants}" for _, keys, _, variants, _ in meanings.as_data())]
    asked = [example.text for example in examples_of(article.id, article.language)]
    known = {*index.postings, *index.telling, *" ".join(told).split(), *_families(language, index)}
    known.update(key for text in asked for key in language.keys(text))
    texts = [*asked, *(variant for synonym in article.synonyms for variant in synonym.variants)]
    texts += [*language.headed.values(), *language.told.values(), *(word for family in language.family.values() for _, word, _ in family)]
    listed = language.listed.words()
    tried = {word.folded for text in texts for word in words(text)} | NUMBERS.keys() | set(_candidates(known, listed))
    if not language.has_word_list:
        tried |= language.small | language.neutral
        known |= language.neutral_keys
    forms: dict[str, set[str]] = defaultdict(set)
    for word in tried:
        key = language.key(word)
        if key in known and key != word and word not in index.spellings.get(key, ()) and word not in meanings.spellings.get(key, ()):
            forms[key].add(word)
    return forms


def _candidates(known: Iterable[str], listed: Collection[str]) -> Iterator[str]:
    """Give the listed words that may be forms of a key: stitched and stitches of stitch, biopsies of biopsi, cramped and cramping of cramp."""
    for key in known:
        if len(key) >= SHORTEST_STEM and key.isalpha():
            for stem in (key, key[:-1], key + key[-1]):
                for ending in (*INFLECTIONS, *DERIVATIONS):
                    if (word := stem + ending) in listed:
                        yield word


@lru_cache(maxsize=8)
def _filter(known: KnownWords) -> Data:
    """Return the listed words as bits (a Bloom filter): no listed word is ever taken for another, and the whole list need not travel.

    Each word sets the bits (one + n · other) mod size, where one and other are the checksums (CRC-32) of the word and of the word turned round.
    All articles in a language share it: setting some hundred thousand words takes longer than all the rest of an article's page.
    """
    listed = known.words()
    size = max(8, len(listed) * BITS) // 8 * 8
    bits = bytearray(size // 8)
    for word in listed:
        one, other = zlib.crc32(word.encode()), zlib.crc32(word[::-1].encode()) | 1
        for number in range(HASHES):
            at = (one + number * other) % size
            bits[at >> 3] |= 1 << (at & 7)
    return {"bits": base64.b64encode(bits).decode("ascii"), "size": size, "hashes": HASHES}
