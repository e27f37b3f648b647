"""The packaged programs write the HTML edition, and one lies beside them."""

import re
from pathlib import Path

import pytest

from tests.bundle.test_bundle import run


@pytest.mark.parametrize("which", ["program", "single"])
def test_a_package_writes_a_page_with_the_same_ids_look_and_script_as_the_one_beside_it(
    which: str, request: pytest.FixtureRequest, tmp_path: Path, dist: Path
) -> None:
    page = tmp_path / "edition.html"
    done = run(request.getfixturevalue(which), "export-html", str(page))
    assert (done.returncode, done.stderr) == (0, "")
    beside = dist / "cervical-reference.html"
    if not beside.exists():
        pytest.fail(f"there is no edition in {dist}: run python packaging/archive.py")
    one, other = (path.read_text(encoding="utf-8") for path in (page, beside))
    assert re.findall(r' id="([^"]+)"', one) == re.findall(r' id="([^"]+)"', other)
    assert one[: one.index("</style>")] == other[: other.index("</style>")]  # the policy in it has the script's hash
