import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.pdf import FormError, Mark, complete


def small(pages: int = 3) -> bytes:
    """A PDF of empty pages in a form as simple as Qt's."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(pages))
    objects = [b"<<\n/Type /Catalog\n/Pages 2 0 R\n>>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)]
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * pages
    raw, offsets = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    table = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return raw + b"trailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


def looked_into(raw: bytes, folder: Path) -> dict:
    assert shutil.which("qpdf"), "qpdf is needed"
    file = folder / "sheet.pdf"
    file.write_bytes(raw)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    return json.loads(subprocess.run(["qpdf", "--json", file], capture_output=True, check=True).stdout)


def titles(entries: list[dict]) -> list:
    return [[entry["title"], entry["destpageposfrom1"], titles(entry["kids"])] for entry in entries]


def catalog(told: dict) -> dict:
    objects = told["qpdf"][1]
    return objects[f"obj:{objects['trailer']['value']['/Root']}"]["value"]


def test_outline_and_language_are_read_back(tmp_path):
    marks = [Mark("Tee – تحضير", 1, 0, 0), Mark("First", 2, 0, 100), Mark("Below", 3, 1, 20.5), Mark("Second (2)", 2, 2, 0)]
    told = looked_into(complete(small(), "en-GB", marks), tmp_path)
    assert titles(told["outlines"]) == [["Tee – تحضير", 1, [["First", 1, [["Below", 2, []]]], ["Second (2)", 3, []]]]]
    assert told["outlines"][0]["kids"][0]["dest"][1:4] == ["/XYZ", 0, 742.0]
    assert catalog(told)["/Lang"] == "u:en-GB"
    assert catalog(told)["/ViewerPreferences"] == {"/DisplayDocTitle": True}


def test_without_marks_there_is_no_outline(tmp_path):
    told = looked_into(complete(small(), "ar", []), tmp_path)
    assert told["outlines"] == []
    assert "/Outlines" not in catalog(told)


def test_the_bytes_before_stay_as_they_are():
    assert complete(small(), "en", [Mark("x", 1, 0, 0)]).startswith(small())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(marks=st.lists(st.builds(Mark, st.text(max_size=8), st.integers(1, 6), st.integers(0, 2), st.floats(0, 842)), max_size=8))
def test_any_marks_make_a_sound_outline_with_every_mark(tmp_path, marks):
    def count(entries: list[dict]) -> int:
        return sum(1 + count(entry["kids"]) for entry in entries)

    assert count(looked_into(complete(small(), "en", marks), tmp_path)["outlines"]) == len(marks)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.4 and no more",
        small()[:-20],
        small().replace(b"xref\n0", b"yref\n0"),
        small().replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
        small().replace(b"/Catalog\n", b"/Catalog\n/Lang (en)\n"),
        small().replace(b"/MediaBox", b"/NoBox"),
    ],
)
def test_another_form_is_refused(raw):
    with pytest.raises(FormError):
        complete(raw, "en", [Mark("x", 1, 0, 0)])
