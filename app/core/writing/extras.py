"""Place what stands beside the sections: glossary, sources, figures, other words, the danger box, contradictions.

Each function takes the blocks of its part, and returns those that are none of it: they are placed as a section.
"""

import re
from pathlib import PurePosixPath
from typing import Literal, cast, get_args

from msgspec.structs import replace

from app.core.article.content import (
    Bar,
    Extent,
    Figure,
    Sign,
    SignGroup,
    Source,
    Synonym,
    Term,
    Timeline,
    UrgentCare,
    WeekMark,
)
from app.core.article.content import (
    Remark as BoxRemark,
)
from app.core.base.text import ended, fold
from app.core.texts.lines import Remark, Written
from app.core.texts.marks import Tag, fields_of, tags_of
from app.core.writing.drafts import Box, Chapter, Draft, Lined
from app.core.writing.parts import Part

SOURCE_FIELDS = ("issuer", "title", "year", "address", "read", "read as", "again")
FIGURE_FIELDS = ("audience", "sections", "sources", "after", "in hand-outs", "alt", "weeks", "axis", "bar", "mark")
NOT_READ = "Not stated in the text that was imported."
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
YEAR_APART = re.compile(r"\(((?:1[89]|20)\d\d)[a-z]?\)")
LOOKED_UP = re.compile(r"\(?\b(?:accessed|retrieved|viewed|abgerufen|consult[ée]|consultado|geraadpleegd)\b[^)]*\)?", re.IGNORECASE)
ADDRESS = re.compile(r"<?((?:https?://|www\.|doi:\s?|10\.\d{4,9}/)[^\s<>]+[^\s<>.,;)])>?")
IDENT = re.compile(r"\[?([A-Z]+\d+)\]?\s*(?:[·:.\u2013\u2014-]\s*|\s)(?=\S)")
PAIR = re.compile(r"^(.{1,80}?)\s*(?::|\s[\u2013\u2014=-])\s+(?=\S)(.*)$")
RELATED = re.compile(r"\s*\((exact|narrower|broader|related|caution)(?:[;,]\s*([^()]+))?\)\s*$")
EMERGENCY = re.compile(r"emergenc|999|911|\b112\b|ambulan|notruf|notfall|notarzt|urgencia|urgence|samu|spoed|nödläge|urgente", re.IGNORECASE)
BOX_END = re.compile(r"\s*\((emergency|call)\)\s*$", re.IGNORECASE)
SVG = ".svg"
SHORT_WORDS = 6
Relation = Literal["exact", "narrower", "broader", "related", "caution"]


def _groups(part: Part) -> tuple[list[Written], list[tuple[Written, list[Written]]]]:
    """Return the blocks before the first heading, and each heading with its blocks."""
    before: list[Written] = []
    groups: list[tuple[Written, list[Written]]] = []
    for block in part.blocks:
        if block.kind == "heading":
            groups.append((block, []))
        else:
            (groups[-1][1] if groups else before).append(block)
    return before, groups


def _tags(blocks: list[Written]) -> tuple[list[Tag], list[Written]]:
    """Return the tags among blocks, and the other blocks."""
    tags: list[Tag] = []
    others: list[Written] = []
    for block in blocks:
        found = tags_of(block, ()) if block.kind == "quote" else []
        tags += found
        others += [] if found else [block]
    return tags, others


# --- glossary ---


def place_glossary(draft: Draft, part: Part) -> list[Written]:
    """Place terms: headings with their meanings, or items such as “Scale: chalk from the water”."""
    before, groups = _groups(part)
    left: list[Written] = []
    for block in before:
        tags = tags_of(block, ()) if block.kind == "quote" else []
        if tags and draft.terms:
            _finish_term(draft, draft.terms[-1], tags)
        elif block.kind in {"item", "paragraph"} and (pair := _pair(block)):
            draft.terms.append(Lined(_term(pair[0], pair[1], block.name), block.line))
        else:
            left.append(block)
    for heading, blocks in groups:
        tags, others = _tags(blocks)
        meaning = " ".join(block.words for block in others if block.kind in {"paragraph", "item"})
        left += [block for block in others if block.kind not in {"paragraph", "item"}]
        if not meaning:
            draft.remarks.append(Remark(heading.line, "is a term without a meaning", " ".join((heading.words, *(tag.text for tag in tags)))))
            continue
        made = Lined(_term(heading.words, meaning, heading.name), heading.line)
        draft.terms.append(made)
        _finish_term(draft, made, tags)
    return left


