"""Long work in steps: whoever does it may do something else between two of them."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")

Steps = Generator[None, None, Result]
"""Work that lets go after each of its steps, and returns what it has made."""


def at_once(steps: Steps[Result]) -> Result:
    """Take all steps now and return what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Result = end.value
            return made
