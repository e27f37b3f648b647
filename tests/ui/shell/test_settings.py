"""Settings: remembered, and never an error."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.core.files.own_files import FOLDER, LOGS, PORTABLE, SETTINGS, config_folder, settings_file
from app.ui.look.tokens import THEMES
from app.ui.shell.failure import LOG, OLD_LOG
from app.ui.shell.remembered import MOST_OTHERS, of_article
from app.ui.shell.settings import FOLLOW_SYSTEM, Left, Remembered, Settings, user_folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "é 漢" / "settings.ini")
    remembered = Remembered("dark", 150, "faq/risks", 0.25, ["faq/causes", "faq/risks"], QByteArray(b"\x00\xff"), less_motion=True)
    remembered.clinic, remembered.phone = '@St Mary’s, "North" \\ 100%', "020 7946 0000"
    assert settings.write(remembered)
    assert settings.read() == remembered


@given(
    place=st.text(st.characters(exclude_categories=["Z", "C"]) | st.just(" ")),
    answers=st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)),
    window=st.binary(),
    lessons=st.lists(st.text(st.characters(exclude_categories=["Z", "C"]) | st.sampled_from(' \\"/,@;'))),
)
def test_any_ids_and_any_window_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, place: str, answers: list[str], window: bytes, lessons: list[str]
) -> None:
    settings = Settings(tmp_path_factory.mktemp("any") / "settings.ini")
    remembered = Remembered(place=place, open_answers=answers, window=QByteArray(window), lessons=lessons)
    assert settings.write(remembered)
    assert settings.read() == remembered


@given(
    others=st.dictionaries(
        st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1),
        st.builds(
            Left,
            st.text(st.characters(exclude_categories=["Z", "C"])),
            st.floats(0, 1),
            st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)),
        ),
    )
)
def test_what_is_kept_of_other_articles_is_read_back(tmp_path_factory: pytest.TempPathFactory, others: dict[str, Left]) -> None:
    settings = Settings(tmp_path_factory.mktemp("any") / "settings.ini")
    assert settings.write(Remembered(article="one", others=others))
    assert settings.read() == Remembered(article="one", others=others)


@pytest.mark.parametrize("value", ["[1, 2]", "{}x", '"{\\"a\\": 3}"', "@Size(1 2)", '"{\\"a\\": {\\"scroll\\": \\"x\\"}}"'])
def test_what_makes_no_sense_of_other_articles_is_forgotten(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\nothers={value}\nplace=faq\n", encoding="utf-8")
    assert Settings(tmp_path / "settings.ini").read() == Remembered(place="faq")


def test_of_many_articles_the_last_are_remembered() -> None:
    remembered = Remembered()
    for number in range(MOST_OTHERS + 5):
        remembered = replace(of_article(remembered, f"article-{number}"), place=f"place-{number}")
    assert len(remembered.others) == MOST_OTHERS
    assert of_article(remembered, "article-10").place == "place-10"
    assert of_article(remembered, "article-1").place == ""


def test_a_place_that_no_id_can_be_is_not_kept_and_harms_nothing_else(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert settings.write(Remembered(place="a\nless_motion=true\ud800", text_size=150))
    assert settings.read() == Remembered(text_size=150)


def test_settings_of_an_earlier_version_are_read(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    values = {"theme": "dark", "text_size": 150, "less_motion": True, "place": "faq/é, 漢", "scroll": 250, "window": QByteArray(b'\0\xff";1')}
    for name, value in {**values, "open_answers": "faq/causes faq/risks"}.items():
        store.setValue(name, value)
    store.sync()
    expected = Remembered("dark", 150, "faq/é, 漢", 0.25, ["faq/causes", "faq/risks"], QByteArray(b'\0\xff";1'), less_motion=True)
    assert Settings(tmp_path / "settings.ini").read() == expected


@pytest.mark.parametrize("lock", ["", "1\npython\nanother-machine\n"])
def test_a_lock_that_a_killed_program_has_left_keeps_nobody_waiting(tmp_path: Path, lock: str) -> None:
    (tmp_path / "settings.ini.lock").write_text(lock, encoding="ascii")
    settings = Settings(tmp_path / "settings.ini")
    assert settings.write(Remembered(text_size=150))
    assert settings.read().text_size == 150


def test_settings_that_cannot_be_stored_whole_leave_the_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    settings = Settings(tmp_path / "settings.ini")
    assert settings.write(Remembered(text_size=150))
    monkeypatch.setattr(os, "fsync", fail)
    assert not settings.write(Remembered(text_size=80))
    assert settings.read().text_size == 150
    assert [path.name for path in tmp_path.iterdir()] == ["settings.ini"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00\xff\xfe\x00" * 50,
        b"[General]\ntheme=pink\ntext_size=9999\nscroll=-3\nplace=@Invalid()\nwindow=@ByteArray(x)\nopen_answers=@Invalid()\nless_motion=a, b\n",
        b"[General]\ntext_size=abc\nscroll=\nopen_answers=a, b\nwindow=7\n",
        b"[[[[",
    ],
)
def test_damaged_settings_mean_defaults(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(damage)
    remembered = Settings(path).read()
    assert (remembered.theme, remembered.text_size, remembered.scroll) == ("system", 100, 0.0)
    assert isinstance(remembered.place, str)
    assert not remembered.less_motion
    assert isinstance(remembered.window, QByteArray)


NAMES = ("theme", "text_size", "less_motion", "place", "scroll", "open_answers", "disclaimer", "window", "clinic", "phone")
WRONG_KINDS = ("light, dark", "", ",", "@Size(1 2)", "@Invalid()", "@ByteArray(x)", "1e3", "true", "-1", r"\xd800", r"\0", '"open', "9" * 5000)


@pytest.mark.parametrize("value", WRONG_KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_a_wrong_kind_is_the_default_of_that_one_setting(tmp_path: Path, name: str, value: str) -> None:
    good = Remembered(
        "dark", 150, "faq/risks", 0.25, ["faq/causes"], QByteArray(b"\x01"), less_motion=True, disclaimer="mark", clinic="St Mary’s", phone="12"
    )
    settings = Settings(tmp_path / "settings.ini")
    assert settings.write(good)
    lines = (tmp_path / "settings.ini").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{name}=")]
    (tmp_path / "settings.ini").write_text("\n".join([*kept, f"{name}={value}", ""]), encoding="utf-8")
    read = settings.read()
    for field in Remembered.__struct_fields__:
        assert type(getattr(read, field)) is type(getattr(good, field))
        if field != name:
            assert getattr(read, field) == getattr(good, field)
    assert read.theme in {*THEMES, FOLLOW_SYSTEM}
    assert read.theme == FOLLOW_SYSTEM or name != "theme"
    assert settings.write(read)  # the next end leaves a whole file
    assert settings.read() == read


def test_settings_that_cannot_be_written_are_no_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder", encoding="utf-8")
    settings = Settings(blocker / "settings.ini")
    assert not settings.write(Remembered())
    assert settings.read() == Remembered()


def test_without_a_folder_nothing_is_kept() -> None:
    assert not Settings(None).write(Remembered())
    assert Settings(None).read() == Remembered()


def test_a_portable_program_keeps_its_settings_beside_it(tmp_path: Path) -> None:
    assert user_folder(tmp_path) != tmp_path
    (tmp_path / PORTABLE).touch()
    assert user_folder(tmp_path) == tmp_path


def test_in_a_shared_portable_folder_each_user_has_a_place_of_their_own(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).touch()
    folder = user_folder(tmp_path)
    assert folder is not None
    Settings(folder / SETTINGS).write(Remembered(theme="dark", text_size=150, place="faq"))  # of an earlier version, or prepared for all
    anna, bert = (settings_file(folder, tmp_path, {"USERNAME": name}) for name in ("Anna Ä. Müller/x", "bert"))
    assert (anna.name, bert.name) == ("settings-Anna_Ä__Müller_x.ini", "settings-bert.ini")
    assert Settings(anna).read() == Remembered(theme="dark", text_size=150)
    Settings(anna).write(Remembered(theme="light", place="risks"))
    assert Settings(bert).read() == Remembered(theme="dark", text_size=150)
    assert Settings(anna).read() == Remembered(theme="light", place="risks")


@pytest.mark.parametrize("environment", [{"USERNAME": "anna"}, {"LOGNAME": "anna", "USER": "other"}, {"USER": "anna"}])
def test_where_a_user_has_a_folder_of_their_own_the_name_is_not_asked(tmp_path: Path, environment: dict[str, str]) -> None:
    assert settings_file(tmp_path, tmp_path / "program", environment) == tmp_path / SETTINGS
    assert settings_file(tmp_path, tmp_path, environment) == tmp_path / "settings-anna.ini"


def test_a_user_without_a_name_is_told_from_others_all_the_same(tmp_path: Path) -> None:
    assert re.fullmatch(r"settings(-\d+)?\.ini", settings_file(tmp_path, tmp_path, {}).name)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_portable_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).touch()
    tmp_path.chmod(0o500)
    assert user_folder(tmp_path) != tmp_path


def test_settings_lie_where_qt_would_keep_them() -> None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    assert config_folder() == Path(place) / FOLDER


def test_the_log_is_known_by_its_names() -> None:
    assert (LOG, OLD_LOG) == LOGS
