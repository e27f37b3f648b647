"""A machine's policy is taken as it stands or not at all; a damaged one means the strictest settings, said aloud."""

import json
import re
from pathlib import Path

import pytest

from app.core.files.policy import STRICTEST, Allowed, Clinic, Policy, candidates, rule

WHOLE = {
    "schema": 1,
    "disclaimer": "once",
    "clinic": {"name": "Harbour Clinic", "numbers": "Maternity unit 1234, nights 5678"},
    "content": "share/content.json",
    "allow": {"print": True, "copy": False, "export": False},
    "remember_place": False,
    "remember_answers": False,
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
    ruling = rule([tmp_path / "policy.json"])
    assert (ruling.policy, ruling.path, ruling.trouble) == (Policy(), None, "")
    assert ruling.policy.allow == Allowed(print=True, copy=True, export=True)


def test_a_whole_policy_is_taken_as_it_stands(policy_file):
    path = policy_file(WHOLE)
    ruling = rule([path])
    assert (ruling.path, ruling.trouble) == (path, "")
    assert ruling.policy == Policy(
        disclaimer="once",
        clinic=Clinic("Harbour Clinic", "Maternity unit 1234, nights 5678"),
        content=str(path.parent / "share" / "content.json"),
        allow=Allowed(print=True, copy=False, export=False),
        remember_place=False,
        remember_answers=False,
        text_size=125,
        theme="contrast",
    )


def test_a_policy_need_not_say_everything(policy_file):
    assert rule([policy_file({"schema": 1, "theme": "dark"})]).policy == Policy(theme="dark")


def test_an_absolute_content_path_stays_as_it_is(policy_file, tmp_path):
    content = str(tmp_path / "elsewhere" / "content.json")
    assert rule([policy_file({"schema": 1, "content": content})]).policy.content == content


def test_the_first_policy_that_exists_is_the_one(policy_file, tmp_path):
    path = policy_file({"schema": 1, "theme": "dark"})
    later = tmp_path / "later.json"
    later.write_text('{"schema": 1, "theme": "light"}')
    assert rule([tmp_path / "absent.json", path, later]).policy.theme == "dark"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file: is empty"),
        (b"{", "is not valid JSON"),
        (b"[]", "must be an object"),
        (b"\xff\xfe", "is not UTF-8"),
        ({**WHOLE, "schema": 2}, "schema: must be one of 1"),
        ({**WHOLE, "disclaimer": "never"}, 'disclaimer: must be one of "always", "once"'),
        ({**WHOLE, "allow": {"print": "yes"}}, "allow.print: must be true or false, not a text"),
        ({**WHOLE, "clinic": {"phone": "1"}}, "clinic.phone: is an unknown field"),
        ({**WHOLE, "text_size": 20}, "text_size: must be from 80 to 300"),
        ({**WHOLE, "text_size": 12.5}, "text_size: must be a whole number"),
        ({**WHOLE, "clinic": {"numbers": "1" * 300}}, "clinic.numbers: is longer than 200 characters"),
        ({**WHOLE, "clinic": {"name": "a\nb"}}, "clinic.name: holds a character that cannot be shown"),
        ({**WHOLE, "update_url": "x"}, "update_url: is an unknown field"),
        (b'{"schema": 1, "schema": 1}', "schema: stands twice"),
    ],
)
def test_a_damaged_policy_means_the_strictest_settings_and_says_why(policy_file, content, reason):
    path = policy_file(content)
    ruling = rule([path])
    assert ruling.policy == STRICTEST
    assert str(path) in ruling.trouble
    assert reason in ruling.trouble
    assert "\n" not in ruling.trouble


def test_a_folder_in_a_policys_place_is_a_damaged_policy(tmp_path):
    (tmp_path / "policy.json").mkdir()
    assert rule([tmp_path / "policy.json"]).policy == STRICTEST


def test_every_problem_of_a_policy_is_told(policy_file):
    trouble = rule([policy_file({**WHOLE, "theme": "pink", "disclaimer": 1})]).trouble
    assert "theme:" in trouble
    assert "disclaimer:" in trouble


def test_the_strictest_settings_let_nothing_out_and_keep_nothing():
    assert STRICTEST.disclaimer == "always"
    assert STRICTEST.allow == Allowed(print=False, copy=False, export=False)
    assert not STRICTEST.remember_place
    assert not STRICTEST.remember_answers


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
    ruling = rule([policy_file(example[1].encode())])
    assert ruling.trouble == ""
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
