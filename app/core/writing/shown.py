"""Read what the program itself wrote as Markdown (`show --format markdown`): its notes, its danger box, and the pages that it adds."""

import re
from collections.abc import Iterable
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import Alert
from app.core.base.labels import ENGLISH
from app.core.base.text import fold
from app.core.texts.lines import Remark, Written
from app.core.texts.names import PartKind, read_date
from app.core.writing.drafts import Draft, DraftNote, Page
from app.core.writing.extras import BoxMaking
from app.core.writing.parts import Part, Parted

LABELS = ENGLISH
EDITION = re.compile(r"(?:^|(?<= · ))Article of (?P<date>[^·]{4,60}), content [0-9a-f]{7,64}(?= · |$)")
CHECKED = re.compile(r"Evidence checked (?P<date>.+)$")
NOTES = re.compile(rf"{LABELS.note}s?(?P<run> on the points above)? \({LABELS.not_article}\)$")
DETAILS = re.compile(r"(?P<name>[A-Z]+\d+) · Checked (?P<date>[^·]+?)(?: · Sources: (?P<cited>.*))?$")
CITED = re.compile(
    rf"(?:(?P<by>{LABELS.editors})|(?P<used>{LABELS.in_article})|(?P<unused>{LABELS.not_in_article}))?(?: · )?(?:Sources: (?P<cited>.*))?$"
)
STATED = {LABELS.author: "author", LABELS.peer_review: "peer_review", LABELS.own_sources: "sources"}
STATED |= {LABELS.evidence_grade: "evidence_grade", LABELS.updates: "updates"}
SAID = re.compile(r"stated: “(.*)”$")
READ = {LABELS.read_in_full: "in full", LABELS.read_in_part: "part", LABELS.read_as_abstract: "abstract"}
READ |= {LABELS.read_as_copy: "copy", LABELS.read_as_secondary: "secondary"}
ALERTS: tuple[Alert, ...] = get_args(Alert)


class NotesTold(Struct):
    """The evidence notes of one quotation; those on a run stand beside several passages."""

    notes: list[DraftNote]
    is_on_run: bool


def is_shown(blocks: Iterable[Written]) -> bool:
    """Return whether a text is what the program showed of a whole article: it ends with the line that says which edition this is."""
    last = [block for block in blocks if block.kind == "paragraph"][-1:]
    headings = {block.words for block in blocks if block.kind == "heading"}
    return bool(last) and EDITION.search(last[0].words) is not None and LABELS.provenance in headings


def without_imprint(blocks: list[Written], draft: Draft) -> list[Written]:
    """Take the last line: the disclaimer in short, and the date of the edition."""
    last = max(number for number, block in enumerate(blocks) if block.kind == "paragraph")
    found = EDITION.search(blocks[last].words)
    if found:
        _date(draft, "updated", found["date"])
        if short := blocks[last].words[: found.start()].removesuffix(" · "):
            draft.disclaimer = Page("", blocks[last].line, short=short)
    return [*blocks[:last], *blocks[last + 1 :]]


def _date(draft: Draft, name: str, text: str) -> None:
    if getattr(draft, name) is None and (found := read_date(text)):
        setattr(draft, name, found.date)


def parted(blocks: list[Written]) -> Parted:
    """Return the parts of such a text: it is in a fixed order, and all its pages have headings of the first level."""
    parts: list[Part] = []
    remarks: list[Remark] = []
    for block in blocks:
        if block.kind == "heading" and block.level == 1:
            parts.append(Part("section", block.words, block.line, 1, block.name, []))
        elif parts:
            parts[-1].blocks.append(block)
        else:
            remarks.append(Remark(block.line, "is before the first page, so it was not placed", block.words))
    at = len(parts) - 1
    order: tuple[tuple[PartKind, str], ...] = (
        ("about", ""),
        ("provenance", LABELS.provenance),
        ("sources", LABELS.sources),
        ("glossary", LABELS.glossary),
        ("figures", LABELS.figures),
    )
    for kind, title in order:
        if at >= 0 and (not title or parts[at].title == title):
            parts[at].kind = kind
            at -= 1
    if at >= 0:
        parts[at].kind = "faq"
    return Parted(None, [_bare(part) for part in parts], remarks)


def _bare(part: Part) -> Part:
    """Return a page without the words that the program puts on it, and with its terms, sources and figures as an author writes them."""
    leads = {LABELS.sources_lead, LABELS.figures_lead, LABELS.figures_lead_own}
    blocks = [block for block in part.blocks if block.words not in leads]
    if part.kind == "glossary":
        blocks = [_of_term(block) for block in blocks if not re.match(r"\d+ terms? in plain words\b", block.words)]
    elif part.kind == "sources":
        blocks = _of_sources(blocks)
    elif part.kind == "figures":
        blocks = [block for block in blocks if block.kind != "quote"]
    part.blocks = blocks
    return part


def _of_term(block: Written) -> Written:
    found = CITED.match(block.words) if block.kind == "paragraph" and block.words else None
    if not found or not found[0]:
        return block
    told = [f"[!IN ARTICLE] {'no' if found['unused'] else 'yes'}", *([f"[!SOURCES] {found['cited']}"] if found["cited"] else [])]
    return Written("quote", "", block.line, parts=tuple(Written("paragraph", line, block.line) for line in told))


