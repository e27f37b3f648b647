"""What Windows shows of a program under *Properties, Details*: name, version, description, copyright."""

import re
import tomllib
from pathlib import Path

from app import NAME, __version__

ENGLISH, UNICODE = 0x0409, 1200
"""Language and encoding of the texts."""


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as Windows counts: four whole numbers; what follows them (`rc1`) is in the texts alone."""
    found = re.match(r"\d+(?:\.\d+){0,3}", version)
    numbers = [min(int(part), 0xFFFF) for part in found[0].split(".")] if found else []
    first, second, third, fourth, *_ = [*numbers, 0, 0, 0, 0]
    return first, second, third, fourth


def strings(project: str, licence: str, program: str) -> dict[str, str]:
    """Return the texts for a program, from `pyproject.toml` and the licence."""
    table = tomllib.loads(project)["project"]
    copyright_line = next(line for line in licence.splitlines() if line.startswith("Copyright"))
    terms = f"{table['license']['text']} licence"
    return {
        "CompanyName": copyright_line.partition(" the ")[2],
        "FileDescription": f"{NAME}: {table['description'][0].lower()}{table['description'][1:]}",
        "FileVersion": __version__,
        "InternalName": program,
        "LegalCopyright": f"{copyright_line}. {terms}; Qt under the LGPL, version 3.",
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": __version__,
    }


def as_file(version: str, texts: dict[str, str]) -> str:
    """Return the file that PyInstaller reads a version resource from."""
    numbers = four_numbers(version)
    rows = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0), kids=[\n"
        f"  StringFileInfo([StringTable('{ENGLISH:04X}{UNICODE:04X}', [{rows}])]),\n"
        f"  VarFileInfo([VarStruct('Translation', [{ENGLISH}, {UNICODE}])]),\n])\n"
    )


def write(root: Path, work: Path, program: str) -> str:
    """Write the file for a program into the work folder and return its path."""
    texts = strings((root / "pyproject.toml").read_text(encoding="utf-8"), (root / "LICENSE").read_text(encoding="utf-8"), program)
    work.mkdir(parents=True, exist_ok=True)
    path = work / f"{program}-version.txt"
    path.write_text(as_file(__version__, texts), encoding="utf-8")
    return str(path)
