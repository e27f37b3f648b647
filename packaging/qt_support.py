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

CHANGED = "PySide keeps its support files in another way now: see packaging/qt_support.py"

TOOLS = frozenset({f"shibokensupport/{name}.py" for name in ("feature", "signature/lib/enum_sig", "signature/lib/pyi_generator")})
"""What PySide imports all the same, but needs only for a developer's tool, or for those who ask for Qt's methods by other names: an empty module
stands in its place."""

LATER = frozenset({f"shibokensupport/signature/{name}.py" for name in ("parser", "layout", "lib/tool")})
"""What PySide needs to say which arguments a method takes, as in the message of an error; they load `inspect` and `ast`. Another module stands in the
place of each, which loads it when it is asked for something."""

REAL = "_when_asked"
"""What the name of a module ends with that is loaded later."""

LOADING = b"""
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    import importlib
    return getattr(importlib.import_module(__name__ + "%s"), name)
""" % REAL.encode()

CHOSEN = b"""
import sys
sys.pyside6_option_python_enum = True
"""
"""What the parser does at once, and not only when it is asked: it chooses Python's enumerations."""

LOADER, PARSER = "shibokensupport/signature/loader.py", "shibokensupport/signature/parser.py"

UNWATCHED = b"\n\ndef post_init():\n    pass\n"
"""What stands at the end of the loader: nobody watches imports. By itself PySide looks for the source of every module that is imported, to learn
whether its methods may be asked for by other names there; in a package there is no source, and the search takes longer than the import."""


def embedded() -> dict[str, bytes]:
    """Return the sources that PySide carries, by their paths; raise `LookupError` where a later version keeps them elsewhere."""
    importlib.import_module("shiboken6")
    try:
        archive: zipfile.ZipFile = sys.modules["signature_bootstrap"].prepare_zipfile()[1].zfile
    except (KeyError, AttributeError) as error:
        raise LookupError(CHANGED) from error
    found = {name: archive.read(name) for name in archive.namelist() if name.startswith("shibokensupport/") and name.endswith(".py")}
    if not found.keys() >= LATER | TOOLS or b"def post_init():" not in found[LOADER] or b"PYSIDE6_OPTION_PYTHON_ENUM" not in found[PARSER]:
        raise LookupError(CHANGED)
    return found


def compiled(work: Path) -> list[tuple[str, str]]:
    """Compile the sources into a folder and return them as PyInstaller's pairs: file on this machine, folder in the package."""
    made = []
    for name, source in sorted(modules(embedded()).items()):
        code = compile(source, name, "exec", dont_inherit=True, optimize=2)
        file = (work / FOLDER / name).with_suffix(".pyc")
        file.parent.mkdir(parents=True, exist_ok=True)
        unchecked_hash = (1).to_bytes(4, "little") + bytes(8)  # no time in it: every build of a commit is the same
        file.write_bytes(importlib.util.MAGIC_NUMBER + unchecked_hash + marshal.dumps(code))
        made.append((str(file), str((FOLDER / name).parent)))
    return made


def modules(sources: dict[str, bytes]) -> dict[str, bytes]:
    """Return the modules as the package has them, by their paths."""
    made = {name: b"" if name in TOOLS else LOADING if name in LATER else source for name, source in sources.items()}
    made |= {name.replace(".py", f"{REAL}.py"): sources[name] for name in LATER}
    made[LOADER] += UNWATCHED
    made[PARSER] += CHOSEN
    return made
