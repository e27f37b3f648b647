"""The bill of materials tells of every component what scanners and administrators look for; this needs no build."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import licences  # noqa: E402 - the folder is no package
import sbom  # noqa: E402

ZLIB = Path("/lib/x86_64-linux-gnu/libz.so.1")
PURL = re.compile(r"pkg:(pypi|generic|github|cargo|deb)(/[a-z0-9][\w.+-]*)+@[\w.:~%-]+(\?[a-z]+=[\w.-]+(&[a-z]+=[\w.-]+)*)?")
CPE = re.compile(r"cpe:2\.3:a:[\w.-]+:[\w.-]+:([\w.-]|\\[^\w\s])+(:\*){4}:(\*|rust)(:\*){2}")
ODD = "1:2.3~rc1+dfsg"
"""A version with everything that has a meaning in a package URL or a CPE."""


def notice_of(component: licences.Component) -> licences.Notice:
    purls = (f"pkg:deb/debian/{component.id}@{ODD.replace('+', '%2B')}",) if component.system else (f"{component.purl}@1.0",)
    version = ODD if component.system else component.version or "1.0"
    texts = ("MIT.txt",)
    return licences.Notice(component.id, component.name, version, component.licence, component.source, texts, (), component.inside, purls)


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The bill of a folder that has every component that may travel."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "resources" / "licences").mkdir(parents=True)
    notices = [notice_of(one) for one in licences.components()]
    (folder / licences.FOLDER / licences.INDEX).write_bytes(msgspec.json.encode(notices))
    (folder / "libz.so.1").write_bytes(b"zlib")
    return sbom.bill(folder)


def components(bill: dict[str, Any]) -> list[dict[str, Any]]:
    tops = [bill["metadata"]["component"], *bill["components"]]
    return [part for top in tops for part in (top, *top.get("components", [])) if part["type"] != "file"]


def test_every_component_has_supplier_package_url_and_cpe(bill: dict[str, Any]) -> None:
    found = components(bill)
    crates = [crate for one in licences.components() if one.crates for crate in sbom.crate_parts(one.id, one.package)]
    assert {crate["bom-ref"].partition(":")[0] for crate in crates} == {"rust-crates", "tantivy-crates"}
    assert len(found) == len(licences.components()) + len(crates)
    assert [part["bom-ref"] for part in found if not part["supplier"]["name"]] == []
    assert [part["bom-ref"] for part in found if not PURL.fullmatch(part["purl"])] == []
    assert [part["bom-ref"] for part in found if not CPE.fullmatch(part["cpe"])] == []
    assert [part["bom-ref"] for part in found if not part["version"] or not part["licenses"]] == []
    assert bill["metadata"]["supplier"]["name"]


def test_no_two_components_have_the_same_package_url(bill: dict[str, Any]) -> None:
    """Two libraries may have taken the same crate in, each for itself."""
    tops = [bill["metadata"]["component"], *bill["components"]]
    for parts in (tops, *(top["components"] for top in bill["components"] if top["bom-ref"].endswith("-crates"))):
        found = [part["purl"] for part in parts]
        assert sorted({purl for purl in found if found.count(purl) > 1}) == []


def test_no_two_parts_have_the_same_reference(bill: dict[str, Any]) -> None:
    found = [part["bom-ref"] for part in components(bill)]
    assert sorted({reference for reference in found if found.count(reference) > 1}) == []


@pytest.mark.parametrize(("version", "escaped"), [("1.2.13", "1.2.13"), ("6.11_3-1", "6.11_3-1"), ("1:2~a+b", r"1\:2\~a\+b"), ("", "*")])
def test_what_has_a_meaning_in_a_cpe_is_escaped_in_versions(version: str, escaped: str) -> None:
    assert sbom.cpe("zlib:zlib", version) == f"cpe:2.3:a:zlib:zlib:{escaped}:*:*:*:*:*:*:*"


@pytest.mark.skipif(not ZLIB.exists() or not licences._has_dpkg(), reason="the libraries are another system's")
def test_a_library_of_the_building_machine_has_the_package_url_of_its_package(tmp_path: Path) -> None:
    zlib = next(one for one in licences.components() if one.id == "zlib")
    notice = licences._notice(zlib, {"libz.so.1": ZLIB}, licences._Texts(tmp_path))
    (purl,) = notice.purls
    assert PURL.fullmatch(purl)
    assert re.match(r"pkg:deb/\w+/zlib1g@1:1\.\d", purl)
    assert "arch=" in purl


def test_what_comes_from_several_packages_names_them_all() -> None:
    component = next(one for one in licences.components() if one.id == "xcb-util")
    notice = msgspec.structs.replace(notice_of(component), purls=("pkg:deb/debian/a@1", "pkg:deb/debian/b@1"))
    part = sbom._part(notice, component, [])
    assert part["purl"] == "pkg:deb/debian/a@1"
    assert [one["value"] for one in part["properties"]] == ["pkg:deb/debian/b@1"]


@pytest.mark.skipif(importlib.util.find_spec("cyclonedx") is None, reason="the library with the format's own schema is not installed")
def test_the_bill_of_every_component_holds_against_the_formats_own_schema(bill: dict[str, Any]) -> None:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None
