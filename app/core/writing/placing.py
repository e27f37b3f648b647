"""Place the blocks of a text in an article: sections with their passages, questions, and what stands beside them. Every block is placed or told."""

import re
from collections.abc import Iterable
from typing import get_args

from msgspec.structs import replace

from app.core.article.content import TEXT_LIMIT, Alert
from app.core.base.text import ended, fold, sentences
from app.core.texts.lines import Given, Reading, Remark, Written
from app.core.texts.marks import TAG, Tag, tags_of
from app.core.texts.names import (
    ANSWER_MARK,
    AUTHORED,
    DATED,
    DATED_WITHIN,
    INLINE_DISCLAIMER,
    QUESTION_MARK,
    is_question,
    looks_dated,
    read_date,
    without_number,
)
from app.core.writing import shown
from app.core.writing.drafts import Chapter, Draft, DraftNote, Page, Statement
from app.core.writing.extras import place_box, place_contradictions, place_figures, place_glossary, place_sources, place_synonyms, quoted_figure
from app.core.writing.parts import Part, parted

ALERTS: tuple[Alert, ...] = get_args(Alert)
NOTE_FIELDS = ("verdict", "plain", "checked", "sources", "source", "alerts", "id")
NEAR_BEGIN, NEAR_END = 8, 3
SHORT_LINE = 90
SHORT_NAME = 8
STATED = {
    "author": "author",
    "authors": "author",
    "peer review": "peer_review",
    "sources": "sources",
    "grade of evidence": "evidence_grade",
    "updates": "updates",
}
NO_DATE = "contains no date such as 2026-03-01 or 1 March 2026"
WORDS = ("reviewer", "readers", "organisation", "credential")
COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)


def place(reading: Reading) -> Draft:
    """Return the draft of an article with everything of the text that has a place; what has none is in its remarks."""
    return _Placing(reading).draft()


