"""What is right in a machine's policy holds; what is wrong in it means the strictest setting, said aloud."""

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.files.policy import STRICTEST, Allowed, Clinic, Policy, PolicyFile, candidates, read_policy

WHOLE = {
    "schema": 1,
    "disclaimer": "once",
    "clinic": {"name": "Harbour Clinic", "numbers": "Maternity unit 1234, nights 5678"},
    "content": "share/content.json",
    "library": ["share/articles"],
    "may_add": True,
    "allow": {"print": True, "copy": False, "export": False},
    "remember_place": False,
    "remember_answers": False,
    "remember_clinic": False,
    "text_size": 125,
    "theme": "contrast",
}


@pytest.fixture
def policy_file(tmp_path):
    def write(content: object) -> Path:
        path = tmp_path / "policy.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def test_without_a_policy_nothing_is_forbidden(tmp_path):
    found = read_policy([tmp_path / "policy.json"])
    assert (found.policy, found.path, found.trouble) == (Policy(), None, "")
    assert found.policy.allow == Allowed(print=True, copy=True, export=True)


def test_a_whole_policy_is_taken_as_it_stands(policy_file):
    path = policy_file(WHOLE)
    found = read_policy([path])
    assert (found.path, found.trouble) == (path, "")
    assert found.policy == Policy(
        disclaimer="once",
        clinic=Clinic("Harbour Clinic", "Maternity unit 1234, nights 5678"),
        content=str(path.parent / "share" / "content.json"),
        library=(str(path.parent / "share" / "articles"),),
        allow=Allowed(print=True, copy=False, export=False),
        remember_place=False,
        remember_answers=False,
        remember_clinic=False,
        text_size=125,
        theme="contrast",
    )


def test_a_policy_need_not_say_everything(policy_file):
    assert read_policy([policy_file({"schema": 1, "theme": "dark"})]).policy == Policy(theme="dark")


def test_an_absolute_content_path_stays_as_it_is(policy_file, tmp_path):
    content = str(tmp_path / "elsewhere" / "content.json")
    assert read_policy([policy_file({"schema": 1, "content": content})]).policy.content == content


def test_the_first_policy_that_exists_is_the_one(policy_file, tmp_path):
    path = policy_file({"schema": 1, "theme": "dark"})
    later = tmp_path / "later.json"
    later.write_text('{"schema": 1, "theme": "light"}')
    assert read_policy([tmp_path / "absent.json", path, later]).policy.theme == "dark"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file: is empty"),
        (b"{", "is not valid JSON"),
        (b"[]", "must be an object"),
        (b"\xff\xfe", "is not UTF-8"),
        ({**WHOLE, "schema": 2}, "schema: must be 1"),
        (b'{"schema": 1, "schema": 1}', "schema: is there twice"),
    ],
)
def test_a_policy_that_cannot_be_read_means_the_strictest_settings_and_says_why(policy_file, content, reason):
    path = policy_file(content)
    found = read_policy([path])
    assert found.policy == STRICTEST
    assert str(path) in found.trouble
    assert reason in found.trouble
    assert "\n" not in found.trouble


def test_a_folder_in_a_policys_place_is_a_damaged_policy(tmp_path):
    (tmp_path / "policy.json").mkdir()
    assert read_policy([tmp_path / "policy.json"]).policy == STRICTEST


def good(folder: Path) -> Policy:
    return rule_of({**WHOLE}, folder).policy


def rule_of(content: object, folder: Path) -> PolicyFile:
    path = folder / "policy.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return read_policy([path])


NOTHING = Allowed(print=False, copy=False, export=False)


@pytest.mark.parametrize(
    ("change", "reason", "instead"),
    [
        ({"disclaimer": "never"}, 'disclaimer: must be one of "always", "once"', {"disclaimer": "always"}),
        ({"allow": {"print": "yes", "copy": True}}, "allow.print: must be true or false, not a text", {"allow": Allowed(print=False)}),
        ({"allow": None}, "allow: must be an object, not null", {"allow": NOTHING}),
        ({"text_size": 20}, "text_size: must be from 80 to 300", {"text_size": None}),
        ({"text_size": 12.5}, "text_size: must be a whole number", {"text_size": None}),
        ({"clinic": {"numbers": "1" * 300}}, "clinic.numbers: is longer than 200 characters", {"clinic": Clinic()}),
        ({"clinic": {"name": "a\nb", "numbers": "1"}}, "clinic.name: contains a character that cannot be shown", {"clinic": Clinic("", "1")}),
        ({"content": 1}, "content: must be a text, not a whole number", {"content": None}),
        ({"remember_place": "no"}, "remember_place: must be true or false", {"remember_place": False}),
        ({"theme": "pink"}, "theme: must be one of", {"theme": None}),
    ],
)
def test_for_a_field_with_a_wrong_value_the_strictest_setting_holds_and_the_others_hold(tmp_path, change, reason, instead):
    found = rule_of({**WHOLE, **change}, tmp_path)
    assert found.policy == replace(good(tmp_path), **instead)
    assert reason in found.trouble
    assert str(tmp_path) in found.trouble


