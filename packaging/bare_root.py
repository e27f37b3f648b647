#!/usr/bin/env python3
"""Try the README's two commands as on a machine that has only Python: in a fresh Debian of its own, by chroot.

    python3 packaging/bare_root.py SUITE …      for example: bookworm trixie

Each suite gets a root with `python3 python3-venv ca-certificates` and nothing else, a clone of this checkout's commit in a folder with spaces and
letters outside ASCII, and what pip and apt need to know of this machine. There the program must open its window (on an Xvfb from outside; without
one, say that there is no display), do again without a network and with the checkout read-only, and all tests must pass. It needs root, `mmdebstrap`
and a kernel that lets it mount. Where that is missing it says so, and fails only where the variable CI is set. Mounts are made in a namespace of
their own and end with it; the root is removed afterwards.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PACKAGES = "python3,python3-venv,ca-certificates"

SAID = "said.txt"
"""Holds what was printed in a root, so that two roots do not speak at the same time."""

CHECKOUT = Path("/src/Réference cervicale 頸")
"""Where the clone lies in the root."""

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

PIP_FILES = (Path("/etc/pip.conf"), Path("/etc/xdg/pip"), Path.home() / ".config" / "pip", Path.home() / ".pip")
"""Where pip looks for its configuration."""

APT_FILES = (Path("/etc/apt/auth.conf"), Path("/etc/apt/auth.conf.d"))
"""What apt must know to be let in, where that is asked for."""

HANDED_ON = re.compile(r"PIP_\w+|\w+_(proxy|PROXY)|SSL_CERT_\w+|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|TERM|CI")
"""Variables that hold in the root as well."""

PATIENCE = 900.0
"""Seconds in which a window must have opened; the set-up comes before it."""

KEPT = "Acquire::"
"""What is kept of apt's configuration: how it reaches its packages."""

PASSED_OVER = ("IndexTargets", "Changelogs", "CompressionTypes", "Languages")

NO_WINDOW = 3
"""The program's exit code where it cannot show its window."""

TITLE = "Cervical Insufficiency"


class FailedError(Exception):
    """Something in the root did not go as the README promises."""


