"""Packs: the same bytes for the same article, whole or refused in one line."""

import hashlib
import io
import json
import stat
import zipfile

import pytest

from app.core.files.loader import load
from app.core.library.packs import CONTENT, MANIFEST, PackError, load_pack, name_of, read_pack, write_pack
from app.machine import paths


@pytest.fixture(scope="module")
def loaded():
    return load(paths.CONTENT)


@pytest.fixture(scope="module")
def raw():
    return paths.CONTENT.read_bytes()


@pytest.fixture(scope="module")
def pack(loaded, raw):
    return write_pack(loaded, raw)


def packed(files, manifest=None, change=lambda info: info):
    """Return a zip of files, with a manifest that fits unless another is given."""
    sums = {name: hashlib.sha256(raw).hexdigest() for name, raw in files}
    told = json.dumps({"form": 1, "id": "x", "files": sums} if manifest is None else manifest).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(MANIFEST, told), *files]:
            archive.writestr(change(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def test_a_pack_is_the_same_whenever_it_is_made_and_holds_the_article_with_its_figures(loaded, raw, pack, tmp_path):
    assert write_pack(loaded, raw) == pack
    path = tmp_path / name_of(loaded)
    path.write_bytes(pack)
    again = load_pack(path)
    assert (again.article, again.digest, again.figures) == (loaded.article, loaded.digest, loaded.figures)
    assert path.name == f"cervical-insufficiency-{loaded.article.edition.updated}-{loaded.short_digest}.refpack"


@pytest.mark.parametrize(
    "name", ["../x.svg", "/x.svg", "a/../../x.svg", "C:/x.svg", "a\\x.svg", "./x.svg", "a//x.svg", "x.svg/", "x\x00.svg", "é.svg", "x.exe", "x", ""]
)
def test_a_name_that_leads_elsewhere_or_is_no_part_of_an_article_refuses_the_pack(raw, name):
    with pytest.raises(PackError, match=r"is not allowed in an article|does not belong to an article|damaged|two of its files|not in its manifest"):
        read_pack(packed([(CONTENT, raw), (name, b"x")]))


def as_link(info):
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


BOMB = b"0" * 30_000_000


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda raw: packed([(CONTENT, raw)], change=as_link), "is not a plain file"),
        (lambda raw: packed([(CONTENT, raw), ("a.svg", b"1"), ("A.svg", b"1")]), "the same name"),
        (lambda raw: packed([(CONTENT, raw), *((f"{number}.svg", b"") for number in range(600))]), "more than 500 files"),
        (lambda raw: packed([(CONTENT, raw), ("a.svg", BOMB)]), "a.svg in it is larger than 1 MB"),
        (lambda _: packed([(CONTENT, BOMB)]), "content.json in it is larger than 20 MB"),
        (lambda raw: packed([(CONTENT, raw), *((f"{number}.svg", BOMB) for number in range(4))]), "larger than 100 MB"),
        (lambda _: packed([("a.svg", b"")]), "no content.json"),
        (lambda raw: packed([(CONTENT, raw)], {"form": 1, "id": "x", "files": {CONTENT: "0" * 64}}), "differs from what its manifest says"),
        (lambda raw: packed([(CONTENT, raw)], {"form": 1, "id": "x", "files": {}}), "not in its manifest"),
        (lambda raw: packed([(CONTENT, raw)], {"form": 9, "id": "x", "files": {}}), "format 9"),
        (lambda raw: packed([(CONTENT, raw)], ["no manifest"]), "manifest.json cannot be read"),
        (lambda raw: packed([(CONTENT, raw)])[:-30], "damaged"),
        (lambda _: b"", "damaged"),
        (lambda raw: raw, "damaged"),
    ],
)
def test_whatever_is_wrong_refuses_the_whole_pack_in_one_line(raw, made, reason):
    with pytest.raises(PackError, match=reason) as refused:
        read_pack(made(raw))
    assert "\n" not in str(refused.value)


def test_a_pack_whose_manifest_names_another_article_is_refused(raw, tmp_path):
    path = tmp_path / "a.refpack"
    path.write_bytes(packed([(CONTENT, raw)]))
    with pytest.raises(PackError, match="names another article"):
        load_pack(path)


def test_a_list_of_very_many_files_is_not_even_read(monkeypatch):
    flood = packed([(f"{number}.svg", b"") for number in range(600)])
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("it was read"))
    with pytest.raises(PackError, match="more than 500 files"):
        read_pack(flood)


def test_every_flipped_byte_is_noticed_or_harmless(raw, pack):
    whole = read_pack(pack)
    for at in range(0, len(pack), len(pack) // 150):
        damaged = bytearray(pack)
        damaged[at] ^= 0x55
        try:
            assert read_pack(bytes(damaged)) == whole
        except PackError:
            continue
