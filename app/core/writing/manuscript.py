"""Write an article as the text that it can be made from again: Markdown that people read and change (`show --format manuscript`)."""

from collections.abc import Iterable, Iterator

from app.core.article.content import Article, FaqEntry, Figure, Note, Passage, Remark, Sign, SignGroup, Source, Term, Timeline, UrgentCare
from app.core.formats.markdown import escaped, escaped_line
from app.core.pages.blocks import Run
from app.core.texts.names import part_of


def front_matter(article: Article) -> str:
    """Return the lines that stand before the text: what the article is called, its language and its dates."""
    edition = article.edition
    lines = [f"title: {_quoted(article.title)}", f"id: {article.id}", f"language: {article.language}", f"direction: {article.direction}"]
    lines += [f"updated: {edition.updated.isoformat()}", f"checked: {edition.checked.isoformat()}"]
    return "\n".join(("---", *lines, "---")) + "\n"


def to_manuscript(article: Article) -> str:
    """Return the whole article; `import` makes the same one of it, but for spaces in a row, the record of a review, and what holds them."""
    writer = _Writer(article)
    return front_matter(article).removesuffix("---\n") + writer.head() + "---\n" + "".join(f"\n{block}\n" for block in writer.blocks())


def _quoted(value: str) -> str:
    """Return a value of the front matter: in quotation marks where it begins or ends with some, or with a space."""
    return '"' + value.replace('"', r"\"") + '"' if value[:1] in "\"' " or value[-1:] in "\"' " else value


def _tag(name: str, text: str, *fields: str) -> str:
    first = f"> [!{name}] {escaped(text)}"
    return "\n".join((first, *(f"> {field}" for field in fields)))


def _list_tag(name: str, values: Iterable[str]) -> list[str]:
    """Return a tag with values: parted by semicolons or, where one holds such, as a list."""
    values = tuple(values)
    if not values:
        return []
    if any(";" in value for value in values):
        return ["\n".join((f"> [!{name}]", ">", *(f"> - {escaped_line((Run(value),))}" for value in values)))]
    return [_tag(name, "; ".join(values))]


