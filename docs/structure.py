"""Write the picture of the packages in CONTRIBUTING.md from the code: what lives in each, and what it imports (`python docs/structure.py`)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- the packages, written by docs/structure.py -->\n", "<!-- end of the packages -->\n"


def packages(graph: grimp.ImportGraph) -> list[str]:
    """Return the packages that hold modules, those that import others before those that are imported."""
    names = {name.rpartition(".")[0] for name in graph.modules} - {"", "app", "app.core", "app.ui"}
    ordered: list[str] = []
    while names - set(ordered):
        left = sorted(names - set(ordered))
        ordered += [name for name in left if not any(name in imported(graph, other, names) for other in left)]
    return ordered


def imported(graph: grimp.ImportGraph, package: str, names: set[str]) -> set[str]:
    """Return the packages that a package imports."""
    inside = {package, *graph.find_descendants(package)}
    found = {other for module in inside for other in graph.find_modules_directly_imported_by(module)}
    return {name for name in names for other in found - inside if other == name or other.rpartition(".")[0] == name} - {package}


def lines(graph: grimp.ImportGraph) -> Iterator[str]:
    """Give the lines of the picture: a drawing of the imports that no others imply, and a table."""
    ordered = packages(graph)
    names = set(ordered)
    reach: dict[str, set[str]] = {}
    yield "```mermaid"
    yield "flowchart TD"
    for name in reversed(ordered):
        direct = imported(graph, name, names)
        implied = set().union(*(reach[other] for other in direct))
        reach[name] = direct | implied
        yield from (f"    {name.removeprefix('app.')} --> {other.removeprefix('app.')}" for other in sorted(direct - implied))
    yield "```"
    yield ""
    yield "| Package | What lives there | Modules |"
    yield "| --- | --- | --- |"
    for name in ordered:
        folder = ROOT.joinpath(*name.split("."))
        told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
        inside = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
        yield f"| `{'/'.join(name.split('.'))}` | {told.splitlines()[0]} | {', '.join(inside)} |"


def page(old: str) -> str:
    """Return the page with the picture as the code is now."""
    before, rest = old.split(BEGIN)
    after = rest.split(END)[1]
    return before + BEGIN + "\n" + "\n".join(lines(grimp.build_graph("app", cache_dir=None))) + "\n\n" + END + after


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
