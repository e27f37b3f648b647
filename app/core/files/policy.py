"""What a clinic's IT fixes for its machines: one small file, beside the program or in the machine's standard place."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from app.core.article.content import Record

NAME = "policy.json"
SMALLEST, LARGEST = 80, 300

Line = Annotated[str, Meta(max_length=200)]


class Clinic(Record, frozen=True):
    """The clinic's name and its own numbers for urgent calls, as they are shown and printed."""

    name: Line = ""
    numbers: Line = ""


class Allowed(Record, frozen=True):
    """What may leave the window: on paper, by the clipboard, as a file."""

    print: bool = True
    copy: bool = True
    export: bool = True


class Policy(Record, frozen=True):
    """The settings of a machine. Text size is in per cent; a content file is a path, a share included."""

    schema: Literal[1] = 1
    disclaimer: Annotated[Literal["always", "once"], Meta(description="once: not again for the same text, by the same user")] = "always"
    clinic: Clinic = Clinic()
    content: Annotated[str, Meta(max_length=1000)] | None = None
    allow: Allowed = Allowed()
    remember_place: bool = True
    remember_answers: bool = True
    text_size: int | None = None
    theme: Literal["system", "light", "dark", "contrast"] | None = None


NO_POLICY = Policy()
"""What holds where no policy lies: everything may leave, everything is kept that can be switched off."""

STRICTEST = Policy(allow=Allowed(print=False, copy=False, export=False), remember_place=False, remember_answers=False)
"""What holds while a policy is there that cannot be read: nothing leaves, nothing is kept."""


class Ruling(Struct, frozen=True):
    """A policy, the file it is from (None without one), and what is wrong with that file, in one line."""

    policy: Policy
    path: Path | None = None
    trouble: str = ""


def candidates(environment: Mapping[str, str], platform: str, executable: Path, *, frozen: bool) -> tuple[Path, ...]:
    """Return where a policy is looked for, the first that exists being the one: the machine's place, then the packaged program's folder."""
    if platform == "win32":
        machine = Path(environment.get("PROGRAMDATA") or r"C:\ProgramData") / "Cervical Reference" / NAME
    elif platform == "darwin":
        machine = Path("/Library/Application Support/Cervical Reference") / NAME
    else:
        machine = Path("/etc/cervical-reference") / NAME
    return (machine, executable.parent / NAME) if frozen else (machine,)


def standard_places() -> tuple[Path, ...]:
    """Return where the policy of this machine is looked for."""
    return candidates(os.environ, sys.platform, Path(sys.executable), frozen=getattr(sys, "frozen", False))


def rule(paths: Iterable[Path] | None = None) -> Ruling:
    """Return the policy of this machine; a damaged one gives way to the strictest, and says so."""
    for path in standard_places() if paths is None else paths:
        try:
            if path.exists():
                return _read(path)
        except (OSError, ValueError) as error:
            return Ruling(STRICTEST, path, _told(path, str(getattr(error, "strerror", None) or error)))
    return Ruling(NO_POLICY)


def _read(path: Path) -> Ruling:
    from app.core.files.differences import shape_problems  # noqa: PLC0415 - slow to load, and most machines have no policy
    from app.core.files.loader import UnreadableError, read_bytes  # noqa: PLC0415
    from app.core.files.shape import Problem  # noqa: PLC0415

    try:
        raw = read_bytes(path)
    except UnreadableError as error:
        return Ruling(STRICTEST, path, _told(path, str(error)))
    _, found = shape_problems(raw, Policy)
    if not found:
        policy = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Policy)
        if policy.text_size is None or SMALLEST <= policy.text_size <= LARGEST:
            return Ruling(_with_content_beside(policy, path), path)
        found = (Problem("text_size", f"must be from {SMALLEST} to {LARGEST}"),)
    return Ruling(STRICTEST, path, _told(path, "; ".join(map(str, found))))


def _with_content_beside(policy: Policy, path: Path) -> Policy:
    """Take a content path that is not absolute from the policy's own folder on."""
    return replace(policy, content=str(path.parent / policy.content)) if policy.content else policy


def _told(path: Path, reason: str) -> str:
    return f"The policy {path} cannot be used, so the strictest settings hold. {reason}"
