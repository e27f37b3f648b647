"""The Python files that PySide keeps as text inside its library and compiles at every start: compiled once, when the packages are built.

PySide looks for them in the folder `files.dir` beside `shiboken6` first, which its own documents offer for programs that are started often.
"""

import importlib
import importlib.util
import marshal
import sys
import zipfile
from pathlib import Path, PurePosixPath

FOLDER = PurePosixPath("shiboken6", "files.dir")

TOOLS = frozenset({"shibokensupport/signature/lib/pyi_generator.py"})
"""What only a developer's tool needs, which PySide imports all the same: an empty module stands in its place."""


def embedded() -> dict[str, bytes]:
    """Return the sources that PySide carries, by their paths; raise `LookupError` where a later version keeps them elsewhere."""
    importlib.import_module("shiboken6")
    try:
        archive: zipfile.ZipFile = sys.modules["signature_bootstrap"].prepare_zipfile()[1].zfile
    except (KeyError, AttributeError) as error:
        message = "PySide keeps its support files in another way now: see packaging/qt_support.py"
        raise LookupError(message) from error
    return {name: archive.read(name) for name in archive.namelist() if name.startswith("shibokensupport/") and name.endswith(".py")}


def compiled(work: Path) -> list[tuple[str, str]]:
    """Compile the sources into a folder and return them as PyInstaller's pairs: file on this machine, folder in the package."""
    made = []
    for name, source in sorted(embedded().items()):
        file = (work / FOLDER / name).with_suffix(".pyc")
        file.parent.mkdir(parents=True, exist_ok=True)
        code = compile(b"" if name in TOOLS else source, name, "exec", dont_inherit=True, optimize=2)
        unchecked_hash = (1).to_bytes(4, "little") + bytes(8)  # no time in it: every build of a commit is the same
        file.write_bytes(importlib.util.MAGIC_NUMBER + unchecked_hash + marshal.dumps(code))
        made.append((str(file), str((FOLDER / name).parent)))
    return made
