"""What belongs into the bundle: an allow-list, checked against what the program imports and what its libraries need."""

import ast
import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from moment import as_last_day, moment

from app.core.base.built import FILE
from app.core.base.steps import at_once
from app.core.figures.figure import FOUND_GOOD
from app.core.files.check import problems
from app.core.files.indexes import Indexes
from app.core.files.loader import load
from app.core.search.stored import FOLDER, FORM, form

Entry = tuple[str, str, str]
"""PyInstaller's triple: name in the bundle, file on this machine, kind."""

QT_MODULES = frozenset({"QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets"})
"""The Qt modules that the program may import; the build fails when it imports another."""

QT_LIBRARIES = QT_MODULES | {"QtDBus", "QtXcbQpa", "QtWaylandClient"}
"""With what their window systems need: D-Bus carries accessibility on Linux."""

PLUGINS = (
    "platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)",
    "platforminputcontexts/",
    "platformthemes/(lib)?qxdgdesktopportal",
    "wayland-shell-integration/libxdg-shell",
    "wayland-decoration-client/libbradient",
    "printsupport/",
    "styles/",
)
"""Qt's plugins that are kept, printing among them (on Linux it speaks to the machine's own libcups); no image formats, since PNG is built in and
SVG is drawn by QtSvg."""

EXTENSIONS = {
    "_bisect", "_blake2", "_contextvars", "_csv", "_ctypes", "_datetime", "_decimal", "_heapq", "_json", "_md5", "_opcode", "_pickle", "_random",
    "_sha1", "_sha256", "_sha3", "_sha512", "_statistics", "_struct", "_typing", "_uuid", "array", "binascii", "fcntl", "grp", "math", "mmap",
    "pyexpat", "select", "unicodedata", "zlib",
}  # fmt: skip
"""Python's own extension modules that are kept."""

EXCLUDED_MODULES = [
    "PySide6.QtNetwork", "_hashlib", "_socket", "_ssl", "asyncio", "bz2", "concurrent", "curses", "doctest", "email", "ftplib", "getpass", "http",
    "lzma", "mimetypes", "multiprocessing", "netrc", "optparse", "pdb", "pydoc", "sqlite3", "ssl", "smtplib", "socket", "socketserver", "tkinter",
    "typing_extensions", "unittest", "urllib.error", "urllib.request", "urllib.response", "webbrowser", "xml", "xmlrpc",
    "attr", "attrs", "setuptools", "pkg_resources", "_distutils_hack",
]  # fmt: skip
"""Modules that the program does not use, among them all that can open a connection."""

IDLE_HOOKS = frozenset({"pyi_rth_inspect"})
"""What PyInstaller would do at each start for those who look for the source of a module: it loads `inspect` and `zipfile`."""

STRIP = sys.platform.startswith("linux")
"""Take debugging symbols out; elsewhere they are not in the files to begin with."""

SET_ASIDE = frozenset() if sys.platform == "darwin" else frozenset({"tantivy/tantivy"})
"""Compiled modules that a single file unpacks only when they are used; on macOS PyInstaller has to sign what is unpacked."""

SYSTEM = (
    "ld-linux", "libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "libutil.so",
    "libstdc++.so", "libgcc_s.so", "libexpat.so", "libxcb.so", "libwayland-", "libEGL.so", "libGL.so", "libGLX.so", "libOpenGL.so", "libdbus-1.so",
    "libcups.so",
)  # fmt: skip
"""Libraries that are the machine's own: they belong to its kernel, its graphics driver, its message bus, or are there on every desktop; newer copies
than the machine's would need a newer glibc."""

KEPT_LIBRARIES = re.compile(
    r"^lib(python3|z|zstd|ffi|uuid|glib-2|gthread-2|pcre2-8|icudata|icui18n|icuuc|fontconfig|freetype|png16|brotlicommon"
    r"|brotlidec|X11|X11-xcb|Xau|Xdmcp|bsd|md|xcb|xcb-\w+(-\w+)?|xkbcommon|xkbcommon-x11|shiboken6|pyside6)(?=[.\-\d]|$)"
)
"""Other libraries that travel with the program, so that a small system lacks none of them."""


