"""Scripts, workflows and the menu entry are well formed, by the word of the programs that know their forms."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import need

ROOT = Path(__file__).resolve().parents[2]


def check(program: str, *files: Path) -> None:
    need(program)
    subprocess.run([program, *files], check=True)


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="actionlint is missing, and Debian has no package of it")
def test_the_workflows_are_well_formed() -> None:
    subprocess.run(["actionlint", *(ROOT / ".github" / "workflows").glob("*.yml")], check=True)


def test_the_shell_scripts_are_well_formed() -> None:
    check("shellcheck", ROOT / ".ci" / "run", *ROOT.glob("packaging/linux/*.sh"))


def test_the_menu_entry_is_well_formed() -> None:
    check("desktop-file-validate", ROOT / "packaging" / "linux" / "cervical-reference.desktop")
