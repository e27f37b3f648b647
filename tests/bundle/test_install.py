"""The script that installs for one user, with the real program and in homes with odd names; `test_install_script.py` has all else of it."""

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "cervical-reference"
ICONS = [f"{size}x{size}/apps/{NAME}.png" for size in (16, 24, 32, 48, 64, 128, 256)] + [f"scalable/apps/{NAME}.svg"]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")


@pytest.fixture(scope="module")
def unpacked(handed_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked as a reader would."""
    folder = tmp_path_factory.mktemp("Télé chargé $x `y` 50%")
    (archive,) = handed_out.glob(f"{NAME}-linux-*.tar.gz")
    subprocess.run(["tar", "xzf", archive, "-C", folder], check=True)
    return folder / NAME


def home(tmp_path: Path, name: str = "home") -> Path:
    folder = tmp_path / name
    folder.mkdir(parents=True)
    return folder


def call(script: Path, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {"HOME": str(folder), "PATH": os.environ["PATH"], **environment}
    return subprocess.run(["sh", script / "install.sh", *arguments], env=variables, capture_output=True, text=True, check=False, cwd="/")


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def data_of(folder: Path) -> Path:
    return folder / ".local" / "share"


@pytest.mark.parametrize("name", ["plain", 'Frau Müller "é漢" $HOME `id` 100% \\x'])
def test_what_is_installed_works_and_goes_again(unpacked: Path, tmp_path: Path, name: str) -> None:
    folder = home(tmp_path, name)
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    done = call(unpacked, folder)
    assert done.returncode == 0, done.stderr
    shown = subprocess.run([folder / ".local" / "bin" / NAME, "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.strip().endswith(__version__)
    assert all((data_of(folder) / "icons" / "hicolor" / icon).stat().st_size for icon in ICONS)
    assert call(unpacked, folder, "--remove").returncode == 0
    assert everything(folder) == {"mine.txt"}


def test_the_menu_entry_starts_the_installed_program_whatever_its_folder_is_called(unpacked: Path, tmp_path: Path) -> None:
    folder = home(tmp_path, 'a "b" $c `d` 5% \\e')
    assert call(unpacked, folder).returncode == 0
    entry = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(data_of(folder) / "applications" / f"{NAME}.desktop", encoding="utf-8")
    value, file = entry["Desktop Entry"]["Exec"].replace("\\\\", "\\").rsplit(" ", 1)  # the escapes of a value
    assert file == "%f"  # where the desktop puts a file that is opened with the program
    assert value[0] == value[-1] == '"'
    command, marks = "", iter(value[1:-1])
    for mark in marks:  # the escapes inside quotes, and of field codes
        command += next(marks) if mark in "\\%" else mark
    assert Path(command) == data_of(folder) / NAME / "start.sh"
    assert subprocess.run([command, "--version"], check=False, capture_output=True).returncode == 0


def test_a_full_disk_leaves_the_installed_copy_as_it_was(unpacked: Path, tmp_path: Path) -> None:
    folder = home(tmp_path)
    if os.geteuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may not make a small disk")
    script = """
        mount -t tmpfs -o size=130m none "$HOME" && sh "$0" >/dev/null
        sh "$0"
        "$HOME/.local/bin/cervical-reference" --version
        ls -A "$HOME/.local/share"
    """
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, unpacked / "install.sh"],
        env={"HOME": str(folder), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "could not be copied" in done.stderr
    assert __version__ in done.stdout
    assert f".{NAME}-new" not in done.stdout
