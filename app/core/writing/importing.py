"""Make an article of a file that somebody wrote: which kind of file it is, its language, and what the report tells of it."""

import datetime as dt

import msgspec
from msgspec import Struct

from app.core.article.content import Article
from app.core.base.labels import ENGLISH
from app.core.base.text import words
from app.core.files.check import problems
from app.core.files.shape import Problem
from app.core.language.lists import read_lists
from app.core.texts.files import read
from app.core.texts.lines import Reading, Remark, UnusableError
from app.core.writing.drafts import Draft, Statement
from app.core.writing.finishing import finish, is_language
from app.core.writing.keeping import Keeping
from app.core.writing.placing import place
from app.core.writing.shown import is_shown

GUESSED = ("en", "es", "de", "fr", "it", "pt", "nl", "sv")
LEAST_TOLD = 5
ENGLISH_SMALL = frozenset("the of and to in is that it for are with as be this or on at from not by have you your can when if do what should".split())  # noqa: SIM905


class Imported(Struct, frozen=True):
    """What was made: `content` are the bytes of a content file, `article` the same as values, `lines` tell which line each id comes from.

    `unit` is what lines are counted in: "line", in Word "paragraph". `unplaced` was not placed, `choices` were made for the author, `faults` keep the
    article from being opened; `new`, `changed` and `gone` are ids beside those of an earlier edition, `moved` old ids with their new ones.
    """

    content: bytes
    article: Article
    form: str
    unit: str
    lines: dict[str, int]
    unplaced: tuple[Remark, ...]
    choices: tuple[Remark, ...]
    faults: tuple[Problem, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()


def import_article(raw: bytes, name: str, today: dt.date, old: Article | None = None) -> Imported:
    """Return the article that a file makes, with all that its author should know; raise `UnusableError` with one plain line.

    `name` is that of the file; its end says only whether a text is Markdown. With `old`, an earlier edition, ids stay where a statement is the same,
    and what the file does not speak of is kept.
    """
    reading = read(raw, name)
    if not reading.blocks:
        raise UnusableError("it contains no text from which an article can be made")
    draft = place(reading)
    _language(draft, reading, old)
    keeping = Keeping(draft, old, is_shown=is_shown(reading.blocks)) if old is not None else None
    before: dict[str, Statement] = {}
    if keeping is not None:
        keeping.keep()
        chapters = [*draft.chapters, *([draft.questions] if draft.questions else [])]
        before = {statement.name: statement for chapter in chapters for statement in chapter.statements if statement.name}
    made = finish(draft, name, today, old)
    content = msgspec.json.format(msgspec.json.encode(made.article), indent=2) + b"\n"
    moved = tuple((was, statement.name) for was, statement in before.items() if was != statement.name)
    new, changed, gone = _compared(old, made.article) if old else ((), (), ())
    renamed = {was for was, _ in moved}
    return Imported(
        content=content,
        article=made.article,
        form=reading.form,
        unit=reading.unit,
        lines=made.lines,
        unplaced=tuple(sorted(draft.remarks, key=lambda remark: remark.line)),
        choices=tuple(sorted(draft.choices, key=lambda remark: remark.line)),
        faults=tuple(problem for problem in problems(content) if not problem.opens),
        new=tuple(name for name in new if name not in {now for _, now in moved}),
        changed=changed,
        gone=tuple(name for name in gone if name not in renamed),
        moved=moved,
    )


def _language(draft: Draft, reading: Reading, old: Article | None) -> None:
    """Decide the language: the one that is stated, that of the earlier edition, or the one whose small words are the most."""
    if draft.language and not is_language(draft.language):
        draft.remarks.append(Remark(0, "is not a language code such as en, es or pt-BR", draft.language))
        draft.language = ""
    if draft.language or old is not None:
        return
    counted = [word.folded for block in reading.blocks[:400] for word in words(block.text[:2000])]
    small = {base: _small(base) for base in GUESSED}
    told = {base: sum(word in small[base] for word in counted) for base in GUESSED}
    best = max(GUESSED, key=lambda base: told[base])
    text = " ".join(block.text[:200] for block in reading.blocks[:50])
    if told[best] >= LEAST_TOLD:
        draft.language = best
        if best != "en":
            draft.choices.append(
                Remark(0, "no language is stated, so it was guessed from the words; if it is wrong, write “language: …” before the text", best)
            )
        return
    right = sum("\u0590" <= char <= "\u08ff" for char in text)
    draft.language = "ar" if right > len(text) // 4 else "en"
    draft.choices.append(Remark(0, "no language is stated, and the program could not guess it; write “language: en” before the text", draft.language))


def _small(base: str) -> frozenset[str]:
    return ENGLISH_SMALL if base == "en" else frozenset(read_lists(base).small.split())


def _compared(old: Article, new: Article) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the ids that are new, those whose words changed, and those that are gone."""
    from app.core.article.statements import every, statements_of  # noqa: PLC0415

    before = {one.key: one for one in every(statements_of(old, ENGLISH))}
    after = {one.key: one for one in every(statements_of(new, ENGLISH))}
    changed = tuple(key for key, one in after.items() if key in before and one.fields != before[key].fields and not key.startswith("/"))
    return tuple(key for key in after if key not in before), changed, tuple(key for key in before if key not in after)
