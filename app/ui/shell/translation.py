"""Speak the language of the system where a translation of the program lies beside it; else English."""

import os
from pathlib import Path

from msgspec.structs import asdict, replace
from PySide6.QtCore import QCoreApplication, QTranslator

from app.core.base.labels import CODE, ENGLISH, Counted, FieldNames, Labels

PREFIX = "cervical-reference_"
OWN, FIELDS = "Labels", "FieldNames"
"""What the words of `app/core/base/labels.py` are listed under in the translation files."""


class TranslatedCount(Counted, frozen=True):
    """Counted words in as many forms as the language has; English where they are not translated."""

    def form(self, count: int) -> str:
        """Return the form for a number, with `{count}` still in it."""
        found = QCoreApplication.translate(OWN, self.other, None, count)
        return super().form(count) if found == self.other else found  # the struct is made again: plain super() knows its old form


def speak(application: QCoreApplication, folder: Path, languages: list[str] | None = None) -> Labels:
    """Install the translation for the first of the languages (the system's, unless given) that has one, and return the words of the core.

    Qt's own words (`qtbase_*.qm`) come with it where they lie in the same folder. Without a translation this is one look into the folder.
    """
    try:
        have = {name for name in os.listdir(folder) if name.endswith(".qm")}  # noqa: PTH208 - one call of the system, no objects
    except OSError:
        have = set()
    if not have:
        return ENGLISH
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - with its names of languages and countries the slowest class of Qt to load

    for language in languages if languages is not None else QLocale.system().uiLanguages():
        code = language.replace("-", "_")
        for name in dict.fromkeys((code, code.partition("_")[0])):
            if name == "en":
                return ENGLISH
            if f"{PREFIX}{name}.qm" in have:
                return replace(labels(), code=name.replace("_", "-")) if _install(application, folder, name) else ENGLISH
    return ENGLISH


def _install(application: QCoreApplication, folder: Path, name: str) -> bool:
    done = False
    for file in (f"qtbase_{name}.qm", f"{PREFIX}{name}.qm"):  # what is installed last is asked first
        translator = QTranslator(application)
        done = translator.load(str(folder / file)) and application.installTranslator(translator)
    return done


def labels() -> Labels:
    """Return the core's words in the language of the installed translators."""
    fields = FieldNames(**{name: _translated(FIELDS, text) for name, text in asdict(ENGLISH.fields).items()})
    made: dict[str, str | Counted | FieldNames | tuple[str, ...]] = {"fields": fields}
    for name in ENGLISH.__struct_fields__:
        value = getattr(ENGLISH, name)
        if name == CODE:
            continue
        if isinstance(value, str):
            made[name] = _translated(OWN, value)
        elif isinstance(value, Counted):
            made[name] = TranslatedCount(value.one, value.other)
        elif isinstance(value, tuple):
            made[name] = tuple(_translated(OWN, text) for text in value)
    return replace(ENGLISH, **made)


def _translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
