"""Write the bill of materials of a built folder as CycloneDX JSON: `python packaging/sbom.py [DIST]`.

Every component that the licence notices name is in it, with its licence and version, and under each the files that are its, with their SHA-256.
"""

import argparse
import hashlib
import json
import re
import sys
import uuid
from pathlib import Path
from urllib.parse import quote

import licences
from archive import NAME, ROOT, system
from crates import Part, crates, licence_of
from moment import as_text, moment

from app import __version__

VERSION = "1.6"


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
    known = {one.id: one for one in licences.components()}
    parts = [_part(notice, known[notice.id], files.pop(notice.id, [])) for notice in licences.read(folder) if notice.id != NAME]
    own = files.pop(NAME, [])
    if files:
        sys.exit("whose are these? " + ", ".join(part["name"] for rest in files.values() for part in rest))
    if alone is not None and alone.exists():
        own.append(_file(alone, alone.name))
    content = {"parts": parts, "own": own}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    whole: Part = {"type": "application", "bom-ref": NAME, "name": NAME, "version": __version__, "licenses": licence("MIT"), "components": own}
    whole |= {"supplier": {"name": known[NAME].supplier}, "purl": f"{known[NAME].purl}@{__version__}", "cpe": cpe(known[NAME].cpe, __version__)}
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{VERSION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": as_text(moment()), "lifecycles": [{"phase": "build"}], "supplier": whole["supplier"], "component": whole},
        "components": parts,
        "dependencies": [{"ref": NAME, "dependsOn": sorted(part["bom-ref"] for part in parts)}],
    }


def _file(path: Path, name: str) -> Part:
    part: Part = {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [{"alg": "SHA-256", "content": digest(path)}]}
    if path.is_symlink():
        part["properties"] = [{"name": f"{NAME}:link-to", "value": path.readlink().as_posix()}]
    return part


def _part(notice: licences.Notice, component: licences.Component, files: list[Part]) -> Part:
    part: Part = {"type": "library", "bom-ref": notice.id, "name": notice.name, "version": notice.version, "licenses": licence(notice.licence)}
    part |= {"supplier": {"name": component.supplier}, "purl": notice.purls[0], "cpe": cpe(component.cpe, notice.version)}
    if notice.purls[1:]:  # one component whose files come from several packages
        part["properties"] = [{"name": f"{NAME}:also-from", "value": purl} for purl in notice.purls[1:]]
    if notice.source:
        part["externalReferences"] = [{"type": "website", "url": notice.source}]
    inner = crate_parts(component.id, component.package) if component.crates else files
    return part | ({"components": inner} if inner else {})


def crate_parts(inside: str, package: str) -> list[Part]:
    """Return the Rust crates of a package as parts of the component with this id."""
    return [
        {
            "type": "library",
            "bom-ref": f"{inside}:{crate['name']}@{crate['version']}",
            "supplier": {"name": "crates.io"},
            "name": crate["name"],
            "version": crate["version"],
            "licenses": licence(licence_of(crate)),
            "cpe": cpe(f"{crate['name']}:{crate['name']}", crate["version"], "rust"),
            "purl": f"pkg:cargo/{crate['name']}@{quote(crate['version'], safe=licences.IN_PURL)}",
        }
        for crate in crates(package)
    ]


def cpe(product: str, version: str, target: str = "*") -> str:
    """Return the CPE 2.3 name of a version of a product (`vendor:product`), with what has a meaning there escaped; `target` is the language."""
    escaped = re.sub(r"([^\w.-])", r"\\\1", version, flags=re.ASCII)
    return f"cpe:2.3:a:{product}:{escaped or '*'}:*:*:*:*:{target}:*:*"


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
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("dist", nargs="?", type=Path, default=ROOT / "dist", help="where the folder build is (%(default)s)")
    print(write(line.parse_args().dist))
