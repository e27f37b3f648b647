import hashlib
import json

import pytest

from app.core.article.content import SIZE_LIMIT
from app.core.files.loader import ContentError, Loaded, UnreadableError, load, read_bytes
from app.machine import paths


def test_the_bundled_article_loads(loaded):
    assert loaded.article.title == "Cervical Insufficiency"
    assert len(loaded.article.sections) == 5
    assert len(loaded.article.faq.entries) == 10


def test_what_is_loaded_knows_its_file_and_the_hash_of_its_bytes(loaded):
    assert loaded.path == paths.CONTENT
    assert loaded.digest == hashlib.sha256(paths.CONTENT.read_bytes()).hexdigest()
    assert loaded.short_digest == loaded.digest[:7]


def test_one_changed_byte_changes_the_hash(loaded, saved):
    assert load(saved(paths.CONTENT.read_bytes() + b"\n")).digest != loaded.digest


def test_an_article_cannot_be_changed(article):
    with pytest.raises(AttributeError):
        article.title = "Another"


def test_an_article_in_arabic_loads(tea):
    assert (tea.language, tea.direction) == ("ar", "rtl")
    assert [section.id for section in tea.sections] == ["brewing", "storing"]
    assert tea.urgent_care is None
    assert tea.glossary == ()


def test_an_article_with_every_part_loads(article_of, full):
    made = article_of(full)
    assert made.urgent_care.triggers == ("hemorrhaging", "fever")
    assert made.figures[0].sections == ("treatment-and-management",)
    assert made.glossary[0].in_article is True
    assert made.synonyms[0].variants == ("cervical stitch",)


def test_a_byte_order_mark_is_skipped(loaded, saved):
    assert load(saved(b"\xef\xbb\xbf" + paths.CONTENT.read_bytes())).article == loaded.article


def test_a_file_that_is_missing_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableError) as error:
        load(tmp_path / "absent.json")
    assert str(error.value) == f"{tmp_path / 'absent.json'} cannot be read: no such file or directory"


def test_a_folder_is_told(tmp_path):
    with pytest.raises(UnreadableError, match="is a folder, not a content file"):
        load(tmp_path)


def test_a_path_through_a_file_is_told(saved):
    with pytest.raises(UnreadableError, match="cannot be read"):
        load(saved(b"{}") / "content.json")


def test_a_path_that_no_system_takes_is_told(tmp_path):
    with pytest.raises(UnreadableError, match="cannot be read"):
        load(tmp_path / "nul\0.json")


def test_a_file_is_read_no_further_than_the_limit(saved):
    assert len(read_bytes(saved(b" " * (SIZE_LIMIT + 10)))) == SIZE_LIMIT + 1


def test_a_file_over_the_limit_is_wrong_content(saved):
    with pytest.raises(ContentError, match="is larger than 20 MB"):
        load(saved(b" " * (SIZE_LIMIT + 10)))


@pytest.mark.parametrize(
    "content", [b"", b'{"schema": 1', b"no json", b'{"title": "caf\xe9"}', b"[]", b'{"schema": 2}', b"[" * 100_000], ids=lambda content: content[:12]
)
def test_wrong_content_is_told_with_its_file(saved, content):
    path = saved(content)
    with pytest.raises(ContentError) as error:
        load(path)
    assert error.value.path == path
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_the_first_problem_is_told_and_how_many_more_there_are(saved, raw):
    raw["title"] = ""
    raw["direction"] = "up"
    del raw["edition"]
    path = saved(raw)
    with pytest.raises(ContentError) as error:
        load(path)
    assert len(error.value.problems) == 3
    assert str(error.value) == f"{path}: {error.value.problems[0]} (and 2 more)"


def test_a_single_problem_is_told_without_a_count(saved, raw):
    raw["title"] = ""
    path = saved(raw)
    with pytest.raises(ContentError) as error:
        load(path)
    assert str(error.value) == f"{path}: title: is empty"


def test_markup_is_loaded_as_the_text_it_is(article_of, raw):
    raw["sections"][0]["passages"][0]["text"] = '<script>alert("x")</script>'
    assert article_of(raw).sections[0].passages[0].text == '<script>alert("x")</script>'


def test_a_file_without_optional_fields_loads(article_of, raw):
    for name in ("$schema", "urgent_care", "figures", "glossary", "synonyms"):
        del raw[name]
    del raw["sections"][0]["facts"]
    del raw["sections"][0]["passages"][0]["notes"]
    made = article_of(raw)
    assert made.sections[0].facts == ()
    assert made.sections[0].passages[0].notes == ()


def test_equal_files_make_equal_articles(raw, saved, loaded):
    again = load(saved(json.dumps(raw).encode()))
    assert again.article == loaded.article
    assert isinstance(again, Loaded)


@pytest.mark.parametrize(("name", "raw", "is_told"), [("a.md", b"# Tea", True), ("a.docx", b"PK\x03\x04\xff", True), ("a.json", b"# Tea", False)])
def test_a_text_that_is_taken_for_a_content_file_is_told_with_what_to_do(tmp_path, name, raw, is_told):
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(ContentError) as told:
        load(path)
    assert ("“import” makes a content file of it" in str(told.value)) is is_told
