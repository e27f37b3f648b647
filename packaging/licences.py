"""The licences of everything in a package: collected during the build, checked after it.

`build_spec.spec` calls `collect` before the packages are written, so that the notices travel in both, and `missing` afterwards.
`python packaging/licences.py [FOLDER]` checks a built folder again and prints what is in it.
"""

import argparse
import importlib.metadata
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import msgspec
from crates import crates, unnamed

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from app import NAME, __version__  # noqa: E402 - the project's folder has to be known first

FOLDER = "resources/licences"
"""Where the notices lie in a package."""

IN_PURL = ":.-_~"
"""What stands in the version of a package URL as it is."""

INDEX, NOTICES = "components.json", "NOTICES.txt"

Entry = tuple[str, str, str]
"""PyInstaller's triple: name in the bundle, file on this machine, kind."""


class Component(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `components.toml`, where its fields are described."""

    id: str
    name: str
    licence: str
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    package: str = ""
    version: str = ""
    source: str = ""
    texts: tuple[str, ...] = ()
    inside: str = ""
    crates: bool = False
    system: bool = False
    supplier: str = ""
    purl: str = ""
    cpe: str = ""


class Notice(msgspec.Struct, frozen=True):
    """What is told of one component that is in a package; `texts` are files in the folder of notices."""

    id: str
    name: str
    version: str
    licence: str
    source: str
    texts: tuple[str, ...]
    files: tuple[str, ...]
    inside: str
    purls: tuple[str, ...] = ()
    """The packages that its files come from, as package URLs with versions."""


class SystemPackage(msgspec.Struct, frozen=True):
    """A package of the building machine that a library was taken from."""

    name: str
    version: str
    text: Path
    architecture: str = ""


class Analysis(Protocol):
    """The part of PyInstaller's analysis that tells what will be in the packages."""

    binaries: Iterable[Entry]
    datas: Iterable[Entry]
    pure: Iterable[Entry]
    scripts: Iterable[Entry]


@cache
def components() -> tuple[Component, ...]:
    """Return all components that may be in a package, in the order in which they are asked."""
    table = tomllib.loads((HERE / "components.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table["component"], tuple[Component, ...])


def plain(name: str) -> str:
    """Return the name of a file inside the package, whatever the layout that its system asks for."""
    return re.sub(r"^((.*\.app/)?Contents/(Frameworks|Resources|MacOS)/|(.*\.app/)?Contents/|_internal/)", "", name.replace("\\", "/"))


def owner(name: str) -> Component | None:
    """Return the component that a file in a package belongs to; None when nobody has said whose it is."""
    wanted = plain(name)
    return next((one for one in components() if any(re.fullmatch(pattern, wanted) for pattern in one.files)), None)


def module_owner(name: str) -> Component | None:
    """Return the component that a Python module belongs to."""
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
        return next(one for one in components() if one.id == "python")
    return next((one for one in components() if any(re.fullmatch(pattern, top) for pattern in one.modules)), None)


def collect(analysis: Analysis, work: Path) -> list[Entry]:
    """Write the notices of what an analysis holds and return them as data files for it; end the build when something has no notice."""
    files = {name.replace("\\", "/"): Path(file) for name, file, _ in (*analysis.binaries, *analysis.datas)}
    modules = {name for name, _, _ in (*analysis.pure, *analysis.scripts) if not name.startswith("__main__")}
    unknown = [*(name for name in files if owner(name) is None), *(f"module {name}" for name in modules if module_owner(name) is None)]
    if unknown:
        sys.exit("nobody has said whose these are, and under which licence (packaging/components.toml):\n" + "\n".join(sorted(unknown)))
    present: dict[str, dict[str, Path]] = {"pyinstaller": {}}  # the program that starts Python is added to every package
    for name, file in sorted(files.items()):
        present.setdefault(_id(owner(name)), {})[name] = file
    for name in modules:
        present.setdefault(_id(module_owner(name)), {})
    target = work / "licences"
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    texts = _Texts(target)
    notices = [_notice(one, present.get(one.id, {}), texts) for one in components() if one.id in present or one.inside in present]
    texts.add("replacing-qt.txt", kept_text("replacing-qt.txt"))
    (target / INDEX).write_bytes(msgspec.json.format(msgspec.json.encode(notices), indent=1) + b"\n")
    (target / NOTICES).write_text(as_text(notices), encoding="utf-8", newline="\n")
    return [(f"{FOLDER}/{path.name}", str(path), "DATA") for path in sorted(target.iterdir())]


def _id(component: Component | None) -> str:
    return component.id if component is not None else ""


class _Texts:
    """The folder of licence texts, in which the same text stands only once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def add(self, name: str, text: str) -> str:
        """Keep a text and return the name of the file that holds it."""
        text = "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"
        if text not in self._known:
            self._known[text] = name
            (self._folder / name).write_text(text, encoding="utf-8", newline="\n")
        return self._known[text]


def _notice(component: Component, files: dict[str, Path], texts: _Texts) -> Notice:
    """Return the notice of a component, whose texts are kept; end the build when no text is found."""
    found = {name: texts.add(name, kept_text(name)) for name in component.texts}
    version = component.version
    purls: tuple[str, ...] = ()
    if component.id == "cervical-reference":
        found["ours"] = texts.add("cervical-reference.txt", (ROOT / "LICENSE").read_text(encoding="utf-8"))
        version = __version__
    elif component.id.startswith("python"):
        found |= {} if component.inside else {"python": texts.add("python.txt", python_text())}
        version = platform.python_version()
    elif component.package:
        distribution = importlib.metadata.distribution(component.package)
        version = distribution.version
        for text in package_texts(distribution):
            found[text] = texts.add(f"{component.id}.txt", text)
        if component.crates and (lacking := unnamed(crates(component.package), "".join(map(kept_text, component.texts)))):
            sys.exit(f"{component.name}: no notice of {', '.join(lacking)} (packaging/licences)")
    elif component.system:
        packages = [system_package(name, file) for name, file in files.items()]
        version = upstream(packages[0].version)
        purls = tuple(dict.fromkeys(map(purl_of, packages)))
        for package in packages:
            found[package.name] = texts.add(f"{package.name}.txt", package.text.read_text(encoding="utf-8"))
    if not found:
        sys.exit(f"{component.name} has no licence text (packaging/components.toml)")
    return Notice(
        component.id,
        component.name,
        version,
        component.licence,
        component.source,
        tuple(dict.fromkeys(found.values())),
        tuple(files),
        component.inside,
        purls or (f"{component.purl}@{quote(version, safe=IN_PURL)}",),
    )


def kept_text(name: str) -> str:
    """Return one of the texts that no installed package brings."""
    return (HERE / "licences" / name).read_text(encoding="utf-8")


def purl_of(package: SystemPackage) -> str:
    """Return the package URL of a package of the building machine, with the name of its system."""
    try:
        told = platform.freedesktop_os_release()
    except OSError:
        told = {}
    system = told.get("ID", "debian")
    release = f"&distro={system}-{told['VERSION_ID']}" if "VERSION_ID" in told else ""
    return f"pkg:deb/{system}/{quote(package.name)}@{quote(package.version, safe=IN_PURL)}?arch={package.architecture}{release}"


def package_texts(distribution: importlib.metadata.Distribution) -> list[str]:
    """Return the licence texts that an installed Python package carries."""
    paths = [path for path in distribution.files or () if re.search(r"\.dist-info/(licenses/.+|(LICEN[CS]E|COPYING|NOTICE)[^/]*)$", path.as_posix())]
    return [Path(str(path.locate())).read_text(encoding="utf-8") for path in sorted(paths)]


def python_text() -> str:
    """Return the licence text of the Python that is packaged."""
    version = sysconfig.get_python_version()
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
        HERE / "licences" / "python.txt",
    )
    return next(place for place in places if place.exists()).read_text(encoding="utf-8")


def system_package(name: str, file: Path) -> SystemPackage:
    """Return the Debian package that a library was taken from; end the build when there is none, since then nobody knows its licence."""
    for path in dict.fromkeys((file, file.resolve(), Path(str(file.resolve()).removeprefix("/usr")))):
        asked = subprocess.run(["dpkg-query", "--search", str(path)], capture_output=True, text=True, check=False) if _has_dpkg() else None
        if asked is not None and asked.returncode == 0:
            package = asked.stdout.partition(":")[0]
            shown = subprocess.run(
                ["dpkg-query", "--show", "--showformat=${Version} ${Architecture}", package], capture_output=True, text=True, check=True
            )
            number, _, architecture = shown.stdout.partition(" ")
            text = Path("/usr/share/doc") / package / "copyright"
            if text.exists():
                return SystemPackage(package, number, text, architecture)
    sys.exit(f"{name}: no licence text for {file}; build on Debian or Ubuntu, whose packages bring theirs")


@cache
def _has_dpkg() -> bool:
    return sys.platform.startswith("linux") and Path("/usr/bin/dpkg-query").exists()


def upstream(version: str) -> str:
    """Return the version that a library's makers gave it, out of a Debian package's."""
    whole = version.partition(":")[2] or version
    return re.sub(r"[.+~](dfsg|ds|really).*$", "", whole.rpartition("-")[0] or whole)


def as_text(notices: Iterable[Notice]) -> str:
    """Return the page of all notices, for people to read."""
    lines = [
        f"{NAME} {__version__}: licences",
        "",
        f"{NAME} itself is under the MIT licence. It travels with the works of others that are listed here, each under its own licence.",
        "The texts are the files beside this one. Where a work may be used under one of several licences, the one named here is chosen.",
        "",
        *kept_text("replacing-qt.txt").splitlines(),
    ]
    for notice in notices:
        lines += ["", "-" * 78, f"{notice.name} {notice.version}", f"  licence: {notice.licence}", f"  text:    {', '.join(notice.texts)}"]
        lines += [f"  source:  {notice.source}"] if notice.source else []
        lines += [f"  in:      {name}" for name in notice.files if not name.startswith("resources/")]
        lines += [f"  in the files of {notice.inside}"] if notice.inside else []
    return "\n".join(lines) + "\n"


def read(folder: Path) -> tuple[Notice, ...]:
    """Return the notices that a built folder carries."""
    found = sorted(folder.rglob(f"{FOLDER}/{INDEX}"))
    return msgspec.json.decode(found[0].read_bytes(), type=tuple[Notice, ...]) if found else ()


def missing(folder: Path) -> list[str]:
    """Return the files of a built folder that no notice is about, and the texts that are named but not there."""
    notices = {notice.id: notice for notice in read(folder)}
    if not notices:
        return [f"{FOLDER}/{INDEX}"]
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    texts = {name.rpartition("/")[2] for name in names if f"{FOLDER}/" in name}
    lacking = [text for notice in notices.values() for text in notice.texts if text not in texts]
    return [*(name for name in names if _id(owner(name)) not in notices), *lacking]


def main(folder: Path) -> None:
    """Print what a built folder holds, or end with the files that have no notice."""
    if lacking := missing(folder):
        sys.exit("these have no notice:\n" + "\n".join(lacking))
    for notice in read(folder):
        print(f"{notice.name} {notice.version}: {notice.licence}")


if __name__ == "__main__":
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "cervical-reference", help="the built folder (%(default)s)")
    main(line.parse_args().folder)