def _pair(block: Written) -> tuple[str, str] | None:
    if block.lead and not block.is_bold:
        rest = block.words[len(block.lead) :].lstrip(" :\u2013\u2014=-")
        return (block.lead.rstrip(" :"), rest) if rest else None
    found = PAIR.match(block.words)
    return (found[1], found[2]) if found else None


def _term(term: str, meaning: str, name: str) -> Term:
    return Term(name, term.strip(), meaning.strip(), in_article=True)


def _finish_term(draft: Draft, made: Lined, tags: list[Tag]) -> None:
    for tag in tags:
        term = cast("Term", made.value)
        if tag.name == "forms":
            made.value = replace(term, forms=tag.listed())
        elif tag.name == "in article":
            made.value = replace(term, in_article=fold(tag.text) != "no")
            draft.said.add(f"in article {term.term}")
        elif tag.name == "sources":
            made.cited = tag.text
        else:
            draft.remarks.append(Remark(tag.line, f"[!{tag.name.upper()}] cannot be used at a term", tag.text))


# --- sources ---


def place_sources(draft: Draft, part: Part) -> list[Written]:
    """Place sources: headings with `Key: value` lines, or one line each."""
    before, groups = _groups(part)
    left: list[Written] = []
    for block in before:
        if block.kind in {"item", "paragraph"}:
            draft.sources += [Lined(source_from(line), block.line + number) for number, line in enumerate(_entries(block)) if line.strip()]
        else:
            left.append(block)
    for heading, blocks in groups:
        fields, others = fields_of(blocks, SOURCE_FIELDS)
        name, short = _ident(heading)
        text = " ".join(block.words for block in others if block.kind in {"paragraph", "item"})
        made = source_from(text, short) if text else Source("", short, short, short, None, None, NOT_READ)
        draft.sources.append(Lined(replace(made, id=name, short=short, **_of_fields(draft, fields)), heading.line))
        left += [block for block in others if block.kind not in {"paragraph", "item"}]
    return left


def _entries(block: Written) -> list[str]:
    """Return the sources in a block: each line of a paragraph is one where all lines have a year or an address."""
    lines = block.text.split("\n")
    alone = block.kind == "paragraph" and len(lines) > 1 and all(YEAR.search(line) or ADDRESS.search(line) for line in lines)
    return lines if alone else [block.words]


def _ident(heading: Written) -> tuple[str, str]:
    found = IDENT.match(heading.words)
    return (found[1], heading.words[found.end() :]) if found else (heading.name, heading.words)


def _of_fields(draft: Draft, fields: dict[str, list[tuple[str, int]]]) -> dict[str, object]:
    """Return the fields of a source that its author wrote."""
    made: dict[str, object] = {}
    for key, values in fields.items():
        value, line = values[0]
        if key == "year":
            found = YEAR.search(value)
            made["year"] = int(found[1]) if found else int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else None  # noqa: PLR2004
        elif key == "read" and value in get_args(Extent):
            made["read"] = value
            made.setdefault("read_as", None)
        elif key == "read":
            draft.remarks.append(Remark(line, f"“Read” must be one of: {', '.join(get_args(Extent))}", value))
        else:
            made[key.replace(" ", "_")] = value
    return made