def resources(root: Path, work: Path) -> list[tuple[str, str]]:
    """Return the data files: content, schema, icons, and what the build makes of them.

    That is the hash of each article and of its figures, which are checked here once and for all, the search's data of them, and the day of the build.
    """
    articles = [root / "resources" / name for name in ("content.json", "handbook/content.json")]
    stamps = [stamp(content, work / content.parent.name) for content in articles]
    day = work / FILE
    day.write_text(as_last_day(moment()), encoding="ascii")
    index = write_index(articles, work / FOLDER.name)
    figures = work / FOUND_GOOD
    figures.write_text("\n".join(sorted(hashlib.sha256(raw).hexdigest() for raw in figures_of(articles))), encoding="ascii")
    return [
        (str(root / "resources"), "resources"),
        *((str(made), content.parent.relative_to(root).as_posix()) for made, content in zip(stamps, articles, strict=True)),
        (str(day), "resources"),
        (str(figures), "resources"),
        (str(index), f"resources/{FOLDER.name}"),
    ]


def stamp(content: Path, folder: Path) -> Path:
    """Check an article, write its hash into a folder and return that file; end the build when something is wrong with it."""
    raw = content.read_bytes()
    if found := problems(raw, content.parent):
        sys.exit("\n".join(f"{content}: {problem}" for problem in found))
    made = folder / content.with_suffix(".sha256").name
    folder.mkdir(parents=True, exist_ok=True)
    made.write_text(hashlib.sha256(raw).hexdigest(), encoding="ascii")
    return made


def figures_of(articles: Iterable[Path]) -> list[bytes]:
    """Return the figures of articles that have been checked."""
    return [raw for article in articles for raw in load(article).figures.files.values() if isinstance(raw, bytes)]


def write_index(articles: Iterable[Path], folder: Path) -> Path:
    """Make the search's data of the articles in a folder, with the form by which a package reads them, and return the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    indexes = Indexes(folder, bundled=folder)
    for loaded in map(load, articles):
        at_once(indexes.making(loaded))
        if indexes.find(loaded) is None:
            sys.exit(f"the search's data could not be kept in {folder}")
    (folder / FORM).write_text(form(), encoding="ascii")
    return folder


def set_aside(analysis: "Analysis", work: Path) -> tuple[list[Entry], list[Entry]]:
    """Return the libraries for a single file, without those that few need, and modules that unpack these when they are asked for (`set_aside.py`).

    A single file unpacks all its libraries at every start.
    """
    kept = [entry for entry in analysis.binaries if entry[0].replace("\\", "/").partition(".")[0] not in SET_ASIDE]
    made: list[Entry] = []
    for name, file, kind in analysis.binaries:
        if (name, file, kind) not in kept:
            path = name.replace("\\", "/")
            module = path.partition(".")[0].replace("/", ".")
            source = work / f"{module}.py"
            library = stripped(Path(file), work / f"{module}.library")
            loader = (Path(__file__).parent / "set_aside.py").read_text(encoding="utf-8")
            source.write_text(f"{loader}\n\nload(__name__, {path!r}, {library!r})\n", encoding="utf-8", newline="\n")
            made.append((module, str(source), "PYMODULE-2"))
    return kept, made


def stripped(library: Path, copy: Path) -> bytes:
    """Return a library without debugging symbols, as it is in the folder."""
    if not STRIP:
        return library.read_bytes()
    shutil.copyfile(library, copy)
    subprocess.run(["strip", str(copy)], check=True)
    return copy.read_bytes()


def imported_qt_modules(root: Path) -> set[str]:
    """Return the Qt modules that the program's source imports, also inside functions."""
    found: set[str] = set()
    for path in (root / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                parts = (node.module or "").split(".")
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("PySide6.")}
    return found


