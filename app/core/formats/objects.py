"""Write blocks as plain objects for JSON."""

from collections.abc import Iterable

from app.core.article.content import BoxText
from app.core.pages.blocks import Blocks, Divider, Drawing, Heading, Item, Links, Notes, Paragraph, UrgentBox, words_of
from app.core.pages.visitor import BlockVisitor

Object = dict[str, object]


def to_object(blocks: Blocks) -> list[Object]:
    """Return the blocks as plain objects for JSON; a note is an object beside the passage it belongs to."""
    write = _ObjectWriter().visit
    return [write(block) for block in blocks if not isinstance(block, Divider)]


class _ObjectWriter(BlockVisitor[Object]):
    def _heading(self, block: Heading) -> Object:
        return {"kind": "heading", "level": block.level, "id": block.place, "text": block.text}

    def _paragraph(self, block: Paragraph) -> Object:
        return _words("paragraph", block)

    def _item(self, block: Item) -> Object:
        return _words("item", block)

    def _notes(self, block: Notes) -> Object:
        notes = [{"id": note.id, "verdict": note.verdict, "text": note.text, "details": words_of(note.details)} for note in block.notes]
        places = list(block.places or (block.place,))
        return {"kind": "notes", "id": block.place, "places": places, "label": block.label, "aside": block.aside, "notes": notes}

    def _links(self, block: Links) -> Object:
        return {"kind": "links", "links": [{"id": run.target, "text": run.text} for run in block.links]}

    def _drawing(self, block: Drawing) -> Object:
        words = {"title": block.title, "text": block.trouble or block.alt, "details": words_of(block.caption)}
        return {"kind": "figure", "id": block.place, **words}

    def _urgent(self, block: UrgentBox) -> Object:
        groups = [
            {
                "title": told.title,
                "urgency": told.urgency,
                "who": told.who,
                "signs": _whole(told.signs),
                "remark": told.remark,
                "details": words_of(cited),
            }
            for told, cited in zip(block.groups, block.cited, strict=True)
        ]
        ends = {"remarks": _whole(block.remarks), "numbers": block.numbers, "details": words_of(block.details)}
        return {"kind": "urgent", "id": block.place, "title": block.title, "text": block.text.whole, "groups": groups, **ends}

    def _divider(self) -> Object:
        return {"kind": "rule"}


def _words(kind: str, block: Paragraph | Item) -> Object:
    written: Object = {"kind": kind, "id": block.place, "text": words_of(block.runs)}
    if any(run.state != "same" for run in block.runs):
        written["pieces"] = [{"text": run.text, "state": run.state} for run in block.runs]
    return written


def _whole(lines: Iterable[BoxText]) -> list[str]:
    return [line.whole for line in lines]
