"""What a clinic's IT fixes for its machines: one small file, beside the program or in the machine's standard place."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from app.core.article.content import Record

NAME = "policy.json"
SMALLEST, LARGEST = 80, 300

Part = TypeVar("Part", bound=Record)

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
    """The settings of a machine. Text size is in per cent; a content file and the folders of a library are paths, shares included."""

    schema: Literal[1] = 1
    disclaimer: Annotated[Literal["always", "once"], Meta(description="once: not again for the same text, by the same user")] = "always"
    clinic: Clinic = Clinic()
    content: Annotated[str, Meta(max_length=1000)] | None = None
    library: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=1000)], ...], Meta(max_length=20)] = ()
    may_add: bool = True
    allow: Allowed = Allowed()
    remember_place: bool = True
    remember_answers: bool = True
    remember_clinic: bool = True
    text_size: int | None = None
    theme: Literal["system", "light", "dark", "contrast"] | None = None


NO_POLICY = Policy()
"""What holds where no policy lies: everything may leave, everything is kept that can be switched off."""

STRICTEST = Policy(
    may_add=False, allow=Allowed(print=False, copy=False, export=False), remember_place=False, remember_answers=False, remember_clinic=False
)
"""What holds in the place of what cannot be read in a policy: nothing leaves, nothing is kept."""


class PolicyFile(Struct, frozen=True):
    """A policy, the file it is from (None without one), and what is wrong with that file, in one line.

    `may_name_an_article` says that the file may name one in a part that could not be read.
    """

    policy: Policy
    path: Path | None = None
    trouble: str = ""
    may_name_an_article: bool = False

    @property
    def settings(self) -> tuple[str, ...]:
        """What holds on this machine and would not without a policy, such as `allow.copy: false`; in the order of the form."""
        return tuple(_settings(self.policy, NO_POLICY, ""))


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


def read_policy(paths: Iterable[Path] | None = None) -> PolicyFile:
    """Return the policy of this machine; what is wrong in it gives way to the strictest setting, and says so."""
    for path in standard_places() if paths is None else paths:
        try:
            if path.exists():
                return _read(path)
        except (OSError, ValueError) as error:
            return _unreadable(path, str(getattr(error, "strerror", None) or error))
    return PolicyFile(NO_POLICY)


def _read(path: Path) -> PolicyFile:
    from app.core.base.text import ended  # noqa: PLC0415 - slow to load, and most machines have no policy
    from app.core.files.differences import shape_problems  # noqa: PLC0415
    from app.core.files.loader import UnreadableError, read_bytes  # noqa: PLC0415
    from app.core.files.shape import Problem  # noqa: PLC0415

    try:
        raw = read_bytes(path)
    except UnreadableError as error:
        return _unreadable(path, str(error))
    data, found = shape_problems(raw, Policy)
    size = data.get("text_size") if isinstance(data, dict) else None
    if type(size) is int and not SMALLEST <= size <= LARGEST:
        found = (*found, Problem("text_size", f"must be from {SMALLEST} to {LARGEST}"))
    if not found:
        return PolicyFile(_with_paths_beside(msgspec.convert(data, Policy), path), path)
    told = " ".join(ended(str(problem)) for problem in found)
    wrong = {problem.where for problem in found}
    if not isinstance(data, dict) or "schema" in wrong:  # the fields of another form may mean something else
        return _unreadable(path, told)
    is_known = _is_known(data, Policy())
    held = _held(data, STRICTEST, NO_POLICY if is_known else STRICTEST, wrong)
    others = "For each of these fields, the strictest setting is used."
    if not is_known:
        others = "Fields without mistakes are used; for all others the strictest setting is used, because an unknown name may be a misspelt field."
    trouble = f"The policy {path} has mistakes. {others} {told}"
    return PolicyFile(_with_paths_beside(held, path), path, trouble, held.content is None and ("content" in wrong or not is_known))


def _held(data: dict[str, Any], strictest: Part, usual: Part, wrong: AbstractSet[str], prefix: str = "") -> Part:
    """Return what holds of decoded data: what is right; for what is wrong the strictest setting, and for what is left out the usual one."""
    values: dict[str, Any] = {}
    for name in usual.__struct_fields__:
        where, strict = f"{prefix}{name}", getattr(strictest, name)
        if where in wrong:
            values[name] = strict
        elif name in data:
            inner = isinstance(strict, Record)
            values[name] = _held(data[name], strict, getattr(usual, name), wrong, f"{where}.") if inner else data[name]
    return replace(usual, **values)


def _is_known(data: dict[str, Any], form: Record) -> bool:
    """Return whether every name in decoded data is one of the form's."""
    inner = ((data.get(name), getattr(form, name)) for name in form.__struct_fields__)
    parts = [(value, part) for value, part in inner if isinstance(part, Record) and isinstance(value, dict)]
    return set(data) <= set(form.__struct_fields__) and all(_is_known(value, part) for value, part in parts)


def _settings(now: Record, usual: Record, prefix: str) -> Iterator[str]:
    for name in now.__struct_fields__:
        value, other = getattr(now, name), getattr(usual, name)
        if isinstance(value, Record):
            yield from _settings(value, other, f"{prefix}{name}.")
        elif value != other:
            yield f"{prefix}{name}: {msgspec.json.encode(value).decode()}"


def _with_paths_beside(policy: Policy, path: Path) -> Policy:
    """Take paths that are not absolute from the policy's own folder on."""
    content = str(path.parent / policy.content) if policy.content else policy.content
    return replace(policy, content=content, library=tuple(str(path.parent / folder) for folder in policy.library))


def _unreadable(path: Path, reason: str) -> PolicyFile:
    return PolicyFile(STRICTEST, path, f"The policy {path} cannot be used, so the strictest settings are used. {reason}", may_name_an_article=True)
