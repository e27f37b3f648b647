"""Find the statements of an earlier edition again, reworded, moved or parted, so that they keep their ids and all that stands beside them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from app.core.article.content import Article, FaqEntry, Figure, Note, Passage, Sign, Source, Term, UrgentCare
from app.core.base.text import words
from app.core.texts.lines import Remark
from app.core.writing.drafts import Box, Chapter, Draft, DraftNote, Lined, Page, Statement

ALIKE = 0.5
"""Share of common words from which two texts are the same statement."""

WITHIN = 0.8
LEAST_WITHIN = 4
"""Words that a part of a parted text has at least."""

Kept = TypeVar("Kept")

OFTEN = 40
"""Texts that a word stands in at most, to lead from one edition to the other."""


def matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for the texts of a new edition, by number, which of the old they are: none twice, the most alike first."""
    before, after = [_bag(text) for text in old], [_bag(text) for text in new]
    places: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(before):
        for word in bag:
            places[word].append(number)
    pairs: list[tuple[float, int, int]] = []
    for number, bag in enumerate(after):
        rare = sorted((word for word in bag if word in places), key=lambda word: len(places[word]))[:12]
        near = {other for word in rare for other in places[word][:OFTEN]}
        for other in near:
            score = 2.0 if old[other] == new[number] else _score(before[other], bag)
            if score >= ALIKE:
                pairs.append((-score, abs(other - number), number * len(before) + other))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, pair in sorted(pairs):
        number, other = divmod(pair, len(before))
        if number not in found and other not in taken:
            found[number] = other
            taken.add(other)
    return found


def _bag(text: str) -> Counter[str]:
    return Counter(word.folded for word in words(text))


def _score(one: Counter[str], other: Counter[str]) -> float:
    common = (one & other).total()
    least = min(one.total(), other.total())
    alike = 2 * common / max(one.total() + other.total(), 1)
    within = common / least if least >= LEAST_WITHIN else 0
    return alike if alike >= ALIKE else ALIKE + alike / 10 if within >= WITHIN else 0


