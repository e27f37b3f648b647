"""Write the bill of materials of a built folder as CycloneDX JSON: `python packaging/sbom.py [DIST]`.

Every component that the licence notices name is in it, with its licence and version, and under each the files that are its, with their SHA-256.
"""

import hashlib
import importlib.metadata
import json
import re
import sys
import uuid
from pathlib import Path
from typing import Any

import licences
from archive import NAME, ROOT, system
from moment import as_text, moment

from app import __version__

VERSION = "1.6"
Part = dict[str, Any]
"""One object of the bill, as JSON has it."""


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def bill(folder: Path, alone: Path | None = None) -> Part:
    """Return the bill of a built folder, and of the single file made from the same parts."""
    files: dict[str, list[Part]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            owner = licences.owner(name)
            files.setdefault(owner.id if owner else "", []).append(_file(path, name))
    parts = [_part(notice, files.pop(notice.id, [])) for notice in licences.read(folder) if notice.id != NAME]
    own = files.pop(NAME, [])
    if files:
        sys.exit("whose are these? " + ", ".join(part["name"] for rest in files.values() for part in rest))
    if alone is not None and alone.exists():
        own.append(_file(alone, alone.name))
    content = {"parts": parts, "own": own}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    whole = {"type": "application", "bom-ref": NAME, "name": NAME, "version": __version__, "licenses": licence("MIT"), "components": own}
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{VERSION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": as_text(moment()), "lifecycles": [{"phase": "build"}], "component": whole},
        "components": parts,
        "dependencies": [{"ref": NAME, "dependsOn": sorted(part["bom-ref"] for part in parts)}],
    }


def _file(path: Path, name: str) -> Part:
    part: Part = {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [{"alg": "SHA-256", "content": digest(path)}]}
    if path.is_symlink():
        part["properties"] = [{"name": f"{NAME}:link-to", "value": path.readlink().as_posix()}]
    return part


def _part(notice: licences.Notice, files: list[Part]) -> Part:
    component = next(one for one in licences.components() if one.id == notice.id)
    part: Part = {"type": "library", "bom-ref": notice.id, "name": notice.name, "version": notice.version, "licenses": licence(notice.licence)}
    if component.package and not component.inside and component.id != "qt":
        part["purl"] = f"pkg:pypi/{component.package.lower().replace('_', '-')}@{notice.version}"
    if notice.source:
        part["externalReferences"] = [{"type": "website", "url": notice.source}]
    inner = crates() if notice.id == "rust-crates" else files
    return part | ({"components": inner} if inner else {})


def crates() -> list[Part]:
    """Return the Rust crates that jellyfish's own bill names as part of its library."""
    distribution = importlib.metadata.distribution("jellyfish")
    found = [path for path in distribution.files or () if path.name.endswith(".cyclonedx.json")]
    listed = json.loads(Path(str(found[0].locate())).read_text(encoding="utf-8"))["components"] if found else []
    kept = ("type", "name", "version", "licenses", "purl")
    return [
        {"bom-ref": f"crate:{one['name']}@{one['version']}"} | {key: one[key] for key in kept if key in one}
        for one in listed
        if one.get("scope") != "excluded"
    ]


def licence(expression: str) -> list[Part]:
    """Return a licence as the format writes it: a name of SPDX's list by itself, everything else as an expression."""
    return [{"expression": expression}] if re.search(r" |LicenseRef", expression) else [{"license": {"id": expression}}]


def write(dist: Path) -> Path:
    """Write the bill of what was built beside it, and return its path."""
    alone = next(iter(sorted(dist.glob(f"{NAME}-single*"))), None)
    path = dist / f"{system()}.cdx.json"
    path.write_text(json.dumps(bill(dist / NAME, alone), indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    print(write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"))