def belongs(name: str) -> bool:
    """Return whether a binary of this name in the bundle is wanted."""
    path = name.replace("\\", "/")
    base = path.rpartition("/")[2]
    if "/plugins/" in path:
        return any(re.match(pattern, path.partition("/plugins/")[2]) for pattern in PLUGINS)
    if "lib-dynload/" in path:
        return base.partition(".")[0] in EXTENSIONS
    library = re.match(r"(?:lib)?Qt6?(\w+?)(?:\.so|\.dll|\.framework|\.abi3|\.pyd|$)", base)
    if library:
        return f"Qt{library[1]}" in QT_LIBRARIES
    if base.endswith((".pyd", ".dll", ".dylib")):
        return not re.match(r"opengl32sw|libcrypto|libssl|_ssl|_socket|_hashlib|_wmi|select\.pyd", base)
    is_extension = re.search(r"\.(cpython|abi3)[-.]", base) is not None
    return is_extension or bool(KEPT_LIBRARIES.match(base))


def wanted_data(name: str) -> bool:
    """Return whether a data file is wanted: Qt's translations, what ours are made from, and the metadata of packages are not."""
    path = name.replace("\\", "/")
    return not re.search(r"((Qt|PySide6)/translations|Qt6?/qml|\.dist-info|\.egg-info)(/|$)|resources/i18n/.*\.ts$", path)


class Analysis(Protocol):
    """The part of PyInstaller's analysis that is pruned."""

    binaries: Iterable[Entry]
    datas: Iterable[Entry]
    scripts: Iterable[Entry]


def prune(analysis: Analysis, root: Path) -> None:
    """Leave out of an analysis what does not belong; end the build when something that is used would be missing."""
    foreign = imported_qt_modules(root) - QT_MODULES
    if foreign:
        sys.exit(f"the program imports {', '.join(sorted(foreign))}, which the bundle leaves out (packaging/bundle.py)")
    kept = [entry for entry in analysis.binaries if belongs(entry[0])]
    missing = missing_libraries(kept)
    if missing:
        sys.exit("libraries are needed but left out (packaging/bundle.py):\n" + "\n".join(missing))
    analysis.binaries = kept
    analysis.scripts = [entry for entry in analysis.scripts if entry[0] not in IDLE_HOOKS]
    analysis.datas = [entry for entry in analysis.datas if (belongs if entry[2] == "SYMLINK" else wanted_data)(entry[0])]


def missing_libraries(kept: list[Entry]) -> list[str]:
    """Return what the kept libraries need that is neither kept nor the system's own."""
    have = {name.replace("\\", "/").rpartition("/")[2] for name, _, _ in kept}
    found: set[str] = set()
    for name, file, kind in kept:
        if kind == "SYMLINK":
            continue
        found |= {f"{base}, for {name}" for base in needed(Path(file)) if base not in have and not base.startswith(SYSTEM)}
    return sorted(found)


def needed(file: Path) -> list[str]:
    """Return the libraries that an ELF file asks for by itself; none on other systems, whose loaders PyInstaller follows well enough."""
    if not sys.platform.startswith("linux"):
        return []
    from elftools.common.exceptions import ELFError  # noqa: PLC0415 - not there where the packages for Windows are made
    from elftools.elf.dynamic import DynamicSection  # noqa: PLC0415 - same
    from elftools.elf.elffile import ELFFile  # noqa: PLC0415 - same

    with file.open("rb") as stream:
        try:
            dynamic = ELFFile(stream).get_section_by_name(".dynamic")
        except ELFError:
            return []
        tags = dynamic.iter_tags("DT_NEEDED") if isinstance(dynamic, DynamicSection) else ()
        return [tag.needed for tag in tags]  # type: ignore[attr-defined] # set by the library for this kind of tag
