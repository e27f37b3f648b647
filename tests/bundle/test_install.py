"""The script that installs for one user, in homes with odd names: everything it makes is there, and gone again, and nothing else."""

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


def test_the_folder_for_data_is_the_one_that_the_desktop_names(unpacked: Path, tmp_path: Path) -> None:
    folder, data = home(tmp_path), tmp_path / "Daten é" / "share"
    assert call(unpacked, folder, XDG_DATA_HOME=str(data)).returncode == 0
    assert (data / "applications" / f"{NAME}.desktop").exists()
    assert everything(folder) == {".local", ".local/bin", f".local/bin/{NAME}"}
    assert call(unpacked, folder, "--remove", XDG_DATA_HOME=str(data)).returncode == 0
    assert everything(tmp_path) == {"home"}
    assert call(unpacked, folder, XDG_DATA_HOME="not/a/full/path").returncode == 0
    assert data_of(folder).is_dir()


def test_what_was_there_before_stays_also_when_it_is_empty(unpacked: Path, tmp_path: Path) -> None:
    folder = home(tmp_path)
    for kept in (".local/bin", ".local/share/applications", ".local/share/icons/hicolor/16x16/apps"):
        (folder / kept).mkdir(parents=True)
    (folder / ".local/share/applications/other.desktop").write_text("[Desktop Entry]", encoding="ascii")
    before = everything(folder)
    call(unpacked, folder)
    call(unpacked, folder, "--remove")
    assert everything(folder) == before


def test_an_update_replaces_the_program_and_keeps_what_people_put_beside_it(unpacked: Path, tmp_path: Path) -> None:
    folder = home(tmp_path)
    call(unpacked, folder)
    program = data_of(folder) / NAME
    (program / "portable").touch()
    (program / "settings.ini").write_text("[General]\ntheme=dark\n", encoding="ascii")
    (program / "_internal" / "old.txt").touch()
    (program / "start.sh").write_text("old", encoding="ascii")
    entry = data_of(folder) / "applications" / f"{NAME}.desktop"
    entry.write_text(entry.read_text(encoding="utf-8").replace(" %f\n", "\n"), encoding="utf-8")  # as version 0.1.0 wrote it
    assert call(unpacked, folder).returncode == 0
    assert (program / "settings.ini").read_text(encoding="ascii") == "[General]\ntheme=dark\n"
    assert (program / "portable").exists()
    assert " %f\n" in entry.read_text(encoding="utf-8")
    assert not (program / "_internal" / "old.txt").exists()
    assert (program / "start.sh").read_bytes() == (unpacked / "start.sh").read_bytes()
    removed = call(unpacked, folder, "--remove")
    assert "stays there" in removed.stdout
    assert everything(folder) == {
        ".local",
        ".local/share",
        f".local/share/{NAME}",
        *(f".local/share/{NAME}/{own}" for own in ("portable", "settings.ini")),
    }


@pytest.mark.parametrize("foreign", [f".local/share/{NAME}/x", f".local/bin/{NAME}", f".local/share/applications/{NAME}.desktop"])
def test_what_is_not_ours_is_neither_overwritten_nor_removed(unpacked: Path, tmp_path: Path, foreign: str) -> None:
    folder = home(tmp_path)
    (folder / foreign).parent.mkdir(parents=True)
    (folder / foreign).write_text("not ours", encoding="ascii")
    before = everything(folder)
    for arguments in ((), ("--remove",)):
        done = call(unpacked, folder, *arguments)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert everything(folder) == before
    assert (folder / foreign).read_text(encoding="ascii") == "not ours"


def test_the_installed_copy_can_remove_itself_and_will_not_install_over_itself(unpacked: Path, tmp_path: Path) -> None:
    folder = home(tmp_path)
    call(unpacked, folder)
    installed = data_of(folder) / NAME
    assert call(installed, folder).returncode == 2
    assert call(installed, folder, "--remove").returncode == 0
    assert everything(folder) == set()


def test_without_a_home_and_with_a_wrong_option_one_line_says_so(unpacked: Path, tmp_path: Path) -> None:
    for arguments, variables in (((), {"HOME": ""}), (("--uninstall",), {})):
        done = call(unpacked, home(tmp_path, "".join(arguments) or "none"), *arguments, **variables)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


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
