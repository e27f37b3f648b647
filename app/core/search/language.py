"""What a search must know of a language: the words that carry no meaning of their own, and how words are inflected."""

from collections.abc import Callable

from app.core.text import words

STOP_WORDS = {
    "en": frozenset(
        [
            "a",
            "about",
            "am",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "by",
            "can",
            "could",
            "did",
            "do",
            "does",
            "for",
            "from",
            "get",
            "had",
            "has",
            "have",
            "how",
            "i",
            "if",
            "in",
            "is",
            "it",
            "its",
            "may",
            "me",
            "might",
            "my",
            "of",
            "on",
            "or",
            "our",
            "please",
            "s",
            "shall",
            "she",
            "should",
            "t",
            "tell",
            "than",
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "to",
            "was",
            "we",
            "were",
            "what",
            "when",
            "where",
            "which",
            "while",
            "who",
            "why",
            "will",
            "with",
            "would",
            "you",
            "your",
        ]
    )
}

STEMMERS = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese", "sv": "swedish"}


def stop_words(language: str) -> frozenset[str]:
    """Return folded words that need not occur in a passage; none for a language that is not known."""
    return STOP_WORDS.get(_base(language), frozenset())


def stemmer(language: str) -> Callable[[str], str]:
    """Return a function from a folded word to its stem; it leaves words of unknown languages as they are."""
    name = STEMMERS.get(_base(language))
    if name is None:
        return _as_it_is
    import snowballstemmer  # noqa: PLC0415 - loads thirty languages; wait until somebody searches

    return snowballstemmer.stemmer(name).stemWord  # type: ignore[no-any-return]


def _as_it_is(word: str) -> str:
    return word


def _base(language: str) -> str:
    return language.lower().partition("-")[0]


def content_words(query: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a query that must occur, each once; all of them when it is made of small words alone."""
    typed = tuple(dict.fromkeys(word.folded for word in words(query)))
    stops = stop_words(language)
    return tuple(word for word in typed if word not in stops) or typed
