"""Make the slides of a lesson from the article: each statement with its notes, as many slides as its words need."""

import datetime as dt
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from app.core.article.content import FaqEntry, Figure, Passage, Section
from app.core.figures.svg import step_count, up_to_step
from app.core.pages.blocks import Blocks, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.document import Document
from app.core.pages.visitor import BlockVisitor
from app.core.teaching.panels import NotePanels, panel_rows
from app.core.teaching.slides import TEXT, RoomNeeded, RowKind, Slide, SlidePosition, SlideRow, cut

HEADING_SHARE = 0.4
"""How much of a slide its heading may take; a longer one is shown whole by itself first, and then its beginning."""


HEAD_SHARE = 0.6
"""How much of a slide its heading may take together with what stands again under it on every slide."""

BOX_ROWS: dict[str, RowKind] = {"text": "text", "sign": "item", "remark": "text", "numbers": "text", "details": "source"}
"""How the lines of the danger box stand on a slide."""


def make_slides(document: Document, places: Iterable[str], measure: RoomNeeded, today: dt.date) -> tuple[Slide, ...]:
    """Return the slides that teach some places, in this order: title, what was asked for, sources and disclaimer."""
    return _Maker(document, tuple(places), measure, today).slides()


class _Maker:
    """Makes one lesson's slides."""

    def __init__(self, document: Document, places: tuple[str, ...], measure: RoomNeeded, today: dt.date) -> None:
        article = document.article
        self._document = document
        self._measure = measure
        self._today = today
        self._sections = [section for place in places for section in article.sections if section.id == place]
        self._entries = [entry for place in places for entry in article.faq.entries if entry.id == place]
        self._figures = [figure for place in places for figure in article.figures if figure.id == place]
        self._places = places

    def slides(self) -> tuple[Slide, ...]:
        """Return all slides; those that are no section, question or figure are counted among all."""
        made = list(self._first())
        for place in self._places:
            made += self._of(place)
        made += self._last()
        label = self._document.labels.slide_of
        return tuple(
            replace(slide, part=SlidePosition(label.format(number=number, count=len(made)), number, len(made))) if slide.part is NOWHERE else slide
            for number, slide in enumerate(made, 1)
        )

    def _of(self, place: str) -> list[Slide]:
        document, labels = self._document, self._document.labels
        for number, section in enumerate(self._sections, 1):
            if section.id == place:
                return self._section(
                    section, SlidePosition(labels.section.format(number=number, count=len(self._sections)), number, len(self._sections))
                )
        for number, entry in enumerate(self._entries, 1):
            if entry.id == place:
                return self._question(
                    entry, SlidePosition(labels.question_of.format(number=number, count=len(self._entries)), number, len(self._entries))
                )
        for number, figure in enumerate(self._figures, 1):
            if figure.id == place:
                return self._figure(
                    figure, SlidePosition(labels.figure_of.format(number=number, count=len(self._figures)), number, len(self._figures))
                )
        urgent = document.article.urgent_care
        if urgent is None or urgent.id != place:
            return []
        box = document.urgent_box(1)[0]
        return self._box(Slide("urgent", box.title, (), NOWHERE, place), box)

    def _box(self, slide: Slide, box: UrgentBox) -> list[Slide]:
        """Return the slides of the box: each group on its own, and the heading with whom it is for again on every slide that goes on with it."""
        parts: list[tuple[list[SlideRow], list[SlideRow]]] = [([], [])]
        before = ""
        for line in box.lines():
            begins = line.kind == "heading" or (line.kind == "remark" and before != "remark")
            if begins and any(row.kind in {"emergency", "call", "item"} for part in parts[-1] for row in part):
                parts.append(([], []))
            head, rows = parts[-1]
            row = SlideRow(line.urgency if line.kind == "heading" else BOX_ROWS[line.kind], line.runs, slide.place)
            stays = not rows and line.kind in {"heading", "numbers", "text"}
            (head if stays else rows).append(row)
            before = line.kind
        return [made for head, rows in parts for made in self._flow(slide, tuple(rows), tuple(head))]

    # --- first and last ---

    def _first(self) -> list[Slide]:
        document, article = self._document, self._document.article
        lines = (*document.edition_lines(), *filter(None, [document.age(self._today)]))
        rows = (SlideRow("text", (Run(article.disclaimer.short, strong=True),)), *(SlideRow("text", (Run(line),)) for line in lines))
        return self._flow(Slide("title", article.title, (), NOWHERE), rows)

    def _last(self) -> list[Slide]:
        document, article = self._document, self._document.article
        used = self._sources()
        whole = tuple(SlideRow("text", (Run(text),), article.disclaimer.id) for text in article.disclaimer.text)
        rows = [SlideRow("text", (Run(article.disclaimer.short, strong=True),), article.disclaimer.id)]
        if used:
            names = " · ".join(document.source_name(source) for source in article.sources if source.id in used)
            rows.append(SlideRow("source", (Run(f"{document.labels.sources}: ", strong=True), Run(names))))
        rows.append(SlideRow("source", (Run(" · ".join(document.edition_lines())),)))
        return [
            *self._flow(Slide("end", article.disclaimer.title, (), NOWHERE), whole),
            *self._flow(Slide("end", document.labels.sources_and_disclaimer, (), NOWHERE), tuple(rows)),
        ]

    def _sources(self) -> frozenset[str]:
        """Return the ids of all sources that notes and figures of this lesson rest on."""
        article = self._document.article
        beside = {note.id: note.sources for note in article.notes}
        passages = [passage for section in self._sections for passage in section.passages]
        names = {name for passage in passages for name in passage.notes} | {name for entry in self._entries for name in entry.notes}
        used = {source for name in names for source in beside[name]}
        used |= {source for figure in self._figures for source in figure.sources}
        if article.urgent_care is not None and article.urgent_care.id in self._places:
            used |= set(article.urgent_care.all_sources)
        return frozenset(used)

    # --- what is taught ---

    def _section(self, section: Section, part: SlidePosition) -> list[Slide]:
        """Return a section's slides: as many passages on each as fit with their notes, shown one by one."""
        heading, made = self._heading(Slide("text", section.title, (), part, section.id))
        left = list(section.passages)
        while left:
            whole = None
            for size in TEXT:
                count = 0
                while count < len(left):
                    tried = replace(heading, rows=(*heading.rows, *self._passages(section, left[: count + 1])), size=size)
                    if self._measure(tried) > 1:
                        break
                    whole, count = tried, count + 1
                if count:
                    break
            if whole is not None:
                made.append(whole)
                del left[:count]
            else:
                made += self._parted(heading, self._document.passage_blocks(left.pop(0)))
        return made

    def _passages(self, section: Section, passages: list[Passage]) -> tuple[SlideRow, ...]:
        """Return the rows of some passages; each is shown with its notes, one step after the one before it."""
        some = replace(section, passages=tuple(passages))
        steps = {passage.id: step for step, passage in enumerate(some.passages)}
        return _rows(self._document.section_text(some), steps)

    def _question(self, entry: FaqEntry, part: SlidePosition) -> list[Slide]:
        """Return the question, alone at first, and its answer with the notes, on more slides when they do not fit on one."""
        heading, made = self._heading(Slide("question", entry.question, (), part, entry.id))
        blocks = self._document.answer_blocks(entry)
        rows = _rows(blocks, {entry.id: 1})
        for size in TEXT:
            tried = replace(heading, rows=(*heading.rows, *rows), size=size)
            if self._measure(tried) <= 1:
                return [*made, tried]
        first, *more = self._parted(heading, blocks)
        answered = tuple(row if row.kind == "title" else replace(row, step=1) for row in first.rows)
        return [*made, replace(first, rows=answered), *more]

    def _figure(self, figure: Figure, part: SlidePosition) -> list[Slide]:
        drawing = self._document.drawing(figure)
        caption = SlideRow("source", drawing.caption, figure.id)
        slide = Slide("figure", figure.title, (), part, figure.id, alt=drawing.alt)
        if drawing.trouble:
            told = (SlideRow("text", (Run(drawing.trouble),), figure.id), SlideRow("text", (Run(drawing.alt),), figure.id), caption)
            return self._flow(replace(slide, kind="text", alt=""), told)
        steps = step_count(drawing.svg)
        pictures = tuple(up_to_step(drawing.svg, step) for step in range(1, steps + 1)) if steps else (drawing.svg,)
        return [replace(slide, rows=(caption,), pictures=pictures)]

    # --- fitting ---

    def _fits(self, slide: Slide, rows: Iterable[SlideRow]) -> bool:
        return self._measure(replace(slide, rows=(*slide.rows, *rows))) <= 1

    def _heading(self, slide: Slide) -> tuple[Slide, list[Slide]]:
        """Return a slide with its title alone and, when that is too long to stand over other words, the slides that show it whole first."""
        row = SlideRow("title", (Run(slide.title),), slide.place)
        if self._measure(replace(slide, rows=(row,))) <= HEADING_SHARE:
            return replace(slide, rows=(row,)), []
        begun, _ = cut(row, self._heads(slide))
        short = replace(begun, runs=(*begun.runs, Run(" …")))
        return replace(slide, rows=(short,)), self._spread(slide, [row])

    def _heads(self, slide: Slide) -> Callable[[SlideRow], bool]:
        def fits(row: SlideRow) -> bool:
            return self._measure(replace(slide, rows=(replace(row, runs=(*row.runs, Run(" …"))),))) <= HEADING_SHARE

        return fits

    def _flow(self, slide: Slide, rows: tuple[SlideRow, ...], head: tuple[SlideRow, ...] = ()) -> list[Slide]:
        """Return the slides that a title and rows without notes make: one, at the largest size that fits, or several.

        The `head` stands under the title of each of them, unless it would take most of the slide.
        """
        heading, made = self._heading(slide)
        if self._measure(replace(heading, rows=(*heading.rows, *head), size=TEXT[-1])) <= HEAD_SHARE:
            heading = replace(heading, rows=(*heading.rows, *head))
        else:
            rows = (*head, *rows)
        for size in TEXT:
            tried = replace(heading, size=size)
            if self._fits(tried, rows):
                return [*made, replace(tried, rows=(*heading.rows, *rows))]
        return [*made, *self._spread(replace(heading, size=TEXT[-1]), list(rows))]

    def _spread(self, slide: Slide, rows: list[SlideRow]) -> list[Slide]:
        """Lay rows on as many slides as they need, each under the rows that the slide has already."""
        made: list[Slide] = []
        while rows:
            taken: list[SlideRow] = []
            while rows and self._fits(slide, [*taken, rows[0]]):
                taken.append(rows.pop(0))
            if rows and not taken:
                begun, rest = cut(rows[0], self._alone(slide))
                taken = [begun]
                rows[:1] = [rest] if rest is not None else []
            made.append(replace(slide, rows=(*slide.rows, *taken)))
        return made

    def _alone(self, slide: Slide) -> Callable[[SlideRow], bool]:
        def fits(row: SlideRow) -> bool:
            return self._fits(slide, [row])

        return fits

    def _parted(self, heading: Slide, blocks: Blocks) -> list[Slide]:
        """Return the slides of one statement that does not fit on one with its notes: each has a part of it, and a part of the notes."""
        slide = replace(heading, size=TEXT[-1])
        statement = next(row for row in _rows(blocks, {}) if row.kind in {"text", "item"})
        notes = [block for block in blocks if isinstance(block, Notes)]
        if not notes:
            return self._spread(slide, [statement])
        return NotePanels(slide, statement, notes[0], self._measure).slides()


