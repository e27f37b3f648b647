"""What is remembered from one start to the next, as far as the machine's policy lets it be."""

import hashlib
from typing import TypeVar

from msgspec.structs import replace

from app.core.article.content import Disclaimer
from app.core.files.policy import Policy
from app.ui.shell.settings import Left, Remembered

Some = TypeVar("Some", Left, Remembered)

MOST_OTHERS = 20
"""Articles that are remembered besides the one that is open; of more, the first are forgotten."""

MOST_MARKS = 4
"""Texts of an article's disclaimer that stay accepted; of more, the first are forgotten."""


def at_start(remembered: Remembered, policy: Policy) -> Remembered:
    """Return what a start begins with: what is remembered, less what the policy has forgotten, with what it sets."""
    kept = _allowed(remembered, policy)
    theme = policy.theme or kept.theme
    return replace(kept, theme=theme, text_size=policy.text_size or kept.text_size)


def of_article(remembered: Remembered, article: str) -> Remembered:
    """Return what is remembered with an article in the place of the one that was open, each with its own place, answers, disclaimer and lessons."""
    if remembered.article in {article, ""}:
        return replace(remembered, article=article)
    others = {name: left for name, left in remembered.others.items() if name != remembered.article}
    others[remembered.article] = Left(remembered.place, remembered.scroll, remembered.open_answers, remembered.disclaimer, remembered.lessons)
    here = others.pop(article, Left())
    kept = dict(list(others.items())[-MOST_OTHERS:])
    return replace(
        remembered,
        article=article,
        others=kept,
        place=here.place,
        scroll=here.scroll,
        open_answers=here.open_answers,
        disclaimer=here.disclaimer,
        lessons=here.lessons,
    )


def for_storage(remembered: Remembered, policy: Policy, own: Remembered) -> Remembered:
    """Return what may be stored; `own` is what was stored before: theme and text size stay the reader's own where the policy sets them."""
    kept = _allowed(remembered, policy)
    theme = own.theme if policy.theme is not None else kept.theme
    return replace(kept, theme=theme, text_size=own.text_size if policy.text_size is not None else kept.text_size)


def _allowed(remembered: Remembered, policy: Policy) -> Remembered:
    """Leave out what the policy forbids, and of the clinic's line what is the policy's own: that may be another one by the next start."""
    kept = _without(remembered, policy)
    own = policy.clinic
    if not policy.remember_clinic:
        kept = replace(kept, clinic="", phone="")
    kept = replace(kept, clinic="" if kept.clinic == own.name else kept.clinic, phone="" if kept.phone == own.numbers else kept.phone)
    return replace(kept, others={name: _without(left, policy) for name, left in remembered.others.items()})


def _without(left: Some, policy: Policy) -> Some:
    kept = left
    if not policy.remember_place:
        kept = replace(kept, place="", scroll=0.0, lessons=[])
    if not policy.remember_answers:
        kept = replace(kept, open_answers=[])
    return kept if policy.disclaimer == "once" else replace(kept, disclaimer="")


def was_accepted(marks: str, disclaimer: Disclaimer) -> bool:
    """Return whether a disclaimer's text is among those that were accepted."""
    return mark_of(disclaimer) in marks.split()


def with_mark(marks: str, disclaimer: Disclaimer) -> str:
    """Return the marks of the texts that were accepted, with a disclaimer's own as the last one.

    One article can have several: while a share is down, the article that comes with the program stands in for another edition of it.
    """
    own = mark_of(disclaimer)
    return " ".join([*(mark for mark in marks.split() if mark != own), own][-MOST_MARKS:])


def mark_of(disclaimer: Disclaimer) -> str:
    """Return what tells one disclaimer's text from another (SHA-256, hexadecimal)."""
    return hashlib.sha256("\n".join((disclaimer.title, *disclaimer.text)).encode()).hexdigest()
