"""Mark the words of the glossary where they first stand on a page."""

from collections.abc import Iterable
from typing import TypeGuard

from msgspec.structs import replace

from app.core.article.content import Term
from app.core.article.terms import forms_of, pattern_of
from app.core.base.text import Span, fold
from app.core.pages.blocks import Block, Blocks, Item, Paragraph, Run


class Marker:
    """Knows the terms of one article that are used in its text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._places = {form: term.id for term in terms if term.in_article for form in forms_of(term)}
        self._pattern = pattern_of(self._places)

    def mark(self, blocks: Iterable[Block]) -> Blocks:
        """Return the blocks of a page with each term marked where it first stands in a statement."""
        seen: set[str] = set()
        return tuple(replace(block, runs=self._marked(block.runs, seen)) if _is_statement(block) else block for block in blocks)

    def _marked(self, runs: tuple[Run, ...], seen: set[str]) -> tuple[Run, ...]:
        made: list[Run] = []
        for run in runs:
            at = 0
            for (start, end), place in self._found(run.text) if run.target is None else ():
                if place in seen:
                    continue
                seen.add(place)
                made += [replace(run, text=run.text[at:start])] * (start > at) + [replace(run, text=run.text[start:end], target=place, term=True)]
                at = end
            made += [replace(run, text=run.text[at:])] * (at < len(run.text))
        return tuple(made)

    def _found(self, text: str) -> Iterable[tuple[Span, str]]:
        folded = [fold(char) for char in text]
        if self._pattern is None or any(len(char) != 1 for char in folded):  # where folding changes lengths, positions would be wrong
            return ()
        return tuple((found.span(), self._places[found[0]]) for found in self._pattern.finditer("".join(folded)))


def _is_statement(block: Block) -> TypeGuard[Paragraph | Item]:
    return isinstance(block, Paragraph | Item) and bool(block.place) and not (isinstance(block, Paragraph) and block.quiet)