class _Writer:
    """Writes the parts of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._notes = {note.id: note for note in article.notes}
        self._written: set[str] = set()

    def head(self) -> str:
        """Return the further lines of the front matter."""
        article = self._article
        told = article.provenance
        names = {"author": told.author, "peer review": told.peer_review, "sources": told.sources, "grade of evidence": told.evidence_grade}
        names["updates"] = told.updates
        lines = [f"{key}: {_quoted(value.stated)}" for key, value in names.items() if value.stated]
        lines += [f"own text: {'yes' if told.own_text else 'no'}"]
        words = article.wording
        lines += [f"{name}: {_quoted(value)}" for name in words.__struct_fields__ if (value := getattr(words, name))]
        return "".join(f"{line}\n" for line in lines)

    def blocks(self) -> Iterator[str]:
        """Give the blocks of the text, in its order."""
        article = self._article
        unused = [note for note in article.notes if note.id not in self._used()]
        for number, section in enumerate(article.sections):
            yield self._heading(1, section.title, section.id)
            yield from _list_tag("FACTS", section.facts)
            yield from map(self._note, unused if number == 0 else ())
            for passage in section.passages:
                yield from self._passage(passage)
        yield from self._faq()
        if article.urgent_care is not None:
            yield from self._box(article.urgent_care)
        yield from self._beside()
        yield from self._pages()

    def _used(self) -> set[str]:
        parts = [passage.notes for section in self._article.sections for passage in section.passages]
        return {name for names in (*parts, *(entry.notes for entry in self._article.faq.entries), self._article.about.notes) for name in names}

    @staticmethod
    def _heading(level: int, text: str, name: str) -> str:
        return f"{'#' * level} {escaped(text)} {{#{name}}}" if name else f"{'#' * level} {escaped(text)}"

    def _titled(self, kind: str, known: str, title: str, name: str) -> Iterator[str]:
        """Give the heading of a part: its title where that tells which part it is, else words that do, and the title as a tag."""
        if part_of(title) == kind:
            yield self._heading(1, title, name)
        else:
            yield self._heading(1, known, name)
            yield _tag("TITLE", title)

    def _passage(self, passage: Passage) -> Iterator[str]:
        mark = "- " if passage.kind == "item" else ""
        yield f"{mark}{escaped_line((Run(passage.text),))} {{#{passage.id}}}"
        yield from self._beside_statement(passage, passage.text)

    def _beside_statement(self, part: Passage | FaqEntry, text: str) -> Iterator[str]:
        if part.plain != text:
            yield _tag("PLAIN", part.plain)
        yield from _list_tag("ASKED", part.asked)
        yield from self._notes_beside(part.notes)
        yield from _list_tag("FACTS", part.facts)

    def _notes_beside(self, names: Iterable[str]) -> Iterator[str]:
        """Give the notes beside a statement, in their order: each in full where it stands first, and by its name from then on."""
        for name in names:
            if name in self._written:
                yield _tag("NOTES", name)
            else:
                yield self._note(self._notes[name])

    def _note(self, note: Note) -> str:
        self._written.add(note.id)
        fields = [f"Verdict: {escaped(note.verdict)}"]
        fields += [f"Plain: {escaped(note.plain)}"] if note.plain != note.text else []
        fields.append(f"Checked: {note.checked.isoformat()}")
        fields += [f"Sources: {', '.join(note.sources)}"] if note.sources else []
        fields.append(f"Alerts: {', '.join(note.alerts) or 'none'}")
        return _tag(f"NOTE {note.id}", note.text, *fields)

    def _faq(self) -> Iterator[str]:
        faq = self._article.faq
        yield from self._titled("faq", "Questions and answers", faq.title, faq.id)
        yield from (*_list_tag("FACTS", faq.facts), *_list_tag("ASKED", faq.asked))
        for entry in faq.entries:
            yield self._heading(2, entry.question, entry.id)
            yield escaped_line((Run(entry.answer),))
            yield from self._beside_statement(entry, entry.answer)
            yield from _list_tag("SECTIONS", entry.sections)

    # --- the danger box ---

    def _box(self, box: UrgentCare) -> Iterator[str]:
        yield from self._titled("urgent", "When to call for help", box.title, box.id)
        yield self._led(box.text, box.lead)
        if box.short:
            yield _tag("SHORT", box.short)
        for name in ("asked", "alone", "unlike", "first_at"):
            yield from _list_tag(name.replace("_", " ").upper(), getattr(box, name))
        if box.sources:
            yield _tag("SOURCES", ", ".join(box.sources))
        for group in box.groups or _of_older(box):
            yield self._heading(2, f"{group.title} ({group.urgency})", "")
            if group.who:
                yield escaped_line((Run(group.who),))
            for sign in group.signs:
                yield f"- {self._led(sign.text, sign.lead)}"
                yield from _list_tag("TRIGGERS", sign.triggers)
            if group.remark:
                yield escaped_line((Run(group.remark),))
            if group.sources:
                yield _tag("SOURCES", ", ".join(group.sources))
        for remark in box.remarks:
            yield from self._remark(remark)

    def _remark(self, remark: Remark) -> Iterator[str]:
        yield "\n".join(("> [!REMARK]", ">", f"> - {self._led(remark.text, remark.lead)}"))
        yield from _list_tag("TRIGGERS", remark.triggers)

    @staticmethod
    def _led(text: str, lead: str | None) -> str:
        if not lead or not text.startswith(lead):
            return escaped_line((Run(text),))
        return escaped_line((Run(lead, strong=True), Run(text.removeprefix(lead))))

    # --- what stands beside the text ---

    def _beside(self) -> Iterator[str]:
        article = self._article
        yield from self._part("Figures", (block for figure in article.figures for block in self._figure(figure)))
        yield from self._part("Glossary", (block for term in article.glossary for block in self._term(term)))
        yield from self._part("Other words", self._synonyms())
        yield from self._part("Sources", (block for source in article.sources for block in self._source(source)))
        found = article.provenance
        places = ((one.id, one.text, "; ".join(one.places)) for one in found.inconsistencies)
        yield from self._part("Contradictions", (f"- {name}: {escaped(text)} ({where})" for name, text, where in places))
        yield from self._part("Left out", (f"- {escaped_line((Run(text),))}" for text in found.left_out))
        yield from self._part("Corrected", (f"- {escaped_line((Run(text),))}" for text in found.corrected))

    @staticmethod
    def _part(title: str, blocks: Iterable[str]) -> Iterator[str]:
        blocks = tuple(blocks)
        if blocks:
            yield f"# {title}"
            yield from blocks

    def _figure(self, figure: Figure) -> Iterator[str]:
        yield self._heading(2, figure.title, figure.id)
        if figure.file is not None:
            yield f"![{escaped(figure.alt)}](<{figure.file}>)"
        fields = [f"Alt: {escaped(figure.alt)}"] * (figure.file is None) + [f"Audience: {escaped(figure.audience)}"]
        fields += [f"Sections: {', '.join(figure.sections)}"] if figure.sections else []
        fields += [f"Sources: {', '.join(figure.sources)}"] if figure.sources else []
        fields += [f"After: {figure.after}"] if figure.after else []
        fields += [] if figure.in_handouts else ["In hand-outs: no"]
        fields += _timeline(figure.timeline) if figure.timeline else []
        yield "\n".join(f"- {field}" for field in fields)

    def _term(self, term: Term) -> Iterator[str]:
        yield self._heading(2, term.term, term.id)
        yield escaped_line((Run(term.meaning),))
        yield from _list_tag("FORMS", term.forms)
        yield _tag("IN ARTICLE", "yes" if term.in_article else "no")
        if term.sources:
            yield _tag("SOURCES", ", ".join(term.sources))

    def _synonyms(self) -> Iterator[str]:
        for one in self._article.synonyms:
            variants = "; ".join(one.variants) + (";" if len(one.variants) == 1 and "," in one.variants[0] else "")
            yield f"- {escaped(one.term)}: {escaped(variants)} ({one.relation}; {escaped(one.kind)})"

    def _source(self, source: Source) -> Iterator[str]:
        yield f"## {source.id} · {escaped(source.short)}"
        fields = [f"Issuer: {escaped(source.issuer)}", f"Title: {escaped(source.title)}"]
        fields += [f"Year: {source.year}"] if source.year is not None else []
        fields += [f"Address: {escaped(source.address)}"] if source.address else []
        fields += [f"Read: {source.read}"] if source.read else []
        fields += [f"Read as: {escaped(source.read_as)}"] if source.read_as else []
        fields += [f"Again: {escaped(source.again)}"] if source.again else []
        yield "\n".join(f"- {field}" for field in fields)

    def _pages(self) -> Iterator[str]:
        about, disclaimer = self._article.about, self._article.disclaimer
        yield from self._titled("about", "About", about.title, about.id)
        yield from (escaped_line((Run(text),)) for text in about.text)
        yield from (*_list_tag("ASKED", about.asked), *_list_tag("FACTS", about.facts), *self._notes_beside(about.notes))
        yield from self._titled("disclaimer", "Disclaimer", disclaimer.title, disclaimer.id)
        yield from (escaped_line((Run(text),)) for text in disclaimer.text)
        yield from (_tag("SHORT", disclaimer.short), *_list_tag("ASKED", disclaimer.asked), *_list_tag("FACTS", disclaimer.facts))


def _of_older(box: UrgentCare) -> tuple[SignGroup, ...]:
    """Return the groups of a box in the older form; its words of a search go to the first sign."""
    signs = tuple(Sign(sign, box.triggers if number == 0 else ()) for number, sign in enumerate(box.signs))
    emergency = (SignGroup(box.emergency, "emergency", (Sign(box.emergency, ()),)),) if box.emergency else ()
    return (SignGroup(box.title, "call", signs), *emergency)


def _timeline(timeline: Timeline) -> list[str]:
    lines = [f"Weeks: {timeline.first} to {timeline.last}"]
    lines += [f"Axis: {escaped(timeline.axis)}"] if timeline.axis else []
    for bar in timeline.bars:
        parts = (bar.label, bar.begins or "", bar.ends or "", bar.source or "", bar.remark or "")
        lines.append(f"Bar: {' | '.join(map(escaped, parts))}".rstrip(" |\\"))
    return lines + [f"Mark: {mark.week} | {escaped(mark.label)}" for mark in timeline.marks]
