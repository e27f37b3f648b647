"""Know every public address of an article, and the page that each one stands on."""

from msgspec import Struct

from app.core.article.content import About, Article, FaqEntry, Passage
from app.core.base.labels import ENGLISH, Labels

SOURCES = "sources"
NOTES = "notes"
FIGURES = "figures"
GLOSSARY = "glossary"
PROVENANCE = "provenance"
CHANGES = "changes"
PROBLEMS = "changes/problems"
KEYS = "keys"
LICENCES = "licences"

HANDBOOK = "using-this-reference"
"""The id of the article that tells how to use the program: it states nothing of a subject, so what it says stands below what other articles say."""


class Place(Struct, frozen=True):
    """An address with the page that shows it; `title` is what the place is called, `page_title` what its page is called.

    An evidence note has no page of its own: `beside` is the passage, the question or the page that it stands beside, empty for other places.
    """

    id: str
    page: str
    title: str
    page_title: str
    beside: str = ""


class Address(Struct, frozen=True):
    """A place of a certain article, written `ARTICLE:PLACE`.

    `article` is empty where the article goes without saying; `place` is empty where the article is meant as a whole: it is opened where it was left.
    """

    article: str
    place: str

    def __str__(self) -> str:
        """Write the address."""
        return f"{self.article}:{self.place}" if self.article else self.place


def read_address(text: str) -> Address:
    """Return the address that somebody wrote or copied. It never raises: whether article and place exist is asked where they are known."""
    article, colon, place = text.strip().partition(":")
    return Address(article.strip().lower(), place.strip()) if colon else Address("", article)


class Places:
    """All addresses of one article, in reading order."""

    def __init__(self, article: Article, labels: Labels = ENGLISH) -> None:
        self._known: dict[str, Place] = {}
        for section in article.sections:
            self._add(section.id, section.id, section.title, section.title)
            for passage in section.passages:
                self._add(passage.id, section.id, section.title, section.title)
        faq = article.faq
        self._add(faq.id, faq.id, faq.title, faq.title)
        for entry in faq.entries:
            self._add(entry.id, faq.id, entry.question, faq.title)
        if article.urgent_care is not None:
            urgent = article.urgent_care
            self._add(urgent.id, urgent.id, urgent.title, urgent.title)
        if article.figures:
            self._add(FIGURES, FIGURES, labels.figures, labels.figures)
        for figure in article.figures:
            self._add(figure.id, FIGURES, figure.title, labels.figures)
        if article.glossary:
            self._add(GLOSSARY, GLOSSARY, labels.glossary, labels.glossary)
        for term in article.glossary:
            self._add(term.id, GLOSSARY, term.term, labels.glossary)
        self._add(SOURCES, SOURCES, labels.sources, labels.sources)
        for source in article.sources:
            self._add(f"{SOURCES}/{source.id}", SOURCES, source.short, labels.sources)
        self._add(PROVENANCE, PROVENANCE, labels.provenance, labels.provenance)
        about = article.about
        self._add(about.id, about.id, labels.about_page, labels.about_page)
        self._add(article.disclaimer.id, about.id, article.disclaimer.title, labels.about_page)
        noted: list[Passage | FaqEntry | About] = [passage for section in article.sections for passage in section.passages]
        for part in (*noted, *faq.entries, about):
            for note in part.notes:  # one that stands in several places is shown at the first
                here = self._known[part.id]
                name = f"{NOTES}/{note}"
                self._known.setdefault(name, Place(name, here.page, labels.note_of.format(id=note), here.page_title, here.id))
        self.first = article.sections[0].id
        self.sections = tuple(section.id for section in article.sections)

    def _add(self, name: str, page: str, title: str, page_title: str) -> None:
        self._known[name] = Place(name, page, title, page_title)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def __getitem__(self, name: str) -> Place:
        return self._known[name]

    def of_record(self, name: str) -> Place | None:
        """Return where the record with this id is shown: a note beside its passage, a source in its list. None where it is shown nowhere."""
        addresses = (name, f"{NOTES}/{name}", f"{SOURCES}/{name}")
        return next((self._known[address] for address in addresses if address in self._known), None)

    def ids(self) -> tuple[str, ...]:
        """Return every address."""
        return tuple(self._known)

    def nearest(self, name: str) -> Place:
        """Return the place itself, else the page above it, else the address that is spelled most like it, else the first section."""
        wanted = name.strip().strip("/").lower()
        if wanted in self._known:
            return self._known[wanted]
        if name in self._known:  # sources keep their capitals
            return self._known[name]
        parent = wanted.partition("/")[0]
        if parent in self._known:
            return self._known[parent]
        import difflib  # noqa: PLC0415 - slow to load, and only a wrong address needs it

        alike = difflib.get_close_matches(wanted[:200], self._known, n=1)
        return self._known[alike[0] if alike else self.first]


def urgent_first(article: Article) -> frozenset[str]:
    """Return the sections and questions where the urgent box stands first; the first section stands in for one that does not exist."""
    if article.urgent_care is None:
        return frozenset()
    known = {section.id for section in article.sections} | {entry.id for entry in article.faq.entries}
    return frozenset(place if place in known else article.sections[0].id for place in article.urgent_care.first_at)
