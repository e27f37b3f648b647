"""What the three readers give and one placing takes: the lines of a text as a row of blocks, each with the number of its first line."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "image", "code", "html"]


class Written(Struct, frozen=True):
    """One block of the text.

    `level` is that of a heading (1 the highest), or the depth of an item (0 the outermost). `text` holds words without marks; a line break within it
    is one of the file. `lead` is the bold beginning of the text, `parts` are the blocks of a quotation, `rows` those of a table. `target` is the
    address of an image, `name` an id written behind the text, as in `{#brewing/time}`. `number` is that of an item in a counted list, as written.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    lead: str = ""
    parts: tuple["Written", ...] = ()
    rows: tuple[str, ...] = ()
    target: str = ""
    name: str = ""
    number: str = ""

    @property
    def words(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())

    @property
    def is_bold(self) -> bool:
        """Whether all of the text is bold."""
        return bool(self.lead) and self.lead == self.words


class Remark(Struct, frozen=True):
    """Something that was not placed, or that was decided for the author: `line` 0 is the whole file; `words` are those it is about.

    What is `beside` the text, as the furniture of a web page is, asks nothing of the author. `kept` says that the words stand in the article all
    the same, such as those of a link, so that nothing is lost that a reader would see. `slip` says of something that was decided for the author
    that they most likely meant something else, such as a name that leads nowhere.
    """

    line: int
    what: str
    words: str = ""
    beside: bool = False
    kept: bool = False
    slip: bool = False


class Given(Struct, frozen=True):
    """A value that stands before the text, as `key: value`."""

    value: str
    line: int


class Reading(Struct, frozen=True):
    """A text that has been read: `form` is what it is, `unit` what its numbers count, `front` what stands before the text."""

    form: str
    blocks: tuple[Written, ...]
    front: dict[str, Given] = {}
    remarks: tuple[Remark, ...] = ()
    unit: str = "line"


class UnusableError(Exception):
    """The file is nothing that an article can be made from; the message is one plain line for its author."""
