"""Keep the translation files: what is to be translated, and the form that the program loads.

python packaging/translations.py template          writes resources/i18n/cervical-reference.ts again
python packaging/translations.py update fr         makes or renews resources/i18n/cervical-reference_fr.ts; what is translated stays
python packaging/translations.py list              prints every text of the program, to be reread: those that can be translated, then all others
python packaging/translations.py compile           makes a .qm of each, which the program loads, and brings Qt's own words
"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import messages as untranslated  # noqa: E402 - it lies beside this file
from msgspec import Struct  # noqa: E402 - the checkout's modules come first
from msgspec.structs import asdict  # noqa: E402

from app.core.base.labels import CODE, ENGLISH, Counted, FieldNames  # noqa: E402
from app.machine import paths  # noqa: E402

NAME = "cervical-reference"
UI = ROOT / "app" / "ui"


class Message(Struct, frozen=True, order=True):
    """A text to be translated, with the context that it is looked up by; counted ones have plural forms."""

    context: str
    text: str
    is_counted: bool = False


class Forgotten(Exception):  # noqa: N818 - it names what was found
    """A text that cannot be translated, since it is not written out where it is asked for."""


def messages() -> list[Message]:
    """Return everything that can be translated, in order."""
    found = set(_core())
    for path in sorted(UI.rglob("*.py")):
        if path.name != "translation.py":  # it asks for what the core lists
            found |= set(_in_module(path))
    return sorted(found)


def all_texts() -> Iterator[str]:
    """Give every text of the program, one a line: those that can be translated with their context, all others with file and line."""
    singular = {value.other: value.one for value in asdict(ENGLISH).values() if isinstance(value, Counted)}
    for message in messages():
        if message.is_counted:
            yield f"{message.context}: {singular[message.text]}"
        yield f"{message.context}: {message.text}"
    yield from map(str, untranslated.written())


def _core() -> Iterator[Message]:
    for name, value in ((name, getattr(ENGLISH, name)) for name in ENGLISH.__struct_fields__ if name != CODE):
        if isinstance(value, FieldNames):
            yield from (Message("FieldNames", text) for text in asdict(value).values())
        elif isinstance(value, Counted):
            yield Message("Labels", value.other, is_counted=True)
        elif isinstance(value, str):
            yield Message("Labels", value)
        elif isinstance(value, tuple):
            yield from (Message("Labels", text) for text in value)
        else:
            raise Forgotten(f"app/core/base/labels.py: {name}")


def _in_module(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    passes_on = {  # functions that ask for a text they were given: their callers write it out
        node.name: call.args[0]
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and _called(call) == "translate" and len(call.args) > 1 and not isinstance(call.args[1], ast.Constant)
    }
    for scope in tree.body:
        inside = scope.name if isinstance(scope, ast.ClassDef) else ""
        for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call) and node.args):
            name = _called(call)
            if name == "tr":
                yield Message(inside, _written(call.args[0], constants, path))
            elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(call.args) > 1:
                if not (isinstance(scope, ast.FunctionDef) and scope.name in passes_on):
                    yield Message(_written(call.args[0], constants, path), _written(call.args[1], constants, path))
            elif name in passes_on and isinstance(call.args[0], ast.Constant):
                yield Message(_written(passes_on[name], constants, path), _written(call.args[0], constants, path))


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(value=owner, attr="translate") if not (isinstance(owner, ast.Name) and owner.id.endswith("Application")):
            return ""  # a painter's, or that of bytes
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _written(node: ast.expr, constants: Mapping[str, object], path: Path) -> str:
    value = node.value if isinstance(node, ast.Constant) else constants.get(node.id) if isinstance(node, ast.Name) else None
    if not isinstance(value, str):
        raise Forgotten(f"{path.name}:{node.lineno}: write the text out, so that it can be found")
    return value


def written(found: list[Message], known: dict[Message, list[str]] | None = None, language: str = "") -> str:
    """Return a file in the form of Qt Linguist, with the translations that are known."""
    tree = ET.Element("TS", {"version": "2.1", "sourcelanguage": "en", **({"language": language} if language else {})})
    contexts: dict[str, ET.Element] = {}
    for message in found:
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(tree, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        made = ET.SubElement(contexts[message.context], "message", {"numerus": "yes"} if message.is_counted else {})
        ET.SubElement(made, "source").text = message.text
        forms = (known or {}).get(message, [])
        translation = ET.SubElement(made, "translation", {} if any(forms) else {"type": "unfinished"})
        if message.is_counted:
            for form in forms or [""]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else None
    ET.indent(tree)
    text = ET.tostring(tree, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def read(path: Path) -> dict[Message, list[str]]:
    """Return what a file translates so far."""
    known: dict[Message, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - the project's own file
        for message in context.iter("message"):
            translation = message.find("translation")
            counted = message.get("numerus") == "yes"
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")] if counted else [translation.text or ""]
                known[Message(context.findtext("name", ""), message.findtext("source", ""), counted)] = forms
    return known


def tool(name: str) -> list[str]:
    """Return the call of one of Qt's tools, which come with PySide."""
    beside = Path(sys.executable).with_name(f"pyside6-{name}{'.exe' if sys.platform == 'win32' else ''}")
    return [str(beside)]


def compile_all(folder: Path) -> None:
    """Make what the program loads of every translation in a folder, and copy Qt's own words in that language beside it."""
    import PySide6  # noqa: PLC0415 - only this command needs it

    for path in sorted(folder.glob(f"{NAME}_*.ts")):
        subprocess.run([*tool("lrelease"), "-silent", str(path)], check=True)
        own = Path(PySide6.__file__).parent / "Qt" / "translations" / f"qtbase_{path.stem.removeprefix(f'{NAME}_')}.qm"
        if own.exists():
            shutil.copy(own, folder)


def main(arguments: list[str]) -> int:
    """Do what is asked and return the exit code."""
    paths.I18N.mkdir(exist_ok=True)
    match arguments:
        case ["template"]:
            (paths.I18N / f"{NAME}.ts").write_text(written(messages()), encoding="utf-8")
        case ["update", language]:
            path = paths.I18N / f"{NAME}_{language}.ts"
            path.write_text(written(messages(), read(path) if path.exists() else {}, language), encoding="utf-8")
        case ["list"]:
            print("\n".join(all_texts()))
        case ["compile"]:
            compile_all(paths.I18N)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
