"""Make an article of a draft: ids, references between its parts, and honest neutral words where something must stand and nothing was given."""

import datetime as dt
import hashlib
import re
from pathlib import PurePath

from msgspec import UNSET, Struct
from msgspec.structs import replace

from app.core.article.content import (
    CAPITAL_ID_PATTERN,
    FACT_PATTERN,
    LANGUAGE_PATTERN,
    About,
    Article,
    Disclaimer,
    Edition,
    Faq,
    FaqEntry,
    Figure,
    Inconsistency,
    Note,
    Passage,
    Provenance,
    Section,
    Sign,
    SignGroup,
    Source,
    Stated,
    Synonym,
    Term,
    Timeline,
    UrgentCare,
    lead_and_rest,
)
from app.core.article.terms import forms_of, pattern_of
from app.core.base.text import fold, sentences, words
from app.core.language.codes import is_read_from_the_right
from app.core.language.language import Language
from app.core.search.danger import DangerWords
from app.core.texts.lines import Remark, UnusableError
from app.core.texts.names import defaults_of
from app.core.writing.drafts import Chapter, Draft, DraftNote, Statement
from app.core.writing.extras import NOT_READ
from app.core.writing.naming import Names, numbered

SHORTEST_LINE = 160
"""Characters of a first sentence that may stand as a disclaimer in one line."""

MOST_TRIGGER_WORDS = 4
NUMBER = re.compile(r"^\(?\w{1,3}[.)]\s+")


class Finished(Struct, frozen=True):
    """An article, and the line of the text that each id comes from (0: none)."""

    article: Article
    lines: dict[str, int]


def finish(draft: Draft, name: str, today: dt.date, old: Article | None) -> Finished:
    """Return the article of a draft; what is decided for its author is added to the draft's choices. Raise `UnusableError` where there is no text."""
    return _Finishing(draft, name, today, old).finished()


