"""All that a search needs to know before the first query: made once from an article, or read from where it was stored.

What is found out about the language is one value, what is found out about the article another: many articles in one language share the first.
"""

import gc
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec import Struct

from app.core.article.content import Article
from app.core.base.text import fold, words
from app.core.language.language import Language
from app.core.questions.counting import making_questions
from app.core.questions.examples import Example, examples_of
from app.core.questions.model import QuestionData
from app.core.search.aspects import AspectData, Aspects, reading_phrases
from app.core.search.index import IndexData, additions, entries, making, passages_of
from app.core.search.query import SHORTEST_LIKE
from app.core.search.vocabulary import Vocabulary, VocabularyData, reading


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python's collector out while much is made that lives on: it would look through the whole program for what does not, again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


STEP = 100
"""Words of which the keys are found in one step."""


class LanguageData(Struct, frozen=True, array_like=True):
    """What the tables of a language come to: its phrases by keys, and the keys of words that name nothing."""

    aspects: AspectData
    common: frozenset[str]


class ArticleData(Struct, frozen=True, array_like=True):
    """What reading an article comes to.

    `terms` are keys by which a glossary term can be named, with the number of its entry, and whether they are its own words, not a synonym's;
    `related` are the keys of glossary terms, then of figures, in the order of the article; `names` the longer words of the names of its subject, in
    alphabetical order; `questions` what earlier questions tell, if there are any.
    """

    index: IndexData
    vocabulary: VocabularyData
    terms: list[tuple[int, frozenset[str], bool]]
    related: list[list[str]]
    names: list[str]
    questions: QuestionData | None = None


class SearchData(Struct, frozen=True):
    """Both, for one article."""

    language: LanguageData
    article: ArticleData


def making_language(language: Language) -> Generator[None, None, LanguageData]:
    """Find the keys of a language's tables, step by step."""
    aspects = yield from reading_phrases(language)
    common: set[str] = set()
    for number, word in enumerate(language.small | language.neutral):
        common.add(language.key(word))
        if number % STEP == 0:
            yield
    return LanguageData(aspects, frozenset(common))


def making_article(
    article: Article, language: Language, known: LanguageData, examples: Sequence[Example] | None = None
) -> Generator[None, None, ArticleData]:
    """Read an article, step by step, and the questions that were asked of it: those in the program's resources, if no others are given."""
    read = yield from reading(article.synonyms, language)
    yield
    vocabulary = Vocabulary(article.synonyms, language, read)
    index = yield from making(article, language, Aspects(language, known.aspects, article.title), vocabulary)
    questions = yield from making_asked(article, language, examples_of(article.id, article.language) if examples is None else examples)
    found = enumerate((*entries(article), *additions(article)))
    terms: list[tuple[int, frozenset[str], bool]] = []
    for number, entry in found:
        if entry.kind == "term":
            same = (one.variants for one in article.synonyms if one.relation == "exact" and fold(one.term) == fold(entry.lead))
            terms.append((number, frozenset(language.keys(f"{entry.lead} {entry.plain}")), True))
            terms += [(number, frozenset(language.keys(name)), False) for name in chain.from_iterable(same)]
    named = [*(term.term for term in article.glossary), *(figure.title for figure in article.figures)]
    return ArticleData(index, read, terms, [list(language.keys(name)) for name in named], names_of(article), questions)


def making_asked(article: Article, language: Language, examples: Sequence[Example]) -> Generator[None, None, QuestionData | None]:
    """Count, step by step, what questions that were asked tell of an article."""
    found = (*entries(article), *additions(article))
    own = ((number, text) for number, entry in enumerate(found) if entry.kind == "passage" for text in (*entry.asked, entry.lead, entry.text))
    return (yield from making_questions(language, own, [entry.place for entry in found], passages_of(found), examples))


def names_of(article: Article) -> list[str]:
    """Return the longer words in the names of an article's subject: in its title, and in what means the same."""
    same = (one for one in article.synonyms if one.term.lower() == article.title.lower() and one.relation == "exact" and one.kind != "misspelling")
    texts = (article.title, *(variant for one in same for variant in one.variants))
    return sorted({word.folded for text in texts for word in words(text) if len(word.folded) >= SHORTEST_LIKE})


def making_search(
    article: Article, known: LanguageData | None = None, examples: Sequence[Example] | None = None
) -> Generator[None, None, SearchData]:
    """Make all that is needed, step by step; `known` is what is known of the article's language already, `examples` as in `making_article`."""
    language = Language(article.language)
    yield
    if known is None:
        known = yield from making_language(language)
    return SearchData(known, (yield from making_article(article, language, known, examples)))
