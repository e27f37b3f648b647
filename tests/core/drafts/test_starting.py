"""A new article passes `check`, says in each field what goes there, and is completed by its schema."""

import datetime as dt
import json

import pytest

from app.core.base.saving import SavingError
from app.core.drafts.draft import look_at
from app.core.drafts.starting import HINT, StartingError, begin_article, first_content
from app.core.files.leaving import UNLIMITED
from app.core.files.schema import as_text
from app.core.pages.document import Document

TODAY = dt.date(2026, 11, 26)


def test_a_new_article_has_no_error_and_is_shown(tmp_path):
    made = begin_article("hand-hygiene", tmp_path, as_text(), TODAY, UNLIMITED)
    draft = look_at(made)
    assert draft.errors == ()
    assert draft.loaded is not None
    assert draft.loaded.article.id == "hand-hygiene"
    assert Document(draft.loaded.article).whole()
    schema = json.loads((made.parent / json.loads(made.read_text(encoding="utf-8"))["$schema"]).read_text(encoding="utf-8"))
    assert schema["title"] == "Content of one article"


def test_every_text_tells_what_goes_there_and_is_advised_on_in_one_line(tmp_path):
    made = begin_article("a", tmp_path, "{}", TODAY, UNLIMITED)
    (line,) = [one for one in look_at(made).advice if "still has the sentence" in one.what]
    count = made.read_text(encoding="utf-8").count(HINT)
    assert line.what.endswith(f"({count} fields like this)")
    assert json.dumps(first_content("a", TODAY), ensure_ascii=False).count(HINT) == count > 20


@pytest.mark.parametrize("name", ["", "Hand", "a/b", "../a", "a b", "a" * 61, "a\0", "-a", "\u00e9"])
def test_what_is_no_id_makes_nothing(tmp_path, name):
    with pytest.raises(StartingError):
        begin_article(name, tmp_path, "{}", TODAY, UNLIMITED)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(StartingError, match="already exists"):
        begin_article("a", tmp_path, "{}", TODAY, UNLIMITED)
    assert list((tmp_path / "a").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    with pytest.raises(SavingError):
        begin_article("a", tmp_path / "nowhere", "{}", TODAY, UNLIMITED)
