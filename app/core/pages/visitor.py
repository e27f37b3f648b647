"""One method for each kind of block: every output derives from this, so that type checking finds one that lacks a kind."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar, assert_never

from app.core.pages.blocks import Block, Divider, Drawing, Heading, Item, Links, Notes, Paragraph, UrgentBox

Made = TypeVar("Made")


class BlockVisitor(ABC, Generic[Made]):
    """Makes something of one block at a time."""

    def visit(self, block: Block) -> Made:  # noqa: PLR0911 - one return for each kind of block
        """Return what is made of a block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Item():
                return self._item(block)
            case Notes():
                return self._notes(block)
            case Links():
                return self._links(block)
            case Drawing():
                return self._drawing(block)
            case UrgentBox():
                return self._urgent(block)
            case Divider():
                return self._divider()
            case _:
                assert_never(block)

    @abstractmethod
    def _heading(self, block: Heading) -> Made:
        """Return what is made of a heading."""

    @abstractmethod
    def _paragraph(self, block: Paragraph) -> Made:
        """Return what is made of a paragraph."""

    @abstractmethod
    def _item(self, block: Item) -> Made:
        """Return what is made of an item of a list."""

    @abstractmethod
    def _notes(self, block: Notes) -> Made:
        """Return what is made of the evidence notes beside a passage."""

    @abstractmethod
    def _links(self, block: Links) -> Made:
        """Return what is made of a row of links."""

    @abstractmethod
    def _drawing(self, block: Drawing) -> Made:
        """Return what is made of a figure."""

    @abstractmethod
    def _urgent(self, block: UrgentBox) -> Made:
        """Return what is made of the box that says when to call."""

    @abstractmethod
    def _divider(self) -> Made:
        """Return what is made of a line between parts."""
