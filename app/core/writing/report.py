"""Tell the author of a text what became of it, in words for somebody who has never seen a content file."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from app.core.advice.completeness import missing
from app.core.advice.slips import slips_in
from app.core.base.labels import Counted
from app.core.files.shape import Problem, in_words
from app.core.texts.lines import Remark
from app.core.writing.importing import Imported

MOST_NAMED = 6
MOST_TOLD = 200
LONGEST = 110

ADVICE = (
    (r"edition\.reviewed_by: nobody", "nobody has reviewed it yet; every page says so (`review-sheet` makes the sheet for it)"),
    (r"urgent_care: there is no box", "it has no box that says when to call for help; an article without danger does not need one"),
    (r"faq\.entries: ", "it has no questions and answers; it does not need any"),
    (r"glossary: ", "it has no glossary; it does not need one"),
    (r"synonyms: ", "it has no list of other words that people use; it does not need one"),
)
"""Advice of `check` on the whole article, and what it says here; what is not here is told by `EACH` or left as it is."""

EACH = (
    (
        r"(?P<place>\S+): no note is beside",
        Counted("{count} passage has no note beside it; it does not need one", "{count} passages have no note beside them; they do not need any"),
    ),
    (
        r"(?P<place>\S+): there are no words in which",
        Counted(
            "{count} passage has no words in which people ask for it; write them under > [!ASKED]",
            "{count} passages have no words in which people ask for them; write them under > [!ASKED]",
        ),
    ),
    (
        r"(?P<place>\S+): the question belongs to no section",
        Counted(
            "{count} question belongs to no section; write it under > [!SECTIONS]",
            "{count} questions belong to no section; write it under > [!SECTIONS]",
        ),
    ),
    (
        r"(?P<place>\S+): it does not say how much",
        Counted(
            "{count} source does not say how much of it was read; write “- Read: in full” under it",
            "{count} sources do not say how much of them was read; write “- Read: in full” under them",
        ),
    ),
    (r"(?P<place>\S+): no note, box, figure or term uses", Counted("{count} source is not used anywhere", "{count} sources are not used anywhere")),
    (
        r"(?P<place>\S+?)\.\S+: a search for the sign's own words",
        Counted(
            "{count} sign of the danger box is not found by its own words; write them under > [!TRIGGERS]",
            "{count} signs of the danger box are not found by their own words; write them under > [!TRIGGERS]",
        ),
    ),
    (r"(?P<place>\S+): the figure names no source", Counted("{count} figure names no source", "{count} figures name no source")),
    (r"(?P<place>\S+): no passage uses this note", Counted("{count} note is not beside any passage", "{count} notes are not beside any passage")),
    (
        r"(?P<place>\S+): a note that is always open names no source",
        Counted("{count} note that is always open names no source", "{count} notes that are always open name no source"),
    ),
)
"""Advice on one place each, put together: how many, and where they stand in the text."""

NO_PLAIN = Counted(
    "{count} passage has no plain words, so the full words are used. Write them under > [!PLAIN]",
    "{count} passages have no plain words, so the full words are used. Write them under > [!PLAIN]",
)


def report(made: Imported, name: str) -> tuple[str, ...]:
    """Return the lines of the report on one file."""
    return tuple(_report(made, name))


def _report(made: Imported, name: str) -> Iterator[str]:
    yield f"{name}: {said_of(made)}"
    yield "Recognised:"
    yield from (f"  {line}" for line in recognised(made))
    if made.faults:
        yield f"Errors ({len(made.faults)}); the article cannot be opened until this is fixed:"
        yield from (f"  {line}" for line in _told_faults(made))
    open_remarks = [remark for remark in made.unplaced if not remark.beside]
    beside = [remark for remark in made.unplaced if remark.beside]
    told = (("Not placed", open_remarks), ("Left out, because it is not part of the text", beside), ("Decided for you", made.choices))
    for what, remarks in told:
        lines = list(_grouped(remarks, made.unit))
        if lines:
            yield f"{what} ({len(lines)}):"
            yield from _cut([f"  {line}" for line in lines])
    if made.new or made.changed or made.gone or made.moved:
        yield "Compared with the earlier edition:"
        yield from (f"  {line}" for line in beside_earlier(made))
    if not made.faults:
        yield "A complete article would have more; you may leave all of this as it is:"
        yield from (f"  {line}" for line in advice(made))


def _cut(lines: list[str]) -> list[str]:
    """Return the lines; of very many only the first, and how many more there are."""
    return lines if len(lines) <= MOST_TOLD else [*lines[:MOST_TOLD], f"  … and {len(lines) - MOST_TOLD} more like these"]


def _grouped(remarks: Iterable[Remark], unit: str) -> Iterator[str]:
    """Give a line for each thing that there is to say, with all the places it is said of."""
    groups: dict[str, list[Remark]] = {}
    for remark in remarks:
        groups.setdefault(remark.what, []).append(remark)
    for what, same in groups.items():
        where = [f"{unit} {remark.line}" for remark in same[:1] if remark.line] + [str(remark.line) for remark in same[1:] if remark.line]
        words = [f"“{_short(remark.words)}”" for remark in same if remark.words.strip()]
        yield (f"{', '.join(where)}: " if where else "") + what + (f": {', '.join(words)}" if words else "")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return f"{words[:LONGEST]}…" if len(words) > LONGEST else words


def recognised(made: Imported) -> Iterator[str]:
    """Give a line for each kind of part: how many, what they are called, and where they stand in the text."""
    article = made.article
    passages = [passage for section in article.sections for passage in section.passages]
    items = sum(passage.kind == "item" for passage in passages)
    yield _counted(len(article.sections), "section", [(section.title, made.lines.get(section.id, 0)) for section in article.sections], made.unit)
    yield f"{_many(len(passages) - items, 'paragraph')} and {_many(items, 'item')} in them"
    questions = [(entry.question, made.lines.get(entry.id, 0)) for entry in article.faq.entries]
    for count, word, names in (
        (len(article.faq.entries), "question", questions),
        (len(article.notes), "note", [(f"{note.id} {note.verdict}", made.lines.get(note.id, 0)) for note in article.notes]),
        (len(article.sources), "source", [(source.short, made.lines.get(source.id, 0)) for source in article.sources]),
        (len(article.glossary), "glossary term", [(term.term, made.lines.get(term.id, 0)) for term in article.glossary]),
        (len(article.figures), "figure", [(figure.title, made.lines.get(figure.id, 0)) for figure in article.figures]),
    ):
        if count:
            yield _counted(count, word, names, made.unit)
    if article.synonyms:
        yield f"other words for {_many(len(article.synonyms), 'word')}"
    if article.urgent_care is not None:
        box = article.urgent_care
        yield f"the box that says when to call: “{box.title}”, {_many(sum(len(group.signs) for group in box.groups), 'sign')}{_at(box.id, made)}"
    for part in (article.disclaimer, article.about):
        if made.lines.get(part.id):
            yield f"{'disclaimer' if part is article.disclaimer else 'about the text'}: “{part.title}”{_at(part.id, made)}"
    if author := article.provenance.author.stated:
        yield f"author: {author}"


def _at(name: str, made: Imported) -> str:
    line = made.lines.get(name, 0)
    return f" ({made.unit} {line})" if line else ""


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _counted(count: int, word: str, names: list[tuple[str, int]], unit: str) -> str:
    told = [f"“{name[:60]}”" + (f" ({unit} {line})" if line else "") for name, line in names[:MOST_NAMED]]
    more = f" and {count - MOST_NAMED} more" if count > MOST_NAMED else ""
    return f"{_many(count, word)}: {', '.join(told)}{more}"


def advice(made: Imported) -> Iterator[str]:
    """Give what `check` says that a complete article would have, with the lines of the text."""
    groups: dict[Counted, list[str]] = {}
    others: list[str] = []
    for line in (*missing(made.article), *map(str, islice(slips_in(made.content, made.article), MOST_TOLD))):
        each = next(((found["place"], counted) for pattern, counted in EACH if (found := re.match(pattern, line))), None)
        if each is not None:
            groups.setdefault(each[1], []).append(each[0])
        else:
            others.append(next((words for pattern, words in ADVICE if re.match(pattern, line)), _in_lines(line, made)))
    same = sum(passage.plain == passage.text for section in made.article.sections for passage in section.passages)
    same += sum(entry.plain == entry.answer for entry in made.article.faq.entries)
    if same:
        others.append(NO_PLAIN(same))
    yield from others
    for counted, places in groups.items():
        lines = sorted({made.lines.get(place, 0) for place in places} - {0})
        yield counted(len(places)) + (f" ({made.unit} {_listed(lines)})" if lines else "")


def _listed(lines: list[int]) -> str:
    return ", ".join(map(str, lines[:MOST_NAMED])) + (" …" if len(lines) > MOST_NAMED else "")


def _in_lines(told: str, made: Imported) -> str:
    """Return what `check` says of a place with the line of the text in its place."""
    where, _, what = told.partition(": ")
    line = line_of(where, made)
    return f"{made.unit} {line}: {what}" if line else f"{in_words(where)}: {what}"


def line_of(where: str, made: Imported) -> int:
    """Return the line of the text that a place of the content file comes from: `sections[2].passages[0].text`; 0 where there is none."""
    part: object = made.article
    line = made.lines.get(where, 0)
    for step in re.findall(r"\w+", where):
        try:
            part = part[int(step)] if isinstance(part, tuple) else getattr(part, step)
        except (AttributeError, IndexError, ValueError):
            break
        line = made.lines.get(getattr(part, "id", ""), 0) or line
    return line


def _told_faults(made: Imported) -> Iterable[str]:
    return (_of_fault(problem, made) for problem in made.faults[:MOST_TOLD])


def _of_fault(problem: Problem, made: Imported) -> str:
    line = line_of(problem.where, made)
    return f"{made.unit} {line}: {problem.what}" if line else str(problem)


def said_of(made: Imported) -> str:
    """Return in a line what the text is: its form, title, id, language and date."""
    article = made.article
    return f"{made.form}, “{article.title}” ({article.id}), language {article.language}, article of {article.edition.updated.isoformat()}"


def beside_earlier(made: Imported) -> Iterator[str]:
    """Give a line each for the ids that are new, changed and gone beside the earlier edition, and for those that moved."""
    for word, names in (("new", made.new), ("changed", made.changed), ("gone", made.gone)):
        if names:
            yield f"{word}: {', '.join(names)}"
    if made.moved:
        yield f"moved to another section, so the id changed: {', '.join(f'{was} is now {now}' for was, now in made.moved)}"