class _Placing:
    """Places one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._draft = Draft(remarks=list(reading.remarks))
        self._is_shown = shown.is_shown(reading.blocks)

    def draft(self) -> Draft:
        draft = self._draft
        draft.named = {block.name: block.line for block in self._reading.blocks if block.name}
        self._front(self._reading.front)
        blocks = [self._as_quote(block) for block in self._reading.blocks]
        blocks = list(shown.without_imprint(blocks, draft) if self._is_shown else self._without_metadata(blocks))
        found = shown.parted(blocks) if self._is_shown else parted(blocks, has_title=bool(draft.title))
        draft.remarks += found.remarks
        if found.title is not None:
            draft.title = draft.title or found.title.words
            draft.name = draft.name or found.title.name
        elif not draft.title and (given := self._reading.front.get("document title")):
            draft.title = given.value
        for part in found.parts:
            self._part(part)
        return draft

    def _tell(self, line: int, what: str, words: str = "") -> None:
        self._draft.remarks.append(Remark(line, what, words))

    # --- what stands before the text, and lines that tell of it ---

    def _front(self, front: dict[str, Given]) -> None:
        draft = self._draft
        for key, given in front.items():
            value = given.value
            if key == "document title" or not value:
                continue
            if key in {"title", "id", "language", "direction"}:
                setattr(draft, {"id": "name"}.get(key, key), value)
            elif key in {"lang", "sprache", "idioma", "langue"}:
                draft.language = value
            elif key in {"updated", "date", "last updated", "checked", "last checked", "evidence checked"}:
                self._date("checked" if "checked" in key else "updated", value, given.line, told=f"{key}: {value}")
            elif key == "own text":
                draft.own_text = fold(value) in {"yes", "true", "si", "ja", "oui"}
            elif key in WORDS:
                draft.wording = replace(draft.wording, **{key: value})
                draft.said.add("wording")
            elif key in STATED:
                draft.stated[STATED[key]] = value
            elif key in {"short", "disclaimer"}:
                self._disclaimer(given.line).short = value
            elif key in {"review", "reviewed", "reviewed by"}:
                self._review(value, given.line)
            else:
                self._tell(given.line, f"“{key}” is not a known name before the text, so it was not used", value)

    def _review(self, value: str, line: int) -> None:
        if fold(value) not in {"none", "no", "not yet", "null", "nobody"}:
            self._tell(line, "says that there was a review, which counts only with a signed sheet; see `review-sheet` and `review-record`", value)

    def _date(self, name: str, value: str, line: int, told: str) -> bool:
        found = read_date(value)
        if found is None:
            self._tell(line, NO_DATE, told)
            return False
        if getattr(self._draft, name) is None:
            setattr(self._draft, name, found.date)
        if found.doubt:
            self._draft.choices.append(Remark(line, f"the date: {found.doubt}", told))
        return True

    def _without_metadata(self, blocks: list[Written]) -> Iterable[Written]:
        """Take the lines that tell of the text itself: its date, its author, its copyright."""
        begin = next((number for number, block in enumerate(blocks) if block.kind == "heading"), 0)
        for at, block in enumerate(blocks):
            if block.kind != "paragraph" or block.name:
                yield block
                continue
            is_near = at <= begin + NEAR_BEGIN or at >= len(blocks) - NEAR_END
            lines = block.text.split("\n")
            kept = [line for number, line in enumerate(lines) if not self._metadata(line.strip(), block.line + number, is_near=is_near)]
            if len(kept) == len(lines):
                yield block
            elif kept:
                yield replace(block, text="\n".join(kept), lead="")

    def _metadata(self, line: str, number: int, *, is_near: bool) -> bool:
        """Take one line, if it tells of the text itself."""
        if len(line) > SHORT_LINE:
            return False
        draft = self._draft
        if (dated := DATED.match(line)) and looks_dated(dated["rest"]) and not read_date(dated["rest"]):
            self._tell(number, NO_DATE, line)  # it would stand as a sentence of the article otherwise
            return True
        if dated and read_date(dated["rest"]):
            return self._dated(dated, line, number)
        if draft.updated is None and (within := DATED_WITHIN.search(line)) and (found := read_date(within["rest"])):
            draft.updated = found.date
            return False
        if COPYRIGHT.match(line):
            self._about(number).text.append(line)
            return True
        return is_near and self._author(line)

    def _dated(self, dated: re.Match[str], line: str, number: int) -> bool:
        """Take a line that tells a date of the text, if there is none of its kind yet."""
        if dated["next"]:
            self._draft.stated.setdefault("updates", line)
            return True
        name = "updated" if dated["updated"] else "checked"
        return getattr(self._draft, name) is None and self._date(name, dated["rest"], number, line)

    def _author(self, line: str) -> bool:
        authored = AUTHORED.match(line)
        name = authored["rest"].strip() if authored else ""
        if not authored or "author" in self._draft.stated or len(name.split()) > SHORT_NAME or (authored["by"] and name.endswith((".", ":", "?"))):
            return False
        self._draft.stated["author"] = name
        return True

    @staticmethod
    def _as_quote(block: Written) -> Written:
        """Return a line that begins with a tag as the quotation it would be in Markdown: Word and plain text have none."""
        return Written("quote", "", block.line, parts=(block,)) if block.kind == "paragraph" and TAG.match(block.text) else block

    # --- parts ---

    def _part(self, part: Part) -> None:
        draft, kind = self._draft, part.kind
        if kind in {"section", "faq"}:
            (self._section if kind == "section" else self._questions)(part)
            return
        blocks = part.blocks
        if not blocks:
            self._tell(part.line, "is a heading without a text under it", part.title)
            return
        draft.said.add(kind)
        if kind in {"disclaimer", "about"}:
            self._page(part)
        elif kind in {"left out", "corrected"}:
            (draft.left_out if kind == "left out" else draft.corrected).extend(self._texts(blocks))
        else:
            handler = {
                "glossary": place_glossary,
                "sources": place_sources,
                "figures": place_figures,
                "synonyms": place_synonyms,
                "urgent": place_box,
                "contradictions": place_contradictions,
                "provenance": shown.place_provenance,
            }[kind]
            left = handler(draft, part)
            if left:
                self._section(Part("section", part.title, part.line, part.level, part.name, left))

    def _section(self, part: Part) -> None:
        chapter = Chapter(part.title, part.line, part.name)
        self._fill(chapter, part.blocks)
        if chapter.statements:
            self._draft.chapters.append(chapter)
        else:
            self._tell_bare(part)

    def _tell_bare(self, part: Part) -> None:
        if part.title:
            self._draft.choices.append(Remark(part.line, "is a heading without a text under it, so it is not a section", part.title, slip=True))

    def _fill(self, chapter: Chapter, blocks: Iterable[Written]) -> None:
        """Place the blocks of a section."""
        run: list[Statement] = []  # the passages since the last note: a note “on the points above” is on all of them
        for block in blocks:
            if block.kind in {"paragraph", "item", "heading"}:  # a heading that begins no part is a line of the text
                if (told := INLINE_DISCLAIMER.match(block.words)) and not block.name:
                    self._disclaimer(block.line).text.append(block.words[told.end() :])
                    continue
                made = self._statements(block)
                chapter.statements += made
                if run and run[-1].notes:
                    run = []
                run += made
            elif block.kind == "quote":
                self._quote(chapter, block, run)
            elif block.kind == "code":
                self._tell_code(block)
                chapter.statements += self._statements(replace(block, kind="paragraph"))
            else:
                self._other(block, chapter)

    def _statements(self, block: Written) -> list[Statement]:
        kind = "item" if block.kind == "item" else "paragraph"
        words = f"{block.number} {block.words}" if block.number else block.words
        pieces = _pieces(words)
        if len(pieces) > 1:
            self._draft.choices.append(Remark(block.line, f"is longer than {TEXT_LIMIT:,} letters, so it was split into {len(pieces)} passages"))
        return [Statement(piece, block.line, kind, block.name if number == 0 else "") for number, piece in enumerate(pieces)]

    def _tell_code(self, block: Written) -> None:
        self._draft.choices.append(Remark(block.line, "is indented like code; it became a paragraph", block.words[:80]))

    def _other(self, block: Written, chapter: Chapter | None) -> None:
        """Tell of what no article holds, with what to do; a drawing in a file of its own becomes a figure."""
        if block.kind == "table":
            what = f"is a table of {len(block.rows)} rows, which an article cannot have; write each row as an item of a list"
            self._tell(block.line, what, " / ".join(block.rows))
        elif block.kind == "image":
            if reason := quoted_figure(self._draft, block, chapter):
                self._tell(block.line, reason, f"{block.text} ({block.target})" if block.text else block.target)
        elif block.kind == "html":
            comment = block.text.startswith("<!--")
            what = "is a comment, which is not part of the text" if comment else "is HTML, which is not used; write its words"
            self._draft.remarks.append(Remark(block.line, what, block.words, beside=comment))

    # --- beside a passage ---

    def _quote(self, chapter: Chapter, quote: Written, run: list[Statement]) -> None:
        target = chapter.statements[-1] if chapter.statements else None
        if tags := tags_of(quote, NOTE_FIELDS):
            for tag in tags:
                self._tag(tag, chapter, target)
        elif told := shown.notes_of(quote):
            names = [self._note(note) for note in told.notes]
            for statement in run if told.is_on_run else run[-1:]:
                statement.notes += names
        elif self._is_shown and shown.is_box(quote):
            shown.place_box(self._draft, quote)
        else:
            for block in quote.parts:
                self._fill(chapter, [block])

    def _note(self, note: DraftNote) -> str:
        """Keep a note, once, and return its name."""
        draft = self._draft
        draft.said.add("notes")
        same = next((other for other in draft.notes if _is_same(note, other)), None)
        if same is not None:
            return same.name
        note.name = note.name or f"?{len(draft.notes)}"
        draft.notes.append(note)
        return note.name

    def _tag(self, tag: Tag, chapter: Chapter, target: Statement | None) -> None:
        if tag.name == "note":
            self._place_note(tag, target)
        elif tag.name == "title" and target is None:
            chapter.title = tag.text
        elif tag.name in {"facts", "asked"} and target is None:
            getattr(chapter, tag.name).extend(tag.listed())
        elif target is None:
            self._tell(tag.line, f"[!{tag.name.upper()}] is before the first passage; write it under the passage it belongs to", tag.text)
        elif tag.name == "plain" and not target.plain:
            target.plain = tag.text
        elif tag.name == "plain":
            self._tell(tag.line, "is a second text in plain words for the same passage", tag.text)
        elif tag.name in {"asked", "facts", "sections", "notes"}:
            getattr(target, tag.name).extend(tag.listed())
            self._draft.said.update({"notes"} if tag.name == "notes" else ())
        elif tag.name in {"tip", "important", "warning", "caution"}:
            target_chapter = Written("paragraph", tag.text, tag.line)
            chapter.statements += self._statements(target_chapter)
        else:
            self._tell(tag.line, f"[!{tag.name.upper()}] is not known; see docs/writing.md for what may be in brackets", tag.text)

    def _place_note(self, tag: Tag, target: Statement | None) -> None:
        name = self._noted(tag)
        if name and target is not None:
            target.notes.append(name)
        elif name:
            self._draft.choices.append(Remark(tag.line, "is a note that is not beside any passage; it is kept, but not shown anywhere", tag.text))

    def _noted(self, tag: Tag) -> str:
        """Keep the note that a tag holds and return its name; empty for one without words."""
        note = note_from(tag)
        if not note.text:
            self._tell(tag.line, "is a note without words")
            return ""
        if date := tag.fields.get("checked"):
            found = read_date(date)
            note.checked = found.date if found else None
            if found is None:
                self._tell(tag.line, NO_DATE, date)
        return self._note(note)

    # --- questions ---

    def _questions(self, part: Part) -> None:
        draft = self._draft
        draft.said.add("faq")
        if draft.questions is None:
            draft.questions = Chapter(part.title, part.line, part.name)
        questions = draft.questions
        waiting: list[Written] = []
        question: Written | None = None
        for block in part.blocks:
            asked, answer = self._asked(block, question, is_answered=bool(waiting))
            if asked is None:
                if question is None and block.kind == "quote" and (tags := tags_of(block, NOTE_FIELDS)):
                    for tag in tags:
                        self._tag(tag, questions, None)
                else:
                    waiting.append(block)
                continue
            self._entry(questions, question, waiting)
            question, waiting = asked, [answer] if answer else []
        self._entry(questions, question, waiting)

    @staticmethod
    def _asked(block: Written, before: Written | None, *, is_answered: bool) -> tuple[Written | None, Written | None]:
        """Return the question that a block is or begins with, and what follows it in the same block."""
        if block.kind == "heading":
            return block, None
        if block.kind not in {"paragraph", "item"}:
            return None, None
        first, _, rest = block.text.partition("\n")
        if block.lead and is_question(block.lead) and block.words.startswith(block.lead):
            rest = block.words[len(block.lead) :].strip()
            return replace(block, text=block.lead, lead=""), replace(block, kind="paragraph", text=rest, lead="", number="") if rest else None
        if is_question(first) and (rest or block.kind == "item" or before is None or block.is_bold or (is_answered and _is_one_sentence(first))):
            return replace(block, text=first, lead=""), replace(block, kind="paragraph", text=rest, lead="", number="") if rest else None
        return None, None

    def _entry(self, questions: Chapter, question: Written | None, blocks: list[Written]) -> None:
        """Place a question with the blocks of its answer."""
        if question is None:
            if blocks:
                self._section(Part("section", questions.title, questions.line, 1, "", blocks))
            return
        answers = Chapter("", question.line)
        self._fill(answers, blocks)
        if not answers.statements:
            self._draft.choices.append(Remark(question.line, "is a question without an answer, so it was not placed", question.words, slip=True))
            return
        first, *more = answers.statements
        asked, said = question.words, _joined([first, *more])
        if not question.name:
            asked, said = without_number(QUESTION_MARK.sub("", asked, count=1)), ANSWER_MARK.sub("", said, count=1)
        made = replace(first, text=said, question=asked, name=question.name or first.name, line=question.line)
        for other in more:
            made.notes += other.notes
            made.asked += other.asked
            made.facts += other.facts
            made.sections += other.sections
            made.plain = made.plain or other.plain
        if len(made.text) > TEXT_LIMIT:
            self._tell(question.line, f"has an answer of more than {TEXT_LIMIT:,} letters; the rest was not placed", made.text[TEXT_LIMIT:])
            made.text = made.text[:TEXT_LIMIT]
        made.notes = list(dict.fromkeys(made.notes))
        questions.statements.append(made)

    # --- pages ---

    def _disclaimer(self, line: int) -> Page:
        self._draft.said.add("disclaimer")
        if self._draft.disclaimer is None:
            self._draft.disclaimer = Page("", line)
        return self._draft.disclaimer

    def _about(self, line: int) -> Page:
        self._draft.said.add("about")
        if self._draft.about is None:
            self._draft.about = Page("", line)
        return self._draft.about

    def _page(self, part: Part) -> None:
        page = self._disclaimer(part.line) if part.kind == "disclaimer" else self._about(part.line)
        page.title, page.line, page.name = part.title, part.line, part.name
        blocks = shown.without_frame(part, self._draft) if self._is_shown and part.kind == "about" else part.blocks
        for block in blocks:
            if block.kind == "quote" and (tags := tags_of(block, NOTE_FIELDS)):
                for tag in tags:
                    self._page_tag(tag, page)
            elif block.kind == "quote" and (told := shown.notes_of(block)):
                page.notes += [self._note(note) for note in told.notes]
            elif block.kind in {"paragraph", "item", "heading", "quote", "code"}:
                page.text += self._texts([block])
            else:
                self._other(block, None)

    def _page_tag(self, tag: Tag, page: Page) -> None:
        if tag.name == "short" and page.short:
            self._tell(tag.line, "is a second short form; the first one is used", tag.text)
        elif tag.name in {"short", "title"}:
            setattr(page, tag.name, tag.text)
        elif tag.name == "note":
            page.notes += filter(None, [self._noted(tag)])
        elif tag.name in {"asked", "facts", "notes"}:
            getattr(page, tag.name).extend(tag.listed())
        else:
            self._tell(tag.line, f"[!{tag.name.upper()}] cannot be used here", tag.text)

    def _texts(self, blocks: Iterable[Written]) -> list[str]:
        found: list[str] = []
        for block in blocks:
            if block.kind == "quote":
                found += self._texts(block.parts)
            elif block.words:
                found += _pieces(block.words)
            else:
                self._other(block, None)
        return found


def note_from(tag: Tag) -> DraftNote:
    """Return the note that a tag holds: its words up to the first colon are the verdict."""
    verdict, colon, text = tag.text.partition(":")
    if "verdict" in tag.fields:
        verdict, text = tag.fields["verdict"], tag.text
    elif not colon:
        verdict, text = "Note", tag.text
    verdict = verdict.strip()
    named = tag.fields.get("alerts")
    told = fold(verdict if named is None else named)
    alerts = tuple(sorted((alert for alert in ALERTS if alert in told), key=told.index))
    cited = tag.fields.get("sources", tag.fields.get("source", ""))
    name = tag.number or tag.fields.get("id", "")
    return DraftNote(
        name,
        verdict[:1].upper() + verdict[1:] if "verdict" not in tag.fields else verdict,
        text.strip(),
        tag.line,
        tag.fields.get("plain", ""),
        None,
        cited,
        alerts,
    )


def _is_same(note: DraftNote, other: DraftNote) -> bool:
    """Return whether two notes are one: by their names where both have one, else by their words."""
    if note.name and not other.name.startswith("?"):
        return note.name == other.name
    return not note.name and (note.verdict, note.text) == (other.verdict, other.text)


def _is_one_sentence(text: str) -> bool:
    return len(sentences(text)) == 1 and len(text) <= SHORT_LINE


def _pieces(text: str) -> list[str]:
    """Part a text that is too long for one passage where its sentences end, else where it must."""
    if len(text) <= TEXT_LIMIT:
        return [text] if text else []
    found = [""]
    for start, end in sentences(text):
        for at in range(start, end, TEXT_LIMIT - 1):
            piece = text[at : min(end, at + TEXT_LIMIT - 1)].strip()
            if len(found[-1]) + 1 + len(piece) <= TEXT_LIMIT:
                found[-1] = f"{found[-1]} {piece}".strip()
            elif piece:
                found.append(piece)
    return found


def _joined(statements: list[Statement]) -> str:
    """Return the parts of an answer as one text; items and paragraphs end with a mark, so that none runs into the next."""
    last = len(statements) - 1
    return " ".join(statement.text if number == last else ended(statement.text) for number, statement in enumerate(statements))
