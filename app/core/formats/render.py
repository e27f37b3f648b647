"""Write blocks as plain text, Markdown or HTML."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from app.core.article.content import Told
from app.core.base.order import html_in_order
from app.core.pages.blocks import Block, Blocks, BoxLine, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Rule, Run, UrgentBox

STEP_ID = re.compile(r' id="step-\d+"')
"""The steps of a drawing; their ids would stand twice in a page of several drawings."""


def to_text(blocks: Blocks) -> str:
    """Return plain text: items with a dash, notes indented behind a bar."""
    return _join(blocks, _text_block)


def to_markdown(blocks: Blocks) -> str:
    """Return CommonMark."""
    return _join(blocks, _markdown_block)


def to_html(blocks: Blocks, title: str, language: str, direction: str) -> str:
    """Return one HTML page without scripts, styles of its own or outside references."""
    body = html_in_order(_html_body(_with_single_ids(blocks)), mirrored=direction == "rtl")
    head = f'<meta charset="utf-8">\n<title>{html.escape(title)}</title>'
    opening = f'<html lang="{html.escape(language)}" dir="{direction}">'
    return f"<!DOCTYPE html>\n{opening}\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def to_fragment(blocks: Blocks, direction: str) -> str:
    """Return HTML to stand inside another page: no ids, no styles, no scripts."""
    body = _html_body(block if isinstance(block, Rule) else replace(block, place="") for block in blocks)
    return html_in_order(body, mirrored=direction == "rtl")


def _html_body(blocks: Iterable[Block]) -> str:
    return "\n".join(_html_group(is_list, tuple(group)) for is_list, group in groupby(blocks, lambda block: isinstance(block, Item)))


def _with_single_ids(blocks: Blocks) -> Iterator[Block]:
    """Give each block; a paragraph or item keeps its place only where it is the first to stand there, since an id may stand in a page but once."""
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, Paragraph | Item) and block.place in seen:
            yield replace(block, place="")
        else:
            yield block
        if not isinstance(block, Rule):
            seen.add(block.place)


def _join(blocks: Blocks, write: Callable[[Block], str]) -> str:
    parts: list[str] = []
    for number, block in enumerate(blocks):
        together = number > 0 and isinstance(block, Item) and isinstance(blocks[number - 1], Item)
        parts.append(("\n" if together else "\n\n") + write(block))
    return "".join(parts).strip("\n") + "\n"


def _plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _text_run(run: Run) -> str:
    return {"same": run.text, "added": f"{{+{run.text}+}}", "removed": f"[-{run.text}-]"}[run.state]


def _text_line(runs: Iterable[Run]) -> str:
    return "".join(map(_text_run, runs))


def _text_block(block: Block) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Heading():
            return f"{block.text}\n{('=' if block.level == 1 else '-') * len(block.text)}"
        case Paragraph():
            return _text_line(block.runs)
        case Item():
            return f"- {_text_line(block.runs)}"
        case Notes():
            lines = [f"{block.label} ({block.aside})"]
            for note in block.notes:
                lines += [f"{note.verdict}. {note.text}", f"{_plain(note.details)}"]
            return "\n".join(f"  | {line}" for line in lines)
        case Links():
            return "\n".join(f"> {run.text} [{run.target}]" for run in block.links)
        case Drawing():
            return "\n".join(f"  : {line}" for line in (block.title, block.trouble or block.alt, _plain(block.caption)))
        case UrgentBox():
            lines = [block.title, *(told for line in block.lines() for told in _text_box_line(line))]
            return "\n".join(f"  ! {line}".rstrip() for line in lines)
        case Rule():
            return "-----"


def _text_box_line(line: BoxLine) -> tuple[str, ...]:
    """Return a line of the box; a heading has an empty line before it and, where another call begins, a line under it."""
    if line.kind == "heading":
        return ("", line.text) if line.goes_on else ("", line.text, "-" * len(line.text))
    return (f"- {line.text}" if line.kind == "sign" else line.text,)


MARKDOWN_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~"} | {"&": "&amp;"})


UNSEEN = "\u2060"
"""Has no width, and is neither space nor sign to Markdown."""

BLOCK_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def _markdown(text: str) -> str:
    return text.translate(MARKDOWN_SPECIAL)


def _markdown_line(runs: Iterable[Run]) -> str:
    """Return runs as one line that cannot begin a list, a rule or a block of code."""
    line = "".join(map(_markdown_run, runs)).lstrip()
    found = BLOCK_START.match(line)
    if not found:
        return line
    return f"\\{line}" if not found[1].isdigit() else f"{found[1]}\\{line[found.end() :]}"


def _markdown_run(run: Run) -> str:
    if run.state != "same":
        return _marked(run.text, "**" if run.state == "added" else "~~")
    return f"**{_markdown(run.text)}**" if run.strong else _markdown(run.text)


def _marked(text: str, mark: str) -> str:
    """Return text between marks that hold wherever it stands: spaces stay outside, and a sign at an edge is kept off the mark."""
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    first, last = (UNSEEN if unicodedata.category(char)[0] in "PS" else "" for char in (words[0], words[-1]))
    return f"{before}{mark}{first}{_markdown(words)}{last}{mark}{after}"


def _markdown_block(block: Block) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {_markdown(block.text)}"
        case Paragraph():
            return _markdown_line(block.runs)
        case Item():
            return f"- {_markdown_line(block.runs)}"
        case Notes():
            lines = [f"**{_markdown(block.label)}** ({_markdown(block.aside)})"]
            for note in block.notes:
                lines += ["", f"**{_markdown(note.verdict)}.** {_markdown(note.text)}", "", _markdown(_plain(note.details))]
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case Links():
            return "\n".join(f"- {_markdown(run.text)} ({run.target})" for run in block.links)
        case Drawing():
            lines = [f"**{_markdown(block.title)}**", "", _markdown(block.trouble or block.alt), "", _markdown(_plain(block.caption))]
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case UrgentBox():
            lines = [f"**{_markdown(block.title)}**"]
            before = ""
            for line in block.lines():
                lines += [""] * (not line.kind == before == "sign") + [_markdown_box_line(line)]
                before = line.kind
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case Rule():
            return "---"


def _markdown_box_line(line: BoxLine) -> str:
    if line.kind == "heading":
        return f"**{_markdown(line.text)}**"
    return f"- {_markdown_line(line.runs)}" if line.kind == "sign" else _markdown_line(line.runs)


def _html_group(is_list: bool, blocks: Blocks) -> str:  # noqa: FBT001
    written = "\n".join(map(_html_block, blocks))
    return f"<ul>\n{written}\n</ul>" if is_list else written


def _id(place: str) -> str:
    return f' id="{html.escape(place)}"' if place else ""


def _html_run(run: Run) -> str:
    text = html.escape(run.text)
    if run.state != "same":
        tag = "ins" if run.state == "added" else "del"
        text = f"<{tag}>{text}</{tag}>"
    return f"<strong>{text}</strong>" if run.strong else text


def _html_block(block: Block) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Heading():
            return f"<h{block.level}{_id(block.place)}>{html.escape(block.text)}</h{block.level}>"
        case Paragraph():
            return f"<p{_id(block.place)}>{''.join(map(_html_run, block.runs))}</p>"
        case Item():
            return f"<li{_id(block.place)}>{''.join(map(_html_run, block.runs))}</li>"
        case Notes():
            inner = "\n".join(map(_html_note, block.notes))
            return f'<div role="note"><p><strong>{html.escape(block.label)}</strong> ({html.escape(block.aside)})</p>\n{inner}\n</div>'
        case Links():
            return "\n".join(f"<p>{html.escape(run.text)}</p>" for run in block.links)
        case Drawing():
            return _html_drawing(block)
        case UrgentBox():
            return _html_urgent(block)
        case Rule():
            return "<hr>"


def _html_note(note: NoteText) -> str:
    details = "".join(map(_html_run, note.details))
    return f"<p><strong>{html.escape(note.verdict)}.</strong> {html.escape(note.text)}<br><small>{details}</small></p>"


def _html_drawing(block: Drawing) -> str:
    shown = f"<p>{html.escape(block.trouble)}</p>"
    if block.svg:
        svg = STEP_ID.sub("", block.svg[block.svg.index("<svg") :])
        shown = f'<div role="img" dir="ltr" aria-label="{html.escape(block.alt)}">\n{svg.strip()}\n</div>'
    caption = f"<strong>{html.escape(block.title)}</strong><br><small>{''.join(map(_html_run, block.caption))}</small>"
    return f"<figure>\n{shown}\n<figcaption>{caption}</figcaption>\n</figure>"


def _html_urgent(block: UrgentBox) -> str:
    title = f"<h{block.level}{_id(block.place)}>{html.escape(block.title)}</h{block.level}>"
    return f'<div role="note">\n{title}\n{box_html(block, lambda runs: "".join(map(_html_run, runs)))}\n</div>'


def box_html(box: UrgentBox, write: Callable[[tuple[Run, ...]], str], deeper: int = 0, *, looks: bool = False) -> str:
    """Return what stands under the box's title, with the words as `write` gives them and headings so many levels deeper.

    With `looks`, a heading that begins another call has the class `emergency` or `call`.
    """
    made: list[str] = []
    for kind, lines in groupby(box.lines(), lambda line: line.kind):
        told = [(line, write(line.runs)) for line in lines]
        if kind == "heading":
            for line, words in told:
                level, look = min(6, line.level + deeper), f' class="{line.urgency}"' if looks and not line.goes_on else ""
                made.append(f"<h{level}{look}>{words}</h{level}>")
        elif kind == "sign":
            made += ["<ul>", *(f"<li>{words}</li>" for _, words in told), "</ul>"]
        else:
            made += (f"<p><small>{words}</small></p>" if kind == "details" else f"<p>{words}</p>" for _, words in told)
    return "\n".join(made)


def to_object(blocks: Blocks) -> list[dict[str, object]]:
    """Return the blocks as plain objects for JSON; a note is an object beside the passage it belongs to."""
    return [_object(block) for block in blocks if not isinstance(block, Rule)]


def _object(block: Block) -> dict[str, object]:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "id": block.place, "text": block.text}
        case Paragraph() | Item():
            written: dict[str, object] = {"kind": type(block).__name__.lower(), "id": block.place, "text": _plain(block.runs)}
            if any(run.state != "same" for run in block.runs):
                written["pieces"] = [{"text": run.text, "state": run.state} for run in block.runs]
            return written
        case Notes():
            notes = [{"id": note.id, "verdict": note.verdict, "text": note.text, "details": _plain(note.details)} for note in block.notes]
            places = list(block.places or (block.place,))
            return {"kind": "notes", "id": block.place, "places": places, "label": block.label, "aside": block.aside, "notes": notes}
        case Links():
            return {"kind": "links", "links": [{"id": run.target, "text": run.text} for run in block.links]}
        case Drawing():
            words = {"title": block.title, "text": block.trouble or block.alt, "details": _plain(block.caption)}
            return {"kind": "figure", "id": block.place, **words}
        case UrgentBox():
            groups = [
                {
                    "title": told.title,
                    "urgency": told.urgency,
                    "who": told.who,
                    "signs": _whole(told.signs),
                    "remark": told.remark,
                    "details": _plain(cited),
                }
                for told, cited in zip(block.groups, block.cited, strict=True)
            ]
            ends = {"remarks": _whole(block.remarks), "numbers": block.numbers, "details": _plain(block.details)}
            return {"kind": "urgent", "id": block.place, "title": block.title, "text": block.text.whole, "groups": groups, **ends}
        case Rule():
            return {"kind": "rule"}


def _whole(lines: Iterable[Told]) -> list[str]:
    return [line.whole for line in lines]