NOWHERE = SlidePosition("", 0, 0)
"""The part of a slide that is no section, question or figure, until all slides are counted."""


def _rows(blocks: Blocks, steps: dict[str, int]) -> tuple[SlideRow, ...]:
    """Return statements and panels of notes as rows; each is shown at the step of its place, a panel with the first of those it belongs to."""
    writer = _RowWriter(steps)
    return tuple(row for block in blocks for row in writer.visit(block))


class _RowWriter(BlockVisitor[tuple[SlideRow, ...]]):
    """Makes rows of what a slide shows of a page; figures and questions have slides of their own."""

    def __init__(self, steps: dict[str, int]) -> None:
        self._steps = steps

    def _heading(self, block: Heading) -> tuple[SlideRow, ...]:  # noqa: ARG002 - it is the slide's own
        return ()

    def _paragraph(self, block: Paragraph) -> tuple[SlideRow, ...]:
        return (SlideRow("text", block.runs, block.place, self._steps.get(block.place, 0)),)

    def _item(self, block: Item) -> tuple[SlideRow, ...]:
        return (SlideRow("item", block.runs, block.place, self._steps.get(block.place, 0)),)

    def _notes(self, block: Notes) -> tuple[SlideRow, ...]:
        step = min((self._steps.get(place, 0) for place in (*block.places, block.place)), default=0)
        return panel_rows(block, alerts_first(block.notes), step)

    def _links(self, block: Links) -> tuple[SlideRow, ...]:  # noqa: ARG002 - nothing on a slide is followed
        return ()

    def _drawing(self, block: Drawing) -> tuple[SlideRow, ...]:  # noqa: ARG002
        return ()

    def _urgent(self, block: UrgentBox) -> tuple[SlideRow, ...]:  # noqa: ARG002
        return ()

    def _divider(self) -> tuple[SlideRow, ...]:
        return ()


def alerts_first(notes: Iterable[NoteText]) -> tuple[NoteText, ...]:
    """Return notes with those that must not be missed before the others."""
    return tuple(sorted(notes, key=_is_quiet))


def _is_quiet(note: NoteText) -> bool:
    return not note.alert
