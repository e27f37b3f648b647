"""The program's words in other languages: one list of all, the file that a language ships in, plural forms."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.core.base.labels import ENGLISH, Counted
from app.machine import paths
from app.ui.shell.translation import labels, speak
from app.ui.window.commands import translated
from tests.ui.pseudo import translations

POLISH = ("{count} miejsce", "{count} miejsca", "{count} miejsc")


@pytest.fixture
def _quiet(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def polish(tmp_path: Path) -> Path:
    known = {
        translations.Message("Labels", ENGLISH.glossary_found.other, is_counted=True): list(POLISH),
        translations.Message("Labels", "Sources"): ["Źródła"],
        translations.Message("Commands", "&Quit"): ["&Zakończ"],
    }
    (tmp_path / "cervical-reference_pl.ts").write_text(translations.written(translations.messages(), known, "pl"), encoding="utf-8")
    translations.compile_all(tmp_path)
    return tmp_path


def test_the_template_lists_every_text_of_the_program() -> None:
    template = (paths.I18N / "cervical-reference.ts").read_text(encoding="utf-8")
    assert template == translations.written(translations.messages()), "run: python packaging/translations.py template"


def test_every_text_is_printed_in_one_list(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations.untranslated, "SCRIPTS", (translations.ROOT / "packaging" / "linux" / "install.sh",))
    monkeypatch.setattr(translations.untranslated, "PROGRAM", translations.ROOT / "app" / "cli")
    assert translations.main(["list"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert {f"{message.context}: {message.text}" for message in translations.messages()} < set(printed)
    assert {"Labels: Evidence note", "Commands: &Quit", "Labels: {count} result", "Labels: {count} results"} < set(printed)
    assert any(line.startswith("app/cli/line.py:") and line.endswith(": print the passages that match") for line in printed)
    assert any(line.startswith("packaging/linux/install.sh:") for line in printed)


def test_no_message_is_of_medicine_since_the_article_brings_such_words() -> None:
    medical = re.compile(r"clinic|patient|famil|medic|pregnan|midwi|doctor|hospital|obstet|physician|nurse|treatment", re.IGNORECASE)
    assert [message.text for message in translations.messages() if medical.search(message.text)] == []


@pytest.mark.usefixtures("_quiet")
def test_a_translation_is_loaded_for_the_language_of_the_system(qapp: QApplication, polish: Path) -> None:
    spoken = speak(qapp, polish, ["pl-PL", "de"])
    assert spoken.sources == "Źródła"
    assert translated("&Quit") == "&Zakończ"
    assert spoken.provenance == ENGLISH.provenance


@pytest.mark.usefixtures("_quiet")
def test_a_language_may_have_more_than_two_forms(qapp: QApplication, polish: Path) -> None:
    found = speak(qapp, polish, ["pl"]).glossary_found
    assert [found(count) for count in (1, 2, 5, 12, 22)] == ["1 miejsce", "2 miejsca", "5 miejsc", "12 miejsc", "22 miejsca"]


@pytest.mark.usefixtures("_quiet")
def test_counted_words_that_are_not_translated_stay_right_english(qapp: QApplication, polish: Path) -> None:
    spoken = speak(qapp, polish, ["pl"])
    assert [spoken.results(count) for count in (0, 1, 2)] == ["0 results", "1 result", "2 results"]


def test_who_prefers_english_gets_english(qapp: QApplication, polish: Path) -> None:
    assert speak(qapp, polish, ["en-GB", "pl"]) is ENGLISH


def test_without_a_translation_the_folder_is_looked_into_once(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr(os, "listdir", lambda folder: looked.append(folder) or [])
    assert speak(qapp, tmp_path) is ENGLISH
    assert looked == [tmp_path]


def test_a_missing_folder_and_a_damaged_file_leave_english(qapp: QApplication, tmp_path: Path) -> None:
    assert speak(qapp, tmp_path / "missing") is ENGLISH
    (tmp_path / "cervical-reference_pl.qm").write_bytes(b"no translation")
    assert speak(qapp, tmp_path, ["pl"]) is ENGLISH


def test_without_a_translator_the_words_are_the_english_ones(qapp: QApplication) -> None:
    made = labels()
    assert {name for name in ENGLISH.__struct_fields__ if getattr(made, name) != getattr(ENGLISH, name)} == {
        name
        for name in ENGLISH.__struct_fields__
        if isinstance(getattr(ENGLISH, name), Counted)  # another type, with the same words
    }
    assert made.glossary_found(1) == ENGLISH.glossary_found(1)


def test_what_is_translated_stays_when_the_program_changes(polish: Path) -> None:
    path = polish / "cervical-reference_pl.ts"
    known = translations.read(path)
    again = translations.written([*translations.messages(), translations.Message("New", "New words")], known, "pl")
    path.write_text(again, encoding="utf-8")
    assert translations.read(path)[translations.Message("Labels", ENGLISH.glossary_found.other, is_counted=True)] == list(POLISH)


def test_a_text_that_is_not_written_out_is_told(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("class Part:\n    def say(self, word):\n        return self.tr(word)\n", encoding="utf-8")
    with pytest.raises(translations.Forgotten, match=r"module\.py:3"):
        list(translations._in_module(module))


def test_placeholders_of_counted_words_are_the_same_in_both_forms() -> None:
    for name in ENGLISH.__struct_fields__:
        value = getattr(ENGLISH, name)
        if isinstance(value, Counted):
            assert QCoreApplication.translate("Labels", value.other) == value.other, name
            words = {"shown": 1, "words": "x", "path": "y", "name": "n", "role": "r", "date": "d"}
            assert value(2, **words)
            assert value(1, **words)
