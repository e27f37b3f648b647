"""The reference pages beside the article's own text: questions, figures, glossary, sources, provenance, about, when to call."""

from collections.abc import Callable

from msgspec.structs import replace

from app.core.article.content import Inconsistency, Source, Term
from app.core.article.places import FIGURES, GLOSSARY, PROVENANCE, SOURCES, Places
from app.core.article.sources import how_read
from app.core.base.labels import Labels
from app.core.base.text import fold, whole
from app.core.pages.blocks import Block, Blocks, Heading, Item, Links, Paragraph, Run
from app.core.pages.parts import Parts

BEGINNING = 6
"""Words that tell one statement of a section from the others."""

BETWEEN_LETTERS = "\u2003\u2002"
"""So wide that each letter can be hit by itself."""


def reference_page(parts: Parts, page: str) -> Blocks | None:
    """Return a reference page by its id; None for any other name."""
    article = parts.article
    pages: dict[str, Callable[[Parts], Blocks]] = {SOURCES: sources, PROVENANCE: provenance, article.about.id: about}
    if article.figures:
        pages[FIGURES] = figures
    if article.glossary:
        pages[GLOSSARY] = glossary
    if page == article.faq.id:
        return parts.faq()
    if article.urgent_care is not None and page == article.urgent_care.id:
        return parts.urgent_box(1)
    return pages[page](parts) if page in pages else None


def single(parts: Parts, place: str) -> Blocks:
    """Return one term, figure or source, or the disclaimer, by itself; empty for any other name."""
    article = parts.article
    if place == article.disclaimer.id:
        return (Heading(article.disclaimer.title, 1, place), *(Paragraph((Run(text),), place) for text in article.disclaimer.text))
    for source in article.sources:
        if place == f"{SOURCES}/{source.id}":
            return _as_page(_source(parts, source))
    for term in article.glossary:
        if place == term.id:
            return _as_page(_term(parts, term))
    return tuple(block for figure in article.figures if place == figure.id for block in (Heading(figure.title, 1, place), parts.drawing(figure)))


def _as_page(blocks: Blocks) -> Blocks:
    """Return blocks with their heading as a page's title."""
    return tuple(replace(block, level=1) if isinstance(block, Heading) else block for block in blocks)


def sources(parts: Parts) -> Blocks:
    """Return the page of publications that notes, figures and meanings rest on."""
    return (
        Heading(parts.labels.sources, 1, SOURCES),
        Paragraph((Run(parts.labels.sources_lead),)),
        *(block for source in parts.article.sources for block in _source(parts, source)),
    )


def _source(parts: Parts, source: Source) -> Blocks:
    place = f"{SOURCES}/{source.id}"
    year = f", {source.year}" if source.year else ""
    lines = [f"{source.issuer}: {source.title}{year}", source.address, how_read(source, parts.labels), source.again]
    return (
        Heading(f"{source.id} · {source.short}", 2, place),
        *(Paragraph((Run(line),), place, quiet=number > 0) for number, line in enumerate(filter(None, lines))),
    )


def figures(parts: Parts) -> Blocks:
    """Return the page of all figures."""
    return (
        Heading(parts.labels.figures, 1, FIGURES),
        Paragraph((Run(parts.labels.figures_lead),)),
        *(block for figure in parts.article.figures for block in (Heading(figure.title, 2, figure.id), parts.drawing(figure))),
    )


def glossary(parts: Parts, words: str = "") -> Blocks:
    """Return the page of terms, or of those whose term or meaning holds the words."""
    labels, terms = parts.labels, sorted(parts.article.glossary, key=lambda term: fold(term.term))
    texts = {term.id: fold(f"{term.term} {term.meaning}") for term in terms}
    wanted = fold(whole(words, lambda word: any(word in text for text in texts.values()))).split()
    shown = [term for term in terms if all(word in texts[term.id] for word in wanted)]
    letters: dict[str, str] = {}
    for term in shown:
        letters.setdefault(fold(term.term)[:1].upper(), term.id)
    runs: list[Run] = []
    for letter, place in letters.items():
        runs += [Run(BETWEEN_LETTERS)] * bool(runs) + [Run(letter, target=place)]
    return (
        Heading(labels.glossary, 1, GLOSSARY),
        Paragraph((Run(_how_many(labels, len(terms), len(shown), is_filtered=bool(wanted))),)),
        *((Paragraph(tuple(runs)),) if runs else ()),
        *(block for term in shown for block in _term(parts, term)),
    )