class _Finishing:
    def __init__(self, draft: Draft, name: str, today: dt.date, old: Article | None) -> None:
        self._draft = draft
        self._name = name
        self._today = today
        self._old = old
        self._words = defaults_of(draft.language)
        self._language = Language(draft.language)
        self._small = self._language.small
        self._names = Names(self._small)
        self._lines: dict[str, int] = {}
        self._sources: dict[str, Source] = {}
        self._notes: dict[str, str] = {}

    def _choose(self, what: str, line: int = 0, told: str = "") -> None:
        self._draft.choices.append(Remark(line, what, told))

    def _slip(self, what: str, line: int, told: str) -> None:
        self._draft.choices.append(Remark(line, what, told, slip=True))

    def finished(self) -> Finished:
        draft = self._draft
        if not draft.chapters and not (draft.questions and draft.questions.statements):
            raise UnusableError("it contains no text from which an article can be made")
        stem = PurePath(self._name).stem.replace("_", " ").replace("-", " ").strip().capitalize() or "Article"
        if not draft.title:
            self._title(stem)
        if not draft.chapters:
            draft.chapters.append(Chapter(draft.title, 0, "", [Statement(self._words.only_questions, 0)]))
            self._choose("has only questions; an article needs a section, so a section that says this was added", 0, self._words.only_questions)
        for chapter in draft.chapters:
            chapter.title = chapter.title or draft.title
        self._name_all()
        sources = self._all_sources()
        notes = tuple(map(self._note, draft.notes))
        if self._old is None:
            notes = tuple(sorted(notes, key=_by_number))
        sections = tuple(map(self._section, draft.chapters))
        faq = self._faq()
        figures = tuple(self._figure(lined.value, lined.line, lined.cited) for lined in draft.figures if isinstance(lined.value, Figure))
        glossary = self._glossary(sections, faq)
        box = self._box()
        disclaimer, about = self._disclaimer(), self._about()  # before what may lead to them
        article = Article(
            schema=1,
            id=self._id_of_article(),
            language=draft.language,
            direction="rtl" if draft.direction == "rtl" or (draft.direction != "ltr" and is_read_from_the_right(draft.language)) else "ltr",
            title=draft.title,
            edition=self._edition(),
            provenance=self._provenance(),
            disclaimer=disclaimer,
            about=about,
            sections=sections,
            faq=faq,
            notes=notes,
            sources=(*sources, *(source for source in dict.fromkeys(self._sources.values()) if source not in sources)),
            urgent_care=box,
            figures=figures,
            glossary=glossary,
            synonyms=tuple(lined.value for lined in draft.synonyms if isinstance(lined.value, Synonym)),
            wording=draft.wording,
            schema_file=self._old.schema_file if self._old else UNSET,
        )
        told = {choice.words for choice in draft.choices}
        for name, line in draft.named.items():
            if name not in self._lines and name != article.id and name not in told:
                self._slip("is an id that was not used", line, name)
        return Finished(article, self._lines)

    def _title(self, stem: str) -> None:
        draft = self._draft
        first = next((chapter.title for chapter in draft.chapters if chapter.title), "")
        draft.title = first or stem
        self._choose(
            "no title was found, so " + ("the first heading names the article" if first else "the file’s name names the article"), 0, draft.title
        )

    # --- ids ---

    def _id_of_article(self) -> str:
        name = self._draft.name
        if name and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            self._slip("cannot be an id (an id looks like kettle-care), so one was made from the title", 0, name)
            name = ""
        if made := name or Names(self._small).slug(self._draft.title):
            return made
        # two such titles must not make one article of a library
        made = f"article-{hashlib.sha256(self._draft.title.encode()).hexdigest()[:6]}"
        self._choose("no id could be made from the title; for an id that people can read, write “id: kettle-care” before the text", 0, made)
        return made

    def _name_all(self) -> None:
        """Give every chapter and statement its id: those that are named first, so that no other takes it."""
        draft = self._draft
        for chapter in draft.chapters:
            chapter.name = self._given(chapter.name, chapter.line, "")
        chapters = draft.chapters
        if draft.questions is not None:
            draft.questions.name = self._given(draft.questions.name, draft.questions.line, "", may_be="faq")
            chapters = [*chapters, draft.questions]
        for chapter in draft.chapters:
            chapter.name = chapter.name or self._names.made(chapter.title, "section")
            self._lines[chapter.name] = chapter.line
        for chapter in chapters:
            page = chapter.name or "faq"
            for statement in chapter.statements:
                if statement.name and not statement.name.startswith(f"{page}/"):
                    statement.name = f"{page}/{statement.name.rpartition('/')[2]}"  # it moved to another page
                statement.name = self._given(statement.name, statement.line, page)
            for statement in chapter.statements:
                lead = lead_and_rest(statement.text)[0] if statement.kind == "item" else ""
                statement.name = statement.name or self._names.made(
                    statement.question or lead or NUMBER.sub("", statement.text, count=1), "passage", page
                )
                self._lines[statement.name] = statement.line

    def _given(self, name: str, line: int, page: str, may_be: str = "") -> str:
        if not name or name == may_be:
            return name
        if bool(page) == ("/" in name) and self._names.take(name):
            return name
        self._slip("is an id that is already used or not allowed here, so another one was made", line, name)
        return ""

    # --- sources and notes ---

    def _all_sources(self) -> tuple[Source, ...]:
        draft = self._draft
        taken = {lined.value.id for lined in draft.sources if isinstance(lined.value, Source)}
        found: list[Source] = []
        for lined in draft.sources:
            source = lined.value
            if not isinstance(source, Source):
                continue
            if not re.match(CAPITAL_ID_PATTERN, source.id) or any(other.id == source.id for other in found):
                source = replace(source, id=numbered("S", taken))
            if source.read is None and source.read_as is None:
                source = replace(source, read_as=NOT_READ)
            found.append(source)
            self._lines[source.id] = lined.line
            self._sources.setdefault(fold(source.short), source)
            self._sources[fold(source.id)] = source
        return tuple(found)

    def _cited(self, cited: str, line: int) -> tuple[str, ...]:
        """Return the ids of the sources that an author names, parted by commas or semicolons; a source that is not listed is added."""
        rest, found = cited.strip(), list[str]()
        while rest := rest.strip(" ,;"):
            lowered = fold(rest)
            fits = [key for key in self._sources if key and lowered.startswith(key) and not lowered[len(key) : len(key) + 1].isalnum()]
            if fits and len(lowered) == len(rest):
                key = max(fits, key=len)
                source, rest = self._sources[key], rest[len(key) :]
                if source.again and rest.strip().startswith(f"({source.again})"):
                    rest = rest.strip()[len(source.again) + 2 :]
            else:
                head = re.split(r"[;,]", rest, maxsplit=1)[0].strip()
                rest = rest[len(head) :]
                source = self._sources.get(fold(head)) or self._new_source(head, line)
            found.append(source.id)
        return tuple(dict.fromkeys(found))

    def _new_source(self, short: str, line: int) -> Source:
        taken = {source.id for source in self._sources.values()}
        source = Source(numbered("S", taken), short, short, short, None, None, NOT_READ)
        self._sources[fold(short)] = self._sources[fold(source.id)] = source
        tell = self._slip if self._draft.sources else self._choose  # who lists none has forgotten none
        tell("is named as a source, but not listed under “Sources”; it was added with only its name", line, short)
        return source

    def _note(self, note: DraftNote) -> Note:
        taken = {other.name for other in self._draft.notes} | set(self._notes.values())
        name = note.name if re.match(CAPITAL_ID_PATTERN, note.name) and note.name not in self._notes.values() else numbered("EN", taken)
        self._notes[note.name] = name
        self._lines[name] = note.line
        return Note(
            name,
            note.verdict or "Note",
            note.text,
            note.plain or note.text,
            note.checked or self._edition().checked,
            self._cited(note.cited, note.line),
            note.alerts,
        )

    def _noted(self, names: list[str], line: int) -> tuple[str, ...]:
        known = []
        for name in dict.fromkeys(names):
            if name in self._notes:
                known.append(self._notes[name])
            else:
                self._slip("is not a note of this text", line, name)
        return tuple(dict.fromkeys(known))

    # --- text ---

    def _facts(self, names: list[str], line: int) -> tuple[str, ...]:
        good = tuple(name for name in names if re.match(FACT_PATTERN, name))
        for name in names:
            if name not in good:
                self._slip("is not the number of a fact, such as F041", line, name)
        return good

    def _section(self, chapter: Chapter) -> Section:
        passages = tuple(
            Passage(
                statement.name,
                "item" if statement.kind == "item" else "paragraph",
                statement.text,
                statement.plain or statement.text,
                self._facts(statement.facts, statement.line),
                self._noted(statement.notes, statement.line),
                tuple(statement.asked),
            )
            for statement in chapter.statements
        )
        return Section(chapter.name, chapter.title, passages, self._facts(chapter.facts, chapter.line))

    def _place(self, name: str, line: int) -> tuple[str, ...]:
        """Return the id of the section that is meant by an id, a title or a line."""
        wanted = fold(name)
        for chapter in self._draft.chapters:
            if name in {chapter.name, f"={chapter.line}"} or wanted == fold(chapter.title):
                return (chapter.name,)
        self._slip("is not a section of this text", line, name)
        return ()

    def _faq(self) -> Faq:
        questions = self._draft.questions or Chapter(self._words.questions, 0)
        name = questions.name or "faq"
        self._lines[name] = questions.line
        entries = tuple(
            FaqEntry(
                statement.name,
                statement.question,
                statement.text,
                statement.plain or statement.text,
                tuple(dict.fromkeys(place for wanted in statement.sections for place in self._place(wanted, statement.line))),
                self._facts(statement.facts, statement.line),
                self._noted(statement.notes, statement.line),
                tuple(statement.asked),
            )
            for statement in questions.statements
        )
        return Faq(name, questions.title or self._words.questions, entries, self._facts(questions.facts, questions.line), tuple(questions.asked))

    # --- beside it ---

    def _figure(self, figure: Figure, line: int, cited: str) -> Figure:
        statements = [
            *(one for chapter in self._draft.chapters for one in chapter.statements),
            *(self._draft.questions.statements if self._draft.questions else []),
        ]
        after = next((one.name for one in statements if figure.after in {one.name, f"={one.line}"}), None)
        if figure.after and after is None:
            self._slip("is not a passage of this text, so the figure is at the end of its section", line, figure.after)
        name = figure.id if figure.id and self._names.take(figure.id) else self._names.made(figure.title, "figure", "figures")
        self._lines[name] = line
        sections = tuple(dict.fromkeys(place for wanted in figure.sections for place in self._place(wanted, line)))
        timeline = self._timeline(figure.timeline, line) if figure.timeline else None
        return replace(figure, id=name, after=after, sections=sections, sources=self._cited(cited, line), timeline=timeline)

    def _timeline(self, timeline: Timeline, line: int) -> Timeline:
        bars = tuple(replace(bar, source=next(iter(self._cited(bar.source, line)), None) if bar.source else None) for bar in timeline.bars)
        return replace(timeline, bars=bars)

    def _glossary(self, sections: tuple[Section, ...], faq: Faq) -> tuple[Term, ...]:
        said = [passage.text for section in sections for passage in section.passages] + [f"{entry.question} {entry.answer}" for entry in faq.entries]
        text = fold("\n".join(said))
        found: list[Term] = []
        for lined in self._draft.terms:
            term = lined.value
            if not isinstance(term, Term):
                continue
            name = term.id if term.id and self._names.take(term.id) else self._names.made(term.term, "term", "glossary")
            self._lines[name] = lined.line
            if lined.line and f"in article {term.term}" not in self._draft.said:
                pattern = pattern_of(forms_of(term))
                term = replace(term, in_article=bool(pattern and pattern.search(text)))
            found.append(replace(term, id=name, sources=self._cited(lined.cited, lined.line)))
        return tuple(found)

    def _box(self) -> UrgentCare | None:
        box = self._draft.box
        if box is None:
            return None
        value = box.value
        name = value.id if value.id and self._names.take(value.id) else "urgent-care"
        self._lines[name] = box.line
        groups = []
        own: list[str] = []
        for group, cited in zip(value.groups, box.cited, strict=False):
            signs = tuple(sign if sign.triggers else replace(sign, triggers=(self._trigger(sign),)) for sign in group.signs)
            own += [sign.text for sign in group.signs if not sign.triggers]
            groups.append(replace(group, signs=signs, sources=self._cited(cited, box.line)))
        if own:
            self._choose(
                "a sign without words that people search for is found only by its own words; write more under > [!TRIGGERS]",
                box.line,
                own[0],
            )
        known = {statement.name for statement in (self._draft.questions.statements if self._draft.questions else [])} | {
            one.name for one in self._draft.chapters
        }
        first = tuple(place if place in known else next(iter(self._place(place, box.line)), "") for place in value.first_at)
        return replace(value, id=name, groups=tuple(groups), sources=self._cited(box.cited[-1], box.line), first_at=tuple(filter(None, first)))

    def _trigger(self, sign: Sign) -> str:
        """Return the words of a sign that bring the box up when a search has the sign's own words."""
        every = [word.folded for word in words(sign.text)]
        telling = [word for word in every if word not in self._small]
        lead = [word.folded for word in words(sign.lead or "") if word.folded not in self._small]
        tried = [telling[:MOST_TRIGGER_WORDS], lead, telling[:2], telling[-2:], telling[:1], every[:MOST_TRIGGER_WORDS]]
        for some in filter(None, tried):
            box = UrgentCare("", "", "", (SignGroup("", "call", (Sign("", (" ".join(some),)),)),))
            if DangerWords(box, self._language).tells(sign.text):
                return " ".join(some)
        return " ".join(next(filter(None, tried), [fold(sign.text)]))

    # --- frame ---

    def _edition(self) -> Edition:
        draft = self._draft
        updated = draft.updated or self._today
        return Edition(updated, draft.checked or updated, self._old.edition.reviewed_by if self._old else None)

    def _provenance(self) -> Provenance:
        draft = self._draft
        if draft.updated is None:
            self._choose("no date was found, so the day of the import is used; write “Last updated: 1 March 2026”", 0, self._today.isoformat())
        taken = {name for name, *_ in draft.contradictions}
        found = []
        for name, text, places, line in draft.contradictions:
            good = tuple(place for place in places if place in self._lines)
            if len(good) < len(places):
                self._slip("names a place that is not in this text", line, "; ".join(place for place in places if place not in good))
            found.append(Inconsistency(name if re.match(CAPITAL_ID_PATTERN, name) else numbered("I", taken), text, good))
        stated = {key: Stated(draft.stated.get(key)) for key in ("author", "peer_review", "sources", "evidence_grade", "updates")}
        own = True if draft.own_text is None else draft.own_text
        return Provenance(**stated, left_out=tuple(draft.left_out), corrected=tuple(draft.corrected), inconsistencies=tuple(found), own_text=own)

    def _disclaimer(self) -> Disclaimer:
        page, default = self._draft.disclaimer, self._words
        if page is None or not page.text:
            self._choose("no disclaimer was found, so this is used; write one under “Disclaimer”", 0, default.no_disclaimer)
        text = page.text if page and page.text else [default.no_disclaimer]
        short = page.short if page else ""
        if not short and page and page.text:
            start, end = sentences(text[0])[0] if sentences(text[0]) else (0, len(text[0]))
            first = text[0][start:end].strip()
            short = first if len(first) <= SHORTEST_LINE else (page.title or default.disclaimer)
        name = page.name if page and page.name and self._names.take(page.name) else "disclaimer"
        self._lines[name] = page.line if page else 0
        facts = self._facts(page.facts, page.line) if page else ()
        return Disclaimer(
            name, (page.title if page else "") or default.disclaimer, tuple(text), short or default.short, facts, tuple(page.asked) if page else ()
        )

    def _about(self) -> About:
        page, default = self._draft.about, self._words
        line = default.imported.format(name=PurePath(self._name).name or self._name, date=self._today.isoformat())
        text = tuple(page.text) if page and page.text else (line,)
        name = page.name if page and page.name and self._names.take(page.name) else "about"
        self._lines[name] = page.line if page else 0
        title = (page.title if page else "") or default.about
        facts = self._facts(page.facts, page.line) if page else ()
        return About(name, title, text, facts, self._noted(page.notes, page.line) if page else (), tuple(page.asked) if page else ())


def _by_number(note: Note) -> tuple[str, int]:
    letters = note.id.rstrip("0123456789")
    return letters, int(note.id.removeprefix(letters))


def is_language(tag: str) -> bool:
    """Return whether a text is a language code such as en or pt-BR."""
    return re.match(LANGUAGE_PATTERN, tag) is not None
