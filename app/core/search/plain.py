"""Search by plain words, for the moment in which the index of an article is not made yet.

It compares the words as they are typed and knows nothing else: no other forms, no slips, no meanings. So it never says that the article does not
answer. Danger signs, and who asks for help, it knows as the whole search does.
"""

import re
from functools import cached_property

from app.core.article.content import Article
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import Span, fold, sentences, words
from app.core.language.language import Language
from app.core.search.danger import DangerWords
from app.core.search.index import SearchEntry, additions, box_entry, box_words, entries, in_one_line
from app.core.search.results import Hit, Results

MOST_WORDS = 16

SNIPPET = 400
"""Characters of a passage that are shown whole; of longer ones, the first sentences that hold a word."""


class PlainSearch:
    """Asked in the place of `SearchIndex` until that is made."""

    def __init__(self, article: Article, labels: Labels = ENGLISH) -> None:
        self._labels = labels
        self._language = Language(article.language)
        self._danger = DangerWords(article.urgent_care, self._language)
        self._article = article

    @cached_property
    def _entries(self) -> tuple[SearchEntry, ...]:
        return (*entries(self._article), *additions(self._article))

    def prepare(self) -> None:
        """Fold the article now, not at the first query."""
        _ = self._folded

    @cached_property
    def _box_words(self) -> tuple[frozenset[str], ...]:
        return box_words(self._article.urgent_care, self._language)

    @cached_property
    def _folded(self) -> tuple[tuple[str, str], ...]:
        return tuple((fold(f"{entry.lead} {entry.title}"), fold(f"{entry.text} {entry.plain}")) for entry in self._entries)

    def search(self, query: str, limit: int = 10) -> Results:
        """Return the entries that hold most of the words, each word as the beginning of one; those that hold all of them come first.

        Among them the article goes before notes and meanings, as in the whole search.
        """
        typed = tuple(dict.fromkeys(word.folded for word in words(query)[:MOST_WORDS]))
        meant = [word for word in typed if word not in self._language.small] or list(typed)
        begun = [re.compile(rf"(?<![^\W_]){re.escape(word)}") for word in meant]
        found: list[tuple[int, bool, int, int]] = []
        for number, (title, text) in enumerate(self._folded):
            titled = [pattern.search(title) is not None for pattern in begun]
            held = sum(is_titled or pattern.search(text) is not None for is_titled, pattern in zip(titled, begun, strict=True))
            if held:
                found.append((-held, self._entries[number].kind != "passage", -sum(titled), number))
        found.sort()
        most = found[0][0] if found else 0
        best = [number for held, _, _, number in found if held == most]
        urgent = self._article.urgent_care
        asks = self._danger.asks(query) or (not best and bool(meant) and in_one_line(meant, self._box_words, self._language))
        box = (self._hit(box_entry(urgent, self._labels), []),) if urgent is not None and asks else ()
        return Results(
            query=query,
            hits=(*box, *(self._hit(self._entries[number], meant) for number in best[: limit - len(box)])),
            total=len(best) + len(box),
            is_answered=bool(best or box),
            terms=frozenset(word.folded for number in best[:limit] for word in words(self._entries[number].text) if _begins(word.folded, meant)),
            urgent=bool(box) or self._danger.tells(query),
            is_plain=True,
        )

    def _hit(self, entry: SearchEntry, meant: list[str]) -> Hit:
        text = entry.text
        if len(text) > SNIPPET and entry.kind not in {"note", "urgent"}:
            parts = [text[start:end] for start, end in sentences(text)]
            text = " … ".join([part for part in parts if _marks(part, meant)][:2] or parts[:1])
        return Hit(
            place=entry.place,
            title=entry.title,
            section=entry.page_title,
            snippet=text,
            spans=_marks(text, meant),
            title_spans=_marks(entry.title, meant),
            why=(),
            notes=entry.notes,
            kind=entry.kind,
            beside=entry.beside,
        )


def _begins(word: str, meant: list[str]) -> bool:
    return any(word.startswith(begun) for begun in meant)


def _marks(text: str, meant: list[str]) -> tuple[Span, ...]:
    return tuple((word.start, word.end) for word in words(text) if _begins(word.folded, meant))
