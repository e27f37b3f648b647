"""The Rust crates that a compiled library is made of, as the bill of materials in its own wheel lists them."""

import importlib.metadata
import json
import re
from pathlib import Path
from typing import Any

Part = dict[str, Any]
"""One object of a bill, as JSON has it."""

WRITES_CODE = re.compile(r"#(proc-macro2|quote|syn)@")
"""What asks for one of these works while the library is compiled, and is no part of it."""

ELSEWHERE = re.compile(
    r"android_system_properties|core-foundation-sys|iana-time-zone-haiku|js-sys|portable-atomic|r-efi|wasi|wasm-bindgen"
    r"|winapi-\w+-pc-windows-gnu|windows_(aarch64|i686)_\w+|windows_x86_64_gnu(llvm)?"
)
"""Crates of systems, processors and compilers that the packages are not made for; a bill may list those of every system."""


def crates(package: str) -> list[Part]:
    """Return the crates that are compiled into an installed Python package; none where it brings no bill."""
    found = [path for path in importlib.metadata.distribution(package).files or () if path.name.endswith(".cyclonedx.json")]
    return compiled(json.loads(Path(str(found[0].locate())).read_text(encoding="utf-8"))) if found else []


def compiled(bill: Part) -> list[Part]:
    """Return the crates of a bill that are part of what it is about: all that it asks for, but for what only works while it is made."""
    listed = {part["bom-ref"]: part for part in bill["components"]}
    asked = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    left_out = {
        ref
        for ref, part in listed.items()
        if part.get("scope") == "excluded" or ELSEWHERE.fullmatch(part["name"]) or any(map(WRITES_CODE.search, asked.get(ref, [])))
    }
    kept: set[str] = set()
    waiting = [bill["metadata"]["component"]["bom-ref"]]
    while waiting:
        new = {ref for ref in asked.get(waiting.pop(), []) if ref in listed and ref not in left_out | kept}
        kept |= new
        waiting += new
    return [part for ref, part in listed.items() if ref in kept]


def licence_of(crate: Part) -> str:
    """Return the licence of a crate as one expression."""
    return re.sub(r"\s+", " ", " AND ".join(one["expression"] for one in crate["licenses"]))


def unnamed(crates: list[Part], text: str) -> list[str]:
    """Return the crates that a text with their notices does not name."""
    return sorted({crate["name"] for crate in crates if not re.search(rf"(^|[\s,]){re.escape(crate['name'])}[,:\s]", text, re.MULTILINE)})
