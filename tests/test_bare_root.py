"""What a bare root is given of the machine that makes it; making one takes root and minutes, which the checks do."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import bare_root  # noqa: E402 - the folder is no package, so that it does not hide the library of the same name

DUMP = """APT::Architecture "amd64";
Acquire::http::Proxy "http://proxy.example:3128";
Acquire::Check-Date "false";
Acquire::IndexTargets::deb::Packages::MetaKey "$(COMPONENT)/binary-$(ARCHITECTURE)/Packages";
DPkg::Post-Invoke:: "rm -f /var/cache/apt/archives/*.deb";
"""


def test_only_how_packages_are_reached_is_handed_on() -> None:
    assert bare_root.apt_options(DUMP) == 'Acquire::http::Proxy "http://proxy.example:3128";\nAcquire::Check-Date "false";\n'


def test_files_and_folders_are_found_in_what_pip_is_told() -> None:
    told = "[global]\nfind-links = /srv/wheels\nextra-index-url = file:///srv/index/simple https://packages.example/simple\ncert=/etc/ssl/certs/all.crt\n"
    assert bare_root.paths_named(told) == {Path("/srv/wheels"), Path("/srv/index/simple"), Path("/etc/ssl/certs/all.crt")}


def test_a_file_comes_to_the_same_place_and_what_is_this_users_to_roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, root = tmp_path / "home", tmp_path / "root"
    (home / ".config" / "pip").mkdir(parents=True)
    (home / ".config" / "pip" / "pip.conf").write_text("own", encoding="utf-8")
    (tmp_path / "pip.conf").write_text("all", encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: home)
    for path in (home / ".config" / "pip", tmp_path / "pip.conf", tmp_path / "missing"):
        bare_root.hand_on(path, root)
    assert (root / "root" / ".config" / "pip" / "pip.conf").read_text(encoding="utf-8") == "own"
    assert bare_root.within(root, tmp_path / "pip.conf").read_text(encoding="utf-8") == "all"
    assert not bare_root.within(root, tmp_path / "missing").exists()


@pytest.mark.parametrize(("in_ci", "code"), [("true", 1), ("", 0)])
def test_where_no_root_can_be_made_only_the_checks_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], in_ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", in_ci)
    monkeypatch.setattr(bare_root, "hindrance", lambda: "that takes root on Linux")
    assert bare_root.main(["bookworm"]) == code
    assert capsys.readouterr().err == "No bare root can be made here: that takes root on Linux.\n"


def test_a_command_that_fails_is_told_with_its_complaint() -> None:
    with pytest.raises(bare_root.FailedError, match="oh no"):
        bare_root.run(sys.executable, "-c", "raise SystemExit('oh no')")