def source_from(text: str, short: str = "") -> Source:
    """Return the source that one line names, as "Board 2021: Kettle Board: Care of kettles, 2021. https://…"; what it lacks is its whole text."""
    words = " ".join(text.split())
    name = ""
    if found := IDENT.match(words):
        name, words = found[1], words[found.end() :]
    words = re.sub(r"^\[?\d{1,3}[\].)]\s*", "", words) or words
    address = None
    if link := ADDRESS.search(words):
        address = link[1]
        words = " ".join((words[: link.start()] + words[link.end() :]).split()).strip(" .,;:()<>")
    found_year = YEAR_APART.search(words) or YEAR.search(LOOKED_UP.sub("", words))
    year = int(found_year[1]) if found_year else None
    head, colon, rest = words.partition(": ")
    if not short and colon and rest and len(head.split()) <= SHORT_WORDS and (YEAR.search(head) or ": " in rest):
        short, words = head, rest
    issuer, title = _issuer_and_title(words or address or text)
    if not short:
        short = " ".join(issuer.split()[:SHORT_WORDS])
        short = short if str(year) in short or year is None else f"{short} {year}"
    return Source(name, short, issuer, title, year, address, NOT_READ)


def _issuer_and_title(words: str) -> tuple[str, str]:
    """Part what a source is called: who issued it, then what it is."""
    if (year := YEAR_APART.search(words)) and words[: year.start()].strip(" .,") and words[year.end() :].strip(" .,:"):
        return words[: year.start()].strip(" .,"), words[year.end() :].strip(" .,:")
    for mark in (": ", ". ", "; ", ", "):
        issuer, found, title = words.partition(mark)
        if found and title.strip(" .,") and len(issuer.split()) <= SHORT_WORDS + 2:
            bare = re.sub(r"[\s,.(]*(?:1[89]\d\d|20\d\d)[\s).,]*$", "", title)
            return issuer.strip(), (bare or title).strip(" ,;")
    return words, words


# --- figures ---


def place_figures(draft: Draft, part: Part) -> list[Written]:
    """Place figures: a heading, an image whose file is an SVG or the data of a time line, and `Key: value` lines."""
    before, groups = _groups(part)
    left = [block for block in before if not (block.kind == "image" and not quoted_figure(draft, block, None))]
    for heading, blocks in groups:
        fields, others = fields_of(blocks, FIGURE_FIELDS)
        images = [block for block in others if block.kind == "image"]
        timeline = _timeline(draft, fields)
        file = next((image.target for image in images if _is_drawing(image.target)), None)
        if file is None and timeline is None:
            draft.remarks.append(Remark(heading.line, _no_drawing(images), heading.words))
            left += [block for block in others if block.kind not in {"image", "quote"}]
            continue
        alt = next((image.text for image in images if image.text), "") or _first(fields, "alt")
        alt = alt or " ".join(block.words for block in others if block.kind == "paragraph") or heading.words
        made = Figure(
            heading.name,
            heading.words,
            file if timeline is None else None,
            " ".join(alt.split()),
            _first(fields, "audience") or "everyone",
            _split(_first(fields, "sections")),
            (),
            _first(fields, "after") or None,
            timeline,
            fold(_first(fields, "in hand-outs")) != "no",
        )
        draft.figures.append(Lined(made, heading.line, _first(fields, "sources")))
    return left


def _first(fields: dict[str, list[tuple[str, int]]], key: str) -> str:
    return fields[key][0][0] if key in fields else ""


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[;,]", text))))


def _is_drawing(target: str) -> bool:
    return target.lower().endswith(SVG) and ":" not in target and not target.startswith(("/", "\\")) and ".." not in PurePosixPath(target).parts


def _no_drawing(images: list[Written]) -> str:
    if images:
        return f"is a figure with a picture that cannot be shown ({images[0].target}); save the drawing as SVG beside the text"
    return "is a figure without a drawing; write ![what it shows](figures/name.svg) under it"


def quoted_figure(draft: Draft, image: Written, chapter: Chapter | None) -> str:
    """Make a figure of an image in the text, if its file is an SVG beside the text; else return why not, with what to do."""
    if "://" in image.target or image.target.startswith(("//", "data:", "http:")):
        return "is a picture from the internet, which the program never loads; save it as SVG beside the text"
    if not _is_drawing(image.target):
        return "is a picture, which an article cannot show; draw it as SVG and name it under “Figures”, or say in words what it shows"
    statement = chapter.statements[-1] if chapter is not None and chapter.statements else None
    title = " ".join(image.text.split()) or PurePosixPath(image.target).stem.replace("-", " ").capitalize()
    section = (f"={chapter.line}",) if chapter is not None and chapter.title else ()
    after = f"={statement.line}" if statement is not None and section else None
    short = title if len(title.split()) <= 2 * SHORT_WORDS else PurePosixPath(image.target).stem.replace("-", " ").capitalize()
    draft.figures.append(Lined(Figure("", short, image.target, title, "everyone", section, (), after), image.line))
    draft.said.add("figures")
    return ""


