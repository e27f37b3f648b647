"""Small articles, made in the test."""

import datetime as dt
import hashlib
from pathlib import Path

from msgspec import Struct, json
from msgspec.structs import replace

from app.core.article.content import Article, Passage, Section, Synonym
from app.core.files.loader import load
from app.core.library_search.making import indexing
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.values import IndexProgress, Outcome, Source
from app.machine import paths

TINY = Path(__file__).resolve().parents[2] / "articles" / "tiny.json"

MEDICAL = "cervical-insufficiency"


class Shelf(Struct):
    """Articles by id, and how often each was read."""

    articles: dict[str, Article]
    read: list[str] = []

    def sources(self) -> list[Source]:
        return [Source(name, digest_of(article), lambda name=name: self._read(name)) for name, article in self.articles.items()]  # type: ignore[misc]

    def _read(self, name: str) -> Article:
        self.read.append(name)
        return self.articles[name]


def digest_of(article: Article) -> str:
    bundled = load(paths.CONTENT)
    return bundled.digest if article == bundled.article else hashlib.sha256(json.encode(article)).hexdigest()


def article(name: str, title: str, *texts: str, synonyms: tuple[Synonym, ...] = (), language: str = "en") -> Article:
    """Return an article of one section; nothing else is in it that a query could find."""
    tiny = load(TINY).article
    passages = tuple(Passage(id=f"{name}/p{at}", kind="item", text=text, plain=text) for at, text in enumerate(texts))
    return replace(
        tiny,
        id=name,
        language=language,
        direction="ltr",
        title=title,
        edition=replace(tiny.edition, updated=dt.date(2026, 1, 21)),
        disclaimer=replace(tiny.disclaimer, title="Notice", text=("Read with care.",), asked=()),
        about=replace(tiny.about, title="Origin", text=("Written here.",), notes=(), asked=()),
        sections=(Section(id=name, title=title, passages=passages),),
        faq=replace(tiny.faq, title="Questions", entries=(), asked=()),
        notes=(),
        sources=(),
        figures=(),
        glossary=(),
        synonyms=synonyms,
        urgent_care=None,
    )


def shelf() -> Shelf:
    """Return the bundled article among four others."""
    others = (
        article("linen", "Bed linen", "Sheets: two for each bed are in the store room.", "Pillows: one for each bed, the rest is in the laundry."),
        article(
            "sewing",
            "Sewing by hand",
            "Needle: a fine one for silk, a strong one for leather.",
            "Backstitch: the needle goes back half a length each time, which makes a firm seam.",
            synonyms=(Synonym(term="needle", relation="exact", variants=("progesterone", "spike"), kind="abbreviation"),),
        ),
        article(
            "kettle", "The kettle", "Descaling: fill the kettle with vinegar and let it stand for an hour.", "Filter: change it every three months."
        ),
        article("teekessel", "Der Kessel", "Entkalken: Essig in den Kessel geben und eine Stunde stehen lassen.", language="de"),
    )
    medical = load(paths.CONTENT).article
    return Shelf({MEDICAL: medical} | {one.id: one for one in others})


def make(folder: Path, sources: list[Source]) -> tuple[Outcome, list[IndexProgress]]:
    """Make the index, and return what came of it and all steps."""
    steps = indexing(folder, sources)
    told: list[IndexProgress] = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return end.value, told


def found(search: LibrarySearch, query: str) -> list[str]:
    """Return the addresses of the results."""
    return [f"{hit.article.id}:{hit.hit.place}" for hit in search.search(query).hits]