def _how_many(labels: Labels, all_terms: int, shown: int, *, is_filtered: bool) -> str:
    if not is_filtered:
        return labels.glossary_lead(all_terms)
    return labels.glossary_found(shown)


def _term(parts: Parts, term: Term) -> Blocks:
    labels = parts.labels
    details = (Run(labels.in_article if term.in_article else labels.not_in_article), *parts.source_runs(term.sources))
    return (Heading(term.term, 2, term.id), Paragraph((Run(term.meaning),), term.id), Paragraph(details, term.id, quiet=True))


def about(parts: Parts) -> Blocks:
    """Return the page with the words about the article, its edition and the disclaimer."""
    article, labels = parts.article, parts.labels
    about, disclaimer = article.about, article.disclaimer
    return (
        Heading(about.title, 1, about.id),
        *(Paragraph((Run(text),), about.id) for text in about.text),
        *parts.notes(about.notes, (about.id,)),
        Heading(labels.edition, 2),
        *(Paragraph((Run(line),)) for line in parts.edition_lines()),
        Paragraph((Run(labels.provenance, target=PROVENANCE),)),
        Paragraph((Run(labels.offline_long),)),
        Heading(disclaimer.title, 2, disclaimer.id),
        *(Paragraph((Run(text),), disclaimer.id) for text in disclaimer.text),
    )


def provenance(parts: Parts) -> Blocks:
    """Return the page that says where the article comes from, how far it has been checked, and where it contradicts itself."""
    article, labels = parts.article, parts.labels
    told = article.provenance
    points = (
        (labels.author, told.author),
        (labels.peer_review, told.peer_review),
        (labels.own_sources, told.sources),
        (labels.evidence_grade, told.evidence_grade),
        (labels.updates, told.updates),
    )
    blocks: list[Block] = [Heading(labels.provenance, 1, PROVENANCE), Paragraph((Run(labels.reworded),))]
    blocks += [Heading(labels.edition, 2), *(Item((Run(line),)) for line in parts.edition_lines()), *_changed_since_review(parts)]
    blocks.append(Heading(labels.says_of_itself, 2))
    for name, said in points:
        blocks.append(Item((Run(name, strong=True), Run(f": {labels.stated.format(text=said.stated) if said.stated else labels.not_stated}"))))
    if told.inconsistencies:
        blocks += [Heading(labels.inconsistencies, 2), Paragraph((Run(labels.inconsistencies_lead),))]
        places = Places(article, labels)
        blocks += [block for one in told.inconsistencies for block in _inconsistency(parts, places, one)]
    for title, texts in ((labels.left_out, told.left_out), (labels.corrected, told.corrected)):
        if texts:
            blocks += [Heading(title, 2), *(Item((Run(text),)) for text in texts)]
    return tuple(blocks)


def _changed_since_review(parts: Parts) -> Blocks:
    """Return links to what is not as it was reviewed; empty when nothing is."""
    from app.core.article.statements import every, statements_of  # noqa: PLC0415 - needed where something has changed

    changed, labels, article = parts.changed_since_review(), parts.labels, parts.article
    if not changed:
        return ()
    names = {statement.key: statement.name for statement in every(statements_of(article, labels))}
    words = {part.id: part.text for section in article.sections for part in section.passages if names[part.id] == section.title}
    beside, known = parts.places_of_notes(), Places(article, labels)
    links: list[Run] = []
    gone: list[Paragraph] = []
    for name in changed:
        said = words.get(name, "").split()
        begin = " ".join((*said[:BEGINNING], *["…"] * (len(said) > BEGINNING)))
        text = f"{names[name]}: “{begin}”" if begin else names.get(name, labels.gone_since.format(id=name))
        target = beside.get(name, name)
        if target in known:
            links.append(Run(text, target=target))
        else:
            gone.append(Paragraph((Run(text),)))
    listed = (Links(tuple(links)),) if links else ()
    return (Heading(labels.changed_since, 2), Paragraph((Run(labels.changed_since_lead),)), *listed, *gone)


def _inconsistency(parts: Parts, places: Places, one: Inconsistency) -> Blocks:
    """Return a contradiction with links to both places, and with the alerts that stand beside the statements it tells of."""
    runs = [Run(f"{one.id}. ", strong=True), Run(one.text), Run(" ")]
    for number, place in enumerate(one.places):
        runs += [Run(" · ")] * bool(number) + [Run(places[place].title if place in places else place, target=place)]
    place = f"{PROVENANCE}/{one.id}"
    alerts = tuple(dict.fromkeys(name for target in one.places for name in parts.alerts(target)))
    return (Paragraph(tuple(runs), place), *parts.notes(alerts, (place,)))