class Keeping:
    """Gives a draft what it does not say itself, from an earlier edition."""

    def __init__(self, draft: Draft, old: Article, *, is_shown: bool) -> None:
        self._draft = draft
        self._old = old
        self._is_shown = is_shown
        self._passages = [passage for section in old.sections for passage in section.passages]

    def keep(self) -> None:
        """Do all of it."""
        self._head()
        pairs = [*self._statements(), *self._questions()]
        self._notes(pairs)
        self._sections()
        self._beside()
        self._box()
        self._pages()

    # --- statements ---

    def _statements(self) -> list[tuple[Statement, Passage | FaqEntry]]:
        every = [statement for chapter in self._draft.chapters for statement in chapter.statements]
        return self._pairs(every, self._passages, [passage.text for passage in self._passages], [statement.text for statement in every])

    def _questions(self) -> list[tuple[Statement, Passage | FaqEntry]]:
        old = self._old.faq.entries
        every = self._draft.questions.statements if self._draft.questions else []
        asked = [f"{entry.question} {entry.question} {entry.answer}" for entry in old]
        return self._pairs(every, old, asked, [f"{entry.question} {entry.question} {entry.text}" for entry in every])

    def _pairs(
        self, new: Sequence[Statement], old: Sequence[Passage | FaqEntry], before: list[str], after: list[str]
    ) -> list[tuple[Statement, Passage | FaqEntry]]:
        known = {part.id: number for number, part in enumerate(old)}
        named = {number: known[statement.name] for number, statement in enumerate(new) if statement.name in known}
        free_new = [number for number in range(len(new)) if number not in named and not new[number].name]
        free_old = [number for number in range(len(old)) if number not in named.values()]
        found = matches([before[number] for number in free_old], [after[number] for number in free_new])
        both = {**named, **{free_new[one]: free_old[other] for one, other in found.items()}}
        return [(new[one], old[other]) for one, other in sorted(both.items()) if self._give(new[one], old[other])]

    def _give(self, statement: Statement, part: Passage | FaqEntry) -> bool:
        statement.name = part.id
        text = part.text if isinstance(part, Passage) else part.answer
        statement.asked = statement.asked or list(part.asked)
        statement.facts = statement.facts or list(part.facts)
        if isinstance(part, FaqEntry):
            statement.sections = statement.sections or list(part.sections)
        if not statement.plain and statement.text == text:
            statement.plain = part.plain
        elif not statement.plain and part.plain != text:
            what = "was changed, so its earlier plain words may not fit; the full words are used until you write plain words under > [!PLAIN]"
            self._draft.choices.append(Remark(statement.line, what, part.plain))
        return True

    def _notes(self, pairs: list[tuple[Statement, Passage | FaqEntry]]) -> None:
        """Keep the notes where the text says nothing of notes, or tells the same ones without saying what they stand beside."""
        draft, old = self._draft, self._old
        known = {note.id: note for note in old.notes}
        by_words = {(note.verdict, note.text): note for note in old.notes}
        names: dict[str, str] = {}
        for note in draft.notes:
            before = known.get(note.name) or by_words.get((note.verdict, note.text))
            if before is None:
                continue
            names[note.name] = note.name = before.id if before.id not in {other.name for other in draft.notes} else note.name
            note.checked = note.checked or before.checked
            note.plain = note.plain or (before.plain if note.text == before.text else "")
            if self._is_shown:
                note.alerts, note.cited = before.alerts, "; ".join(before.sources)
                note.verdict = before.verdict if before.verdict.rstrip(".") == note.verdict.rstrip(".") else note.verdict
        for statement, part in pairs:
            statement.notes = [names.get(name, name) for name in statement.notes]
            if "notes" not in draft.said or (self._is_shown and {note.name for note in draft.notes} <= set(known)):
                statement.notes = list(part.notes)
        if "notes" not in draft.said or self._is_shown:
            told = {note.name for note in draft.notes}
            used = {name for _, part in pairs for name in part.notes}
            draft.notes += [_draft_note(note) for note in old.notes if note.id not in told and (note.id in used or "notes" not in draft.said)]
        order = {note.id: number for number, note in enumerate(old.notes)}
        draft.notes.sort(key=lambda note: order.get(note.name, len(order)))

    def _sections(self) -> None:
        """Give chapters the ids of the old sections: by title, else by the most of their passages; passages that moved are renamed."""
        titles = {section.title: section.id for section in self._old.sections}
        free = {section.id for section in self._old.sections} - {chapter.name for chapter in self._draft.chapters}
        for chapter in self._draft.chapters:
            if not chapter.name and titles.get(chapter.title) in free:
                self._name(chapter, titles[chapter.title], free)
        for chapter in self._draft.chapters:
            counted = Counter(page for statement in chapter.statements if (page := statement.name.partition("/")[0]) in free)
            if not chapter.name and counted:
                self._name(chapter, counted.most_common(1)[0][0], free)
        facts = {section.id: list(section.facts) for section in self._old.sections}
        for chapter in self._draft.chapters:
            chapter.facts = chapter.facts or facts.get(chapter.name, [])

    @staticmethod
    def _name(chapter: Chapter, name: str, free: set[str]) -> None:
        chapter.name = name
        free.discard(name)

    # --- what stands beside them ---

    def _head(self) -> None:
        draft, old = self._draft, self._old
        draft.name = draft.name or old.id
        draft.title = draft.title or old.title
        draft.language = draft.language or old.language
        draft.direction = draft.direction or old.direction
        draft.checked = draft.checked or old.edition.checked
        told = old.provenance
        if draft.own_text is None:
            draft.own_text = told.own_text
        for name in ("author", "peer_review", "sources", "evidence_grade", "updates"):
            if stated := getattr(told, name).stated:
                draft.stated.setdefault(name, stated)
        draft.left_out = draft.left_out or list(told.left_out)
        draft.corrected = draft.corrected or list(told.corrected)
        if "wording" not in draft.said:
            draft.wording = old.wording
        if "contradictions" not in draft.said:
            draft.contradictions = [(one.id, one.text, list(one.places), 0) for one in told.inconsistencies]
            draft.remarks = [remark for remark in draft.remarks if not any(one.text in remark.words for one in told.inconsistencies)]
        if draft.updated is None:
            draft.updated = old.edition.updated
            draft.choices.append(Remark(0, "gives no date, so the date of the earlier edition is used", old.edition.updated.isoformat()))

    def _beside(self) -> None:
        draft, old = self._draft, self._old
        if "sources" in draft.said:
            short = {source.short: source for source in old.sources}
            for lined in draft.sources:
                source = _as(lined, Source)
                if not source.id and source.short in short:
                    lined.value = replace(source, id=short[source.short].id)
        cited = {source.id for source in old.sources}
        told = {_as(lined, Source).id for lined in draft.sources}
        used = " ".join(note.cited for note in draft.notes)
        keep = cited - told if "sources" not in draft.said else {name for name in cited - told if name in used.replace(";", " ").split()}
        draft.sources += [Lined(source, 0) for source in old.sources if source.id in keep]
        if "glossary" in draft.said:
            terms = {term.term: term for term in old.glossary}
            for lined in draft.terms:
                self._term(lined, terms)
        else:
            draft.terms = [Lined(term, 0, "; ".join(term.sources)) for term in old.glossary]
        if "synonyms" not in draft.said:
            draft.synonyms = [Lined(synonym, 0) for synonym in old.synonyms]
        self._figures()

    def _term(self, lined: Lined, terms: dict[str, Term]) -> None:
        term = _as(lined, Term)
        before = terms.get(term.term)
        if before is not None:
            in_article = term.in_article if f"in article {term.term}" in self._draft.said else before.in_article
            lined.value = replace(term, id=term.id or before.id, forms=term.forms or before.forms, in_article=in_article)
            lined.cited = "; ".join(before.sources) if self._is_shown else lined.cited or "; ".join(before.sources)

    def _figures(self) -> None:
        """Keep the drawings: a text that only names a figure, or says nothing of figures, has the old ones."""
        draft, old = self._draft, self._old
        named = {figure.title: figure for figure in old.figures}
        for lined in draft.figures:
            figure = _as(lined, Figure)
            if not figure.id and figure.title in named:
                lined.value = replace(figure, id=named[figure.title].id)
        told = {_as(lined, Figure).id for lined in draft.figures}
        only_named = {remark.words for remark in draft.remarks if "without a drawing" in remark.what and remark.words in named}
        draft.remarks = [remark for remark in draft.remarks if remark.words not in only_named or "without a drawing" not in remark.what]
        kept = [figure for figure in old.figures if figure.id not in told and (figure.title in only_named or "figures" not in draft.said)]
        draft.figures += [Lined(figure, 0, "; ".join(figure.sources)) for figure in kept]

    def _box(self) -> None:
        draft, old = self._draft, self._old.urgent_care
        if old is None:
            return
        if draft.box is None:
            draft.box = Box(old, 0, [*("; ".join(group.sources) for group in old.groups), "; ".join(old.sources)])
            return
        signs = {sign.text: sign for group in old.groups for sign in group.signs}
        remarks = {remark.text: remark for remark in old.remarks}
        box = draft.box.value
        groups = tuple(replace(group, signs=tuple(_kept_sign(sign, signs) for sign in group.signs)) for group in box.groups)
        draft.box.value = replace(
            box,
            id=box.id or old.id,
            groups=groups,
            remarks=tuple(
                replace(remark, triggers=remark.triggers or remarks[remark.text].triggers) if remark.text in remarks else remark
                for remark in box.remarks
            ),
            **{name: getattr(box, name) or getattr(old, name) for name in ("first_at", "short", "asked", "alone", "unlike")},
        )
        if self._is_shown:
            self._as_shown(draft.box, old)

    @staticmethod
    def _as_shown(box: Box, old: UrgentCare) -> None:
        """Take the old box where it shows the same: what is shown does not tell all of its form."""
        lines = [(group.title, group.who, [sign.text for sign in group.signs], group.remark) for group in box.value.groups]
        if old.groups and lines == [(group.title, group.who, [sign.text for sign in group.signs], group.remark) for group in old.groups]:
            cited = [*("; ".join(group.sources) for group in old.groups), "; ".join(old.sources)]
            if (box.value.title, box.value.text, [one.text for one in box.value.remarks]) == (old.title, old.text, [one.text for one in old.remarks]):
                box.value, box.cited = old, cited

    def _pages(self) -> None:
        draft, old = self._draft, self._old
        for name, part in (("disclaimer", old.disclaimer), ("about", old.about)):
            page: Page | None = getattr(draft, name)
            if page is None:
                page = Page("", 0)
                setattr(draft, name, page)
            page.title = page.title or part.title
            page.name = page.name or part.id
            page.text = page.text or list(part.text)
            page.facts = page.facts or list(part.facts)
            page.asked = page.asked or list(part.asked)
        assert draft.disclaimer is not None  # noqa: S101 - made above
        assert draft.about is not None  # noqa: S101
        draft.disclaimer.short = draft.disclaimer.short or old.disclaimer.short
        draft.about.notes = draft.about.notes or list(old.about.notes)
        if draft.questions is None:
            draft.questions = Chapter(old.faq.title, 0, old.faq.id)
            if "faq" not in draft.said:
                draft.questions.statements = [_statement(entry) for entry in old.faq.entries]
        questions = draft.questions
        questions.name = questions.name or old.faq.id
        questions.title = questions.title or old.faq.title
        questions.asked = questions.asked or list(old.faq.asked)
        questions.facts = questions.facts or list(old.faq.facts)


def _as(lined: Lined, kind: type[Kept]) -> Kept:
    if not isinstance(lined.value, kind):  # pragma: no cover - the lists of a draft hold one kind each
        raise TypeError(kind)
    return lined.value


def _kept_sign(sign: Sign, signs: dict[str, Sign]) -> Sign:
    before = signs.get(sign.text)
    return replace(sign, triggers=sign.triggers or before.triggers, lead=sign.lead or before.lead) if before else sign


def _draft_note(note: Note) -> DraftNote:
    return DraftNote(note.id, note.verdict, note.text, 0, note.plain, note.checked, "; ".join(note.sources), note.alerts)


def _statement(entry: FaqEntry) -> Statement:
    asked, facts = list(entry.asked), list(entry.facts)
    return Statement(entry.answer, 0, "paragraph", entry.id, entry.question, entry.plain, list(entry.notes), asked, facts, list(entry.sections))
