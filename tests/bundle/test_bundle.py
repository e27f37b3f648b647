"""What is in the packages, what they need, and that they work wherever they are put."""

import marshal
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection
from PyInstaller.archive.readers import CArchiveReader

from app import __version__
from app.machine import offline

ROOT = Path(__file__).resolve().parent.parent.parent
OLDEST_GLIBC = (2, 35)


def run(program: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run([program, *arguments], env=kept | environment, capture_output=True, text=True, check=False, timeout=120)


def names_in(single: Path) -> list[str]:
    return list(CArchiveReader(str(single)).toc)


def modules_in(program: Path) -> set[str]:
    archive = CArchiveReader(str(program))
    return set(archive.open_embedded_archive("PYZ.pyz").toc)


def test_neither_package_holds_a_network_library(program: Path, single: Path) -> None:
    assert offline.network_files(offline.files_below(program.parent)) == []
    assert offline.network_files(names_in(single)) == []


def test_neither_package_holds_a_python_module_that_opens_connections(program: Path, single: Path) -> None:
    assert modules_in(program) & offline.MODULES == set()
    assert modules_in(single) & offline.MODULES == set()


def test_the_proof_would_find_a_network_library() -> None:
    planted = [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "libcups.so.2",
        "libgnutls.so.30",
        "libcrypto.so.3",
    ]
    assert offline.network_files([*planted, "libX11.so.6", "resources/content.json"]) == sorted(planted)


def test_both_hold_the_article_and_the_icons(program: Path, single: Path) -> None:
    handbook = ("resources/handbook/content.json", "resources/handbook/content.sha256")
    for name in ("resources/content.json", "resources/content.sha256", *handbook, "resources/icons/search.svg"):
        assert (program.parent / "_internal" / name).exists()
        assert name in names_in(single)


@pytest.mark.parametrize("kind", ["program", "single"])
def test_the_program_answers_without_a_display(kind: str, request: pytest.FixtureRequest) -> None:
    program = request.getfixturevalue(kind)
    assert run(program, "--version").stdout.strip().endswith(__version__)
    assert "cerclage" in run(program, "search", "cerclage").stdout
    shown = run(program)
    assert (shown.returncode, len(shown.stderr.splitlines())) == (3, 1)


@pytest.mark.parametrize("kind", ["program", "single"])
def test_a_hand_out_is_written_without_a_display(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    program = request.getfixturevalue(kind)
    for name, begins in (("sheet.pdf", b"%PDF-"), ("sheet.html", b"<!DOCTYPE html>")):
        done = run(program, "handout", "treatment-and-management", "--output", str(tmp_path / name))
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_both_can_print_with_the_machines_own_libcups(program: Path, single: Path) -> None:
    for names in (offline.files_below(program.parent), names_in(single)):
        assert any("libcupsprintersupport" in name for name in names)
        assert not any(Path(name).name.startswith("libcups.so") for name in names)


@pytest.mark.parametrize("kind", ["program", "single"])
def test_the_self_check_is_well_from_an_odd_folder_that_cannot_be_written(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    program = request.getfixturevalue(kind)
    place = tmp_path / "Référence médicale é漢"
    shutil.copytree(program.parent, place / "copy", symlinks=True) if kind == "program" else place.mkdir()
    copy = place / "copy" / program.name if kind == "program" else Path(shutil.copy2(program, place))
    for part in (*place.rglob("*"), place):
        if not part.is_symlink():
            part.chmod(part.stat().st_mode & ~0o222)
    report = tmp_path / "report.txt"
    done = run(copy, "self-check", "--report", str(report), HOME=str(tmp_path))
    for part in (place, *place.rglob("*")):
        if not part.is_symlink():
            part.chmod(part.stat().st_mode | 0o200)
    assert done.returncode == 0, done.stderr
    assert "network libraries found: none" in report.read_text(encoding="utf-8")
    assert "result: all is well" in done.stdout


def test_damaged_content_is_one_plain_message(program: Path, tmp_path: Path) -> None:
    shutil.copytree(program.parent, tmp_path / "copy", symlinks=True)
    content = tmp_path / "copy" / "_internal" / "resources" / "content.json"
    content.write_text(content.read_text(encoding="utf-8").replace('"EN18"', '"EN99"', 1), encoding="utf-8")
    done = run(tmp_path / "copy" / program.name, "self-check")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "EN99" in done.stderr


def test_a_killed_single_file_starts_again(single: Path, tmp_path: Path) -> None:
    environment = {"TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    process = subprocess.Popen([single, "self-check"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    end = time.monotonic() + 30
    while not list(tmp_path.glob("_MEI*/resources/content.json")) and time.monotonic() < end and process.poll() is None:
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert run(single, "self-check", TMPDIR=str(tmp_path), HOME=str(tmp_path)).returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="such folders are made with Linux's own means")
@pytest.mark.parametrize(
    ("options", "code", "line"), [("size=10m", 255, "decompression resulted in return code -1"), ("noexec", 127, "failed to map segment")]
)
def test_where_the_temporary_folder_does_not_serve_what_the_text_says_helps(
    program: Path, handed_out: Path, single: Path, tmp_path: Path, options: str, code: int, line: str
) -> None:
    told = (handed_out / f"{single.name}.txt").read_text(encoding="utf-8")
    assert f"(exit code {code})" in told
    assert line in told
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may not mount")
    (tmp_path / "bad").mkdir()
    (tmp_path / "good").mkdir()

    def end(which: Path, temporary: str) -> subprocess.CompletedProcess[str]:
        script = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"'
        call = ["unshare", "-m", "sh", "-c", script, "sh", options, str(tmp_path / "bad"), str(which), "search", "cerclage"]
        return subprocess.run(call, env=os.environ | {"TMPDIR": str(tmp_path / temporary)}, capture_output=True, text=True, check=False, timeout=120)

    bare = end(single, "bad")
    assert bare.returncode == code
    assert line in bare.stderr
    assert "cerclage" in end(single, "good").stdout  # 1. another folder
    assert "cerclage" in end(program, "bad").stdout  # 2. the folder package


def needed_glibc(files: list[Path]) -> tuple[int, int]:
    found = {(0, 0)}
    for file in files:
        with file.open("rb") as stream:
            sections = [section for section in ELFFile(stream).iter_sections() if isinstance(section, GNUVerNeedSection)]
            names = [version.name for section in sections for _, versions in section.iter_versions() for version in versions]
        found |= {(int(major), int(minor)) for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", " ".join(names))}
    return max(found)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc is Linux's")
def test_the_oldest_glibc_is_the_one_that_the_readme_names(program: Path) -> None:
    files = [file for file in program.parent.rglob("*") if file.is_file() and (".so" in file.name or file == program)]
    needed = needed_glibc(files)
    assert needed <= OLDEST_GLIBC
    assert f"glibc {needed[0]}.{needed[1]}" in (ROOT / "README.md").read_text(encoding="utf-8")
    start = (ROOT / "packaging" / "linux" / "start.sh").read_text(encoding="utf-8")
    assert f"OLDEST={needed[0]}.{needed[1]}\n" in start


@pytest.mark.parametrize(("have", "code"), [("2.31", 3), ("2.35", 0), ("2.40", 0)])
def test_the_start_script_tells_a_system_that_is_too_old(program: Path, tmp_path: Path, have: str, code: int) -> None:
    answers = tmp_path / "bin"
    answers.mkdir()
    (answers / "getconf").write_text(f"#!/bin/sh\necho glibc {have}\n", encoding="ascii")
    (answers / "getconf").chmod(0o755)
    shutil.copy2(ROOT / "packaging" / "linux" / "start.sh", tmp_path)
    (tmp_path / "cervical-reference").symlink_to(program)
    done = run(tmp_path / "start.sh", "--version", PATH=f"{answers}:{os.environ['PATH']}")
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == (1 if code else 0)


def test_an_old_processor_is_told_before_qt_is_loaded(program: Path, tmp_path: Path) -> None:
    described = tmp_path / "cpuinfo"
    described.write_text("processor : 0\nflags : fpu sse sse2 ssse3\n", encoding="ascii")
    script = f"mount --bind {described} /proc/cpuinfo && exec {program} --open faq"
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may not change what a program sees of its machine")
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert "SSE4.2" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder has other names elsewhere")
def test_changed_qt_libraries_are_taken_as_they_are(program: Path, tmp_path: Path) -> None:
    """The licence asks that Qt may be replaced, so nothing looks at signature or hash; another 6.11 was put in by hand.

    See `docs/decisions/0066-which-qt-may-replace-the-packaged-one.md`.
    """
    shutil.copytree(program.parent, tmp_path / "copy", symlinks=True)
    folder = tmp_path / "copy" / "_internal" / "PySide6" / "Qt"
    replaced = [path for path in (*folder.glob("lib/*.so*"), *folder.glob("plugins/*/*.so")) if not path.is_symlink()]
    for path in replaced:
        path.write_bytes(path.read_bytes() + bytes(16))
    assert len(replaced) > 10
    assert run(tmp_path / "copy" / program.name, "self-check", HOME=str(tmp_path)).returncode == 0


def test_the_compiled_support_files_of_pyside_are_used_and_can_be_taken_away(program: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(program.parent, copy, symlinks=True)
    folder = copy / "_internal" / "shiboken6" / "files.dir"
    (package,) = folder.rglob("shibokensupport/__init__.pyc")
    package.write_bytes(package.read_bytes()[:16] + marshal.dumps(compile("print('compiled files are read')", "test", "exec")))
    used = run(copy / program.name, "self-check", HOME=str(tmp_path))
    assert "compiled files are read" in used.stdout
    shutil.rmtree(folder)
    without = run(copy / program.name, "self-check", HOME=str(tmp_path))
    assert without.returncode == 0
    assert "compiled files are read" not in without.stdout