def _timeline(draft: Draft, fields: dict[str, list[tuple[str, int]]]) -> Timeline | None:
    """Return the time line that is written as “Weeks: 10 to 30” and “Bar: name | begins | ends | source | remark” lines."""
    numbers = re.findall(r"\d+", _first(fields, "weeks"))
    bars: list[Bar] = []
    for value, line in fields.get("bar", []):
        label, begins, ends, source, remark = (*(part.strip() for part in value.split("|")), "", "", "", "", "")[:5]
        if not label or not all(re.fullmatch(r"([0-9]{1,2}(\+[0-6])?)?", week) for week in (begins, ends)):
            draft.remarks.append(Remark(line, "is not a bar such as “First flush | 12 | 16+3 | Standard 2024 | or later”", value))
            continue
        bars.append(Bar(label, begins or None, ends or None, source or None, remark or None))
    if len(numbers) < 2 or not bars:  # noqa: PLR2004
        return None
    marks = tuple(
        WeekMark(week.strip(), label.strip())
        for value, _ in fields.get("mark", [])
        for week, bar, label in [value.partition("|")]
        if bar and label.strip() and re.fullmatch(r"[0-9]{1,2}(\+[0-6])?", week.strip())
    )
    return Timeline(int(numbers[0][:4]), int(numbers[1][:4]), tuple(bars), marks, _first(fields, "axis") or None)


# --- other words, contradictions ---


def place_synonyms(draft: Draft, part: Part) -> list[Written]:
    """Place other words: items such as “limescale: chalk, fur (exact)”."""
    left: list[Written] = []
    for block in part.blocks:
        words = block.words
        relation, kind = "exact", "lay"
        if found := RELATED.search(words):
            relation, kind, words = found[1], (found[2] or "lay").strip(), words[: found.start()]
        term, colon, rest = words.partition(": ")
        variants = tuple(filter(None, (part.strip() for part in rest.split(";" if ";" in rest else ","))))
        if block.kind in {"item", "paragraph"} and colon and term and variants:
            draft.synonyms.append(Lined(Synonym(term.strip(), cast("Relation", relation), variants, kind), block.line))
        else:
            left.append(block)
    return left


def place_contradictions(draft: Draft, part: Part) -> list[Written]:
    """Place contradictions: items such as “I01: The section says three minutes, the answer four. (brewing/time; faq/how-long)”."""
    left: list[Written] = []
    for block in part.blocks:
        found = re.match(r"(?:([A-Z]+\d+)\s*[:.]\s*)?(.*?)(?:\s*\(([a-z0-9/; -]+)\))?$", block.words)
        if block.kind in {"item", "paragraph"} and found and found[2]:
            draft.contradictions.append(
                (found[1] or "", found[2], [part.strip() for part in (found[3] or "").split(";") if part.strip()], block.line)
            )
        else:
            left.append(block)
    return left


# --- the danger box ---


def place_box(draft: Draft, part: Part) -> list[Written]:
    """Place the box that says when to call: its words, and groups of signs, each under a heading or all under the box's own.

    A part without a list is no box: its blocks are given back, so that it becomes a section.
    """
    if not any(block.kind == "item" for block in part.blocks) or draft.box is not None:
        return part.blocks
    making = BoxMaking(draft, part.title, part.line, part.name)
    for block in part.blocks:
        making.take(block)
    making.finish()
    return making.left


