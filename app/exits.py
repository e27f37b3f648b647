"""The exit codes, and how an error is told on the command line."""

import sys

DONE = 0
WRONG_CONTENT = FAILED = 1
UNREADABLE = 2
NO_WINDOW = 3


def complain(message: str) -> None:
    """Print one plain line on standard error, where there is one."""
    if sys.stderr is not None:
        print(f"cervical-reference: {' '.join(message.split())}", file=sys.stderr)


def say(line: str) -> None:
    """Print one line on standard output, where there is one."""
    if sys.stdout is not None:
        print(line)