def _of_sources(blocks: list[Written]) -> list[Written]:
    """Return sources with the lines under them as `Key: value`: what it is, where it is found, how much of it was read, what became of it."""
    made: list[Written] = []
    stage = 0
    for block in blocks:
        if block.kind == "heading":
            made.append(block)
            stage = 0
            continue
        words = block.words
        extent = next((label for label in READ if words == label or words.startswith(f"{label}: ")), "")
        if stage == 0:
            made += _of_title(block)
            stage = 1
        elif extent:
            made.append(replace(block, text=f"Read: {READ[extent]}"))
            made += [replace(block, text=f"Read as: {words.partition(': ')[2]}")] if words != extent else []
            stage = 2
        elif stage == 1 and words.startswith("Read as: "):
            made.append(block)
            stage = 2
        else:
            made.append(replace(block, text=f"{'Address' if stage == 1 else 'Again'}: {words}"))
    return made


def _of_title(block: Written) -> list[Written]:
    issuer, _, title = block.words.partition(": ")
    year = re.search(r", (\d{1,4})$", title)
    lines = [f"Issuer: {issuer}", f"Title: {title[: year.start()] if year else title or issuer}", *([f"Year: {year[1]}"] if year else [])]
    return [replace(block, text=line) for line in lines]


def notes_of(quote: Written) -> NotesTold | None:
    """Return the evidence notes that a quotation holds as the program shows them; None for any other."""
    if not quote.parts or not (found := NOTES.match(quote.parts[0].words)):
        return None
    told = NotesTold([], bool(found["run"]))
    for block in quote.parts[1:]:
        if (details := DETAILS.match(block.words)) and told.notes and not told.notes[-1].name:
            note = told.notes[-1]
            checked = read_date(details["date"])
            note.name, note.cited, note.checked = details["name"], details["cited"] or "", checked.date if checked else None
            continue
        verdict = block.lead.removesuffix(".") or "Note"
        text = block.words[len(block.lead) :].strip() or block.words
        alerts = tuple(alert for alert in ALERTS if alert in fold(verdict))
        told.notes.append(DraftNote("", verdict, text, block.line, alerts=alerts))
    return told


def is_box(quote: Written) -> bool:
    """Return whether a quotation is the danger box as the program shows it: a bold title, and signs as a list."""
    return bool(quote.parts) and quote.parts[0].is_bold and any(part.kind == "item" for part in quote.parts)


def place_box(draft: Draft, quote: Written) -> None:
    """Place the danger box as the program shows it."""
    title, *blocks = quote.parts
    making = BoxMaking(draft, title.words, quote.line, "")
    has_signs = False
    for number, block in enumerate(blocks):
        cited = CITED.match(block.words) if block.kind == "paragraph" else None
        if block.words.startswith(f"{LABELS.numbers}: "):
            draft.choices.append(
                Remark(block.line, "are the numbers of a clinic, which the policy sets; they are not part of the article", block.words)
            )
        elif cited and cited[0]:
            if cited["by"] or number == len(blocks) - 1:
                making.end()
            making.cite(cited["cited"] or "")
            if has_signs and not any(later.kind == "item" for later in blocks[number:]):
                making.end()
        elif block.is_bold and block.kind == "paragraph":
            making.begin(block.words)
        else:
            has_signs = has_signs or block.kind == "item"
            making.take(block)
    making.finish()


def place_provenance(draft: Draft, part: Part) -> list[Written]:
    """Place what stands on the page about where the article comes from."""
    heading = ""
    for block in part.blocks:
        words = block.words
        if block.kind == "heading":
            heading = words
        elif words in {LABELS.reworded, LABELS.reworded_own}:
            draft.own_text = words == LABELS.reworded_own
        elif heading == LABELS.edition:
            _edition(draft, words)
        elif heading in {LABELS.says_of_itself, LABELS.says_of_itself_own}:
            name, _, said = words.partition(": ")
            if name in STATED and (stated := SAID.match(said)):
                draft.stated[STATED[name]] = stated[1]
        elif heading in {LABELS.left_out, LABELS.corrected}:
            (draft.left_out if heading == LABELS.left_out else draft.corrected).append(words)
        elif (
            heading == LABELS.inconsistencies
            and block.kind == "paragraph"
            and words not in {LABELS.inconsistencies_lead, LABELS.inconsistencies_lead_own}
        ):
            draft.remarks.append(
                Remark(block.line, "is a contradiction, whose places Markdown does not name; write it under “Contradictions”", words)
            )
    return []


def _edition(draft: Draft, words: str) -> None:
    if found := EDITION.search(words):
        _date(draft, "updated", found["date"])
    elif found := CHECKED.match(words):
        _date(draft, "checked", found["date"])


def without_frame(part: Part, draft: Draft) -> list[Written]:
    """Return the words of the page about the article, without those of the program; the disclaimer on it goes to its own place."""
    kept: list[Written] = []
    headings = [block for block in part.blocks if block.kind == "heading"]
    disclaimer = headings[-1] if headings and headings[-1].words != LABELS.edition else None
    heading: Written | None = None
    for block in part.blocks:
        if block.kind == "heading":
            heading = block
        elif heading is None:
            kept.append(block)
        elif heading is disclaimer:
            draft.disclaimer = draft.disclaimer or Page("", block.line)
            draft.disclaimer.title, draft.disclaimer.line, draft.disclaimer.name = heading.words, heading.line, heading.name
            draft.disclaimer.text.append(block.words)
            draft.said.add("disclaimer")
        else:
            _edition(draft, block.words)
    return kept