class BoxMaking:
    """Makes the danger box from its blocks, one after the other."""

    def __init__(self, draft: Draft, title: str, line: int, name: str) -> None:
        self._draft = draft
        self._line = line
        self._box = UrgentCare(name, title, "")
        self._groups: list[SignGroup] = []
        self._signs: list[Sign] = []
        self._group: SignGroup | None = None
        self._remarks: list[BoxRemark] = []
        self._cited: list[str] = []
        self._box_cited = ""
        self._is_after = False
        self.left: list[Written] = []

    def take(self, block: Written) -> None:
        """Place one block of the box."""
        if block.kind == "heading":
            self.begin(block.words)
        elif block.kind == "item":
            self._signs.append(Sign(block.words, (), block.lead or None))
        elif block.kind == "quote" and (tags := tags_of(block, ())):
            for tag in tags:
                self._tag(tag)
                if tag.name == "remark":
                    self._remarks += [BoxRemark(part.words, part.lead or None) for part in block.parts if part.kind == "item"]
        elif block.kind in {"paragraph", "code"}:
            self._text(block)
        else:
            self.left.append(block)

    def begin(self, title: str) -> None:
        """Begin a group of signs."""
        self._end_group()
        self._is_after = False
        urgency = EMERGENCY.search(title) is not None
        if found := BOX_END.search(title):
            title, urgency = title[: found.start()], found[1].lower() == "emergency"
        self._group = SignGroup(title.rstrip(":"), "emergency" if urgency else "call", ())

    def end(self) -> None:
        """End the last group: what follows is about the whole box."""
        self._end_group()
        self._is_after = True

    def cite(self, cited: str) -> None:
        """Keep the sources of the group that is being made, or of the box."""
        if self._group is not None and not self._is_after:
            self._cited[-1:] = [cited] if len(self._cited) > len(self._groups) else [*self._cited[-1:], cited]
        else:
            self._box_cited = cited

    def _text(self, block: Written) -> None:
        words = block.words
        lead = block.lead if block.lead and not block.is_bold else None
        if not self._box.text and self._group is None and not self._signs:
            self._box = replace(self._box, text=words, lead=lead)
        elif self._is_after:
            self._remarks.append(BoxRemark(words, lead))
        elif self._group is None and not self._signs:
            self._box = replace(self._box, text=f"{ended(self._box.text)} {words}")
        elif self._signs:
            group = self._group or SignGroup(self._box.title, "call", ())
            self._group = replace(group, remark=f"{ended(group.remark)} {words}" if group.remark else words)
        elif self._group is not None:
            self._group = replace(self._group, who=f"{ended(self._group.who)} {words}" if self._group.who else words)

    def _tag(self, tag: Tag) -> None:
        if tag.name == "triggers" and self._remarks and self._is_after:
            self._remarks[-1] = replace(self._remarks[-1], triggers=tag.listed())
        elif tag.name == "triggers" and self._signs:
            self._signs[-1] = replace(self._signs[-1], triggers=tag.listed())
        elif tag.name == "remark":
            self.end()
            self._remarks += [BoxRemark(tag.text)] if tag.text else []
        elif tag.name in {"short", "title"}:
            self._box = replace(self._box, **{tag.name: tag.text})
        elif tag.name in {"asked", "alone", "unlike", "first at"}:
            self._box = replace(self._box, **{tag.name.replace(" ", "_"): tag.listed()})
        elif tag.name == "sources":
            self.cite(tag.text)
        else:
            self._draft.remarks.append(Remark(tag.line, f"[!{tag.name.upper()}] cannot be used in the danger box", tag.text))

    def _end_group(self) -> None:
        if self._signs:
            group = self._group or SignGroup(self._box.title, "call", ())
            self._groups.append(replace(group, signs=tuple(self._signs)))
            self._cited += [""] * (len(self._groups) - len(self._cited))
        elif self._group is not None:
            told = " ".join(filter(None, (self._group.title, self._group.who)))
            self._draft.remarks.append(Remark(self._line, "is a group of the danger box without a sign", told))
        self._signs, self._group = [], None

    def finish(self) -> None:
        """Put the box into the draft."""
        self._end_group()
        if not self._groups:
            return
        text = self._box.text or ended(self._box.title)
        self._draft.box = Box(
            replace(self._box, text=text, groups=tuple(self._groups), remarks=tuple(self._remarks)), self._line, [*self._cited, self._box_cited]
        )
        self._draft.said.add("urgent")