@pytest.mark.parametrize("unknown", [{"alow": {"copy": True}}, {"clinic": {"phone": "1"}}, {"update_url": "x"}, {"allow": {"exprot": False}}])
def test_a_name_that_is_not_known_may_be_a_misspelt_one_so_all_that_is_left_out_is_as_strict_as_can_be(tmp_path, unknown):
    found = rule_of({"schema": 1, "theme": "dark", "disclaimer": "once", **unknown}, tmp_path)
    assert found.policy == replace(STRICTEST, theme="dark", disclaimer="once")
    assert "is an unknown field" in found.trouble
    assert rule_of({**WHOLE, "update_url": "x"}, tmp_path).policy == good(tmp_path)  # nothing is left out


def test_one_problem_of_a_policy_hides_no_other(tmp_path):
    found = {"update_url": "x", "theme": "pink", "disclaimer": 1, "text_size": 20, "allow": {"copy": "no"}, "clinic": {"name": 1, "phone": ""}}
    trouble = rule_of({**WHOLE, **found}, tmp_path).trouble
    for where in ("update_url", "theme", "disclaimer", "text_size", "allow.copy", "clinic.name", "clinic.phone"):
        assert f"{where}: " in trouble
    assert "\n" not in trouble


def test_a_value_that_stands_twice_counts_as_wrong(tmp_path):
    assert rule_of(b'{"allow": {"copy": true, "copy": true}, "theme": "dark", "theme": "light"}', tmp_path).policy.theme is None
    assert not rule_of(b'{"allow": {"copy": true, "copy": true}}', tmp_path).policy.allow.copy


def test_a_policy_file_tells_what_it_sets(tmp_path):
    assert read_policy([tmp_path / "absent.json"]).settings == ()
    assert rule_of({"theme": "dark", "allow": {"copy": False}, "clinic": {"name": "Ä"}}, tmp_path).settings == (
        'clinic.name: "Ä"',
        "allow.copy: false",
        'theme: "dark"',
    )
    assert "allow.print: false" in rule_of(b"{", tmp_path).settings


def test_the_strictest_settings_let_nothing_out_and_keep_nothing():
    assert STRICTEST.disclaimer == "always"
    assert STRICTEST.allow == Allowed(print=False, copy=False, export=False)
    assert not STRICTEST.remember_place
    assert not STRICTEST.remember_answers
    assert not STRICTEST.remember_clinic


def test_a_policy_lies_in_the_machines_place_or_beside_the_packaged_program():
    program = Path("/opt/reference/cervical-reference")
    assert candidates({}, "linux", program, frozen=True) == (Path("/etc/cervical-reference/policy.json"), program.parent / "policy.json")
    assert candidates({}, "linux", program, frozen=False) == (Path("/etc/cervical-reference/policy.json"),)
    assert candidates({"PROGRAMDATA": "D:/Data"}, "win32", program, frozen=False) == (Path("D:/Data/Cervical Reference/policy.json"),)
    assert candidates({}, "darwin", program, frozen=False) == (Path("/Library/Application Support/Cervical Reference/policy.json"),)


PAGE = Path(__file__).resolve().parent.parent.parent.parent / "docs" / "policy.md"


def fields(form: type) -> set[str]:
    inner = [kind for kind in form.__annotations__.values() if hasattr(kind, "__struct_fields__")]
    return set(form.__struct_fields__).union(*map(fields, inner))


def test_the_page_for_a_clinics_it_has_a_good_example_with_every_field(policy_file):
    example = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found = read_policy([policy_file(example[1].encode())])
    assert found.trouble == ""
    written = json.loads(example[1])
    assert set(written).union(*(value for value in written.values() if isinstance(value, dict))) == fields(Policy)
    assert fields(Policy) >= {"numbers", "export", "theme"}


def test_the_page_for_a_clinics_it_explains_every_field_and_names_every_place():
    page = PAGE.read_text(encoding="utf-8")
    rows = "\n".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert sorted(name for name in fields(Policy) if f"`{name}`" not in rows) == []
    for platform in ("linux", "darwin", "win32"):
        place = str(candidates({}, platform, Path("x"), frozen=False)[0]).replace("/", "\\" if platform == "win32" else "/")
        assert f"`{place}`" in page


def test_the_page_for_a_clinics_it_names_every_value_that_can_be_chosen():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f'"{value}"`' in page for value in ("always", "once", "system", "light", "dark", "contrast"))