def main(arguments: list[str]) -> int:
    """Try every suite that is named; return the exit code."""
    if arguments[:1] == ["--inside"]:
        suite, place = arguments[1:]
        return try_out(suite, Path(place))
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stdout if arguments[:1] in (["-h"], ["--help"]) else sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    if reason := hindrance():
        print(f"No bare root can be made here: {reason}.", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with ThreadPoolExecutor() as pool:  # while one waits for its packages, another can use the processors
        return max(pool.map(in_own_namespace, arguments))


def hindrance() -> str:
    """Return why no root can be made, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "that takes root on Linux"
    missing = [tool for tool in ("mmdebstrap", "unshare", "chroot", "git") if shutil.which(tool) is None]
    if missing:
        return f"{', '.join(missing)} missing"
    tried = subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True, text=True)
    return tried.stderr.strip() if tried.returncode else ""


def in_own_namespace(suite: str) -> int:
    """Try one suite where no mount is seen from outside, and remove the root afterwards, when nothing is mounted in it any more."""
    with tempfile.TemporaryDirectory(prefix=f"bare-{suite}-") as place:
        Path(place).chmod(0o755)  # apt gives up its rights while it loads
        call = [sys.executable, __file__, "--inside", suite, place]
        code = subprocess.run(["unshare", "--mount", "--propagation", "private", *call], check=False).returncode
        said = (Path(place) / SAID).read_text(encoding="utf-8", errors="replace") if (Path(place) / SAID).exists() else ""
        print(f"---- {suite}: exit code {code}\n{said}----", flush=True)
        return code


def try_out(suite: str, place: Path) -> int:
    """Make the root and run the README's commands in it; return the exit code."""
    root, started = place / "root", time.monotonic()
    live, said = os.dup(1), (place / SAID).open("wb")
    for stream in (1, 2):
        os.dup2(said.fileno(), stream)

    def told(words: str) -> None:
        line = f"[{suite} {time.monotonic() - started:4.0f} s] {words}\n".encode()
        for stream in (live, 1):
            os.write(stream, line)

    try:
        told("a bare root")
        make_root(suite, root)
        with display() as shown:
            told("python3 packaging/run.py")
            open_program(root, shown)
        told("the same without a network, the checkout read-only")
        again_offline(root)
        told("python3 packaging/run.py --tests")
        pass_tests(root)
    except FailedError as error:
        told(f"failed: {error}")
        return 1
    told("done")
    return 0


def make_root(suite: str, root: Path) -> None:
    """Make the root, hand on how this machine reaches its packages, and clone the checkout into it."""
    options = root.parent / "apt.conf"
    options.write_text(apt_options(run("apt-config", "dump")), encoding="utf-8")
    found = run("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian", "Component: main")
    run("mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", f"--aptopt={options}", suite, str(root), *found.split()[:1])
    told = told_to_pip()
    files = (path for path in told if path.is_file())
    for path in (*PIP_FILES, *APT_FILES, *files, CERTIFICATES, Path("/etc/resolv.conf"), Path("/etc/hosts")):
        hand_on(path, root)
    for path in {Path(*path.parts[:3]) for path in told if path.is_dir()}:  # an index refers to files that lie beside it
        bind(path, root)
        run("mount", "-o", "remount,bind,ro", str(within(root, path)))
    run("mount", "--rbind", "/dev", str(root / "dev"))
    run("mount", "-t", "proc", "proc", str(root / "proc"))
    clone = within(root, CHECKOUT)
    clone.parent.mkdir()
    run("git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone))


def run(*command: str) -> str:
    """Run a command and return what it prints; raise `FailedError` with its complaint."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def within(root: Path, path: Path) -> Path:
    """Return where an absolute path lies in a root."""
    return root / path.relative_to("/")


def apt_options(dump: str) -> str:
    """Return those lines of apt's configuration that say how packages are reached."""
    lines = (line for line in dump.splitlines() if line.startswith(KEPT) and not any(part in line for part in PASSED_OVER))
    return "".join(f"{line}\n" for line in lines)


def hand_on(path: Path, root: Path) -> None:
    """Copy a file or folder to the same place in the root, where there is one; what lies below this user's home goes to root's."""
    home = Path.home()
    target = within(root, Path("/root") / path.relative_to(home) if path.is_relative_to(home) else path)
    if path.is_dir():
        shutil.copytree(path, target, dirs_exist_ok=True)
    elif path.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def bind(path: Path, root: Path) -> None:
    """Show a folder of this machine at the same place in the root."""
    within(root, path).mkdir(parents=True, exist_ok=True)
    run("mount", "--bind", str(path), str(within(root, path)))


def told_to_pip() -> set[Path]:
    """Return the files and folders of this machine that pip is told of: certificates, constraints, folders with packages."""
    files = (file for path in PIP_FILES for file in ([path] if path.is_file() else path.rglob("*.conf")))
    words = [file.read_text(encoding="utf-8") for file in files] + [value for name, value in os.environ.items() if name.startswith("PIP_")]
    return paths_named(" ".join(words))


def paths_named(words: str) -> set[Path]:
    """Return every absolute path and every address of a file."""
    paths = (word.removeprefix("file://") for word in re.split(r"[\s=]+", words))
    return {Path(path) for path in paths if path.startswith("/")}


def call(root: Path, more: Mapping[str, str], *arguments: str, within: tuple[str, ...] = ()) -> "subprocess.Popen[bytes]":
    """Start `packaging/run.py` in the root, within another command if need be."""
    own = {name: value for name, value in os.environ.items() if HANDED_ON.fullmatch(name)}
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    command = ["chroot", str(root), "python3", f"{CHECKOUT}/packaging/run.py", *arguments]
    return subprocess.Popen([*within, *command], cwd="/", env=own | {"PATH": path, "HOME": "/root", **more}, stdin=subprocess.DEVNULL)


@contextmanager
def display() -> Iterator[str]:
    """Give a display from outside, with a window manager, where this machine can; else an empty name."""
    if any(shutil.which(tool) is None for tool in ("Xvfb", "openbox", "xdotool")):
        yield ""
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        name = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


def open_program(root: Path, shown: str) -> None:
    """Run the README's first command until its window is there, and quit by key; without a display, until it says so (exit code 3)."""
    if not shown:
        if (code := call(root, {}).wait()) != NO_WINDOW:
            raise FailedError(f"without a display the program ended with {code}")
        return
    bind(Path("/tmp/.X11-unix"), root)  # noqa: S108 - X displays live there
    program = call(root, {"DISPLAY": shown})
    outside = {**os.environ, "DISPLAY": shown}

    def by_hand(*arguments: str) -> str:
        return subprocess.run(["xdotool", *arguments], env=outside, capture_output=True, text=True, check=False).stdout

    end, window = time.monotonic() + PATIENCE, ""
    while program.poll() is None and time.monotonic() < end:
        time.sleep(0.5)
        if found := by_hand("search", "--onlyvisible", "--name", f"^{TITLE}").split():
            window = found[-1]
            by_hand("windowactivate", "--sync", window)
            by_hand("key", "Return", "ctrl+q")  # again and again: what comes before the window is complete is lost
    if program.poll() is None:
        program.kill()
    if program.wait() or not window:
        raise FailedError(f"the program {'did not quit' if window else 'opened no window'} (exit code {program.returncode})")


def again_offline(root: Path) -> None:
    """Show a passage without a network and with a checkout that nobody can write."""
    clone = within(root, CHECKOUT)
    run("mount", "--bind", str(clone), str(clone))
    run("mount", "-o", "remount,bind,ro", str(clone))
    if call(root, {}, "handout", "--output", "/tmp/handout.pdf", within=("unshare", "--net")).wait():  # noqa: S108 - in the root
        raise FailedError("it does not run without a network")
    run("umount", str(clone))


def pass_tests(root: Path) -> None:
    """Run the README's second command."""
    if code := call(root, {}, "--tests", "-q").wait():
        raise FailedError(f"the tests ended with {code}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
