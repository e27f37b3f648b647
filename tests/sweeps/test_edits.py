"""An edit of each field of each record; the plain test command tries the fields of two records of a kind."""

from tests.core.conftest import _content, article_of, full, raw, saved  # noqa: F401 - fixtures
from tests.core.pages.test_changes import edit_each


def test_every_edit_of_one_field_is_found_at_its_place(full, article_of):  # noqa: F811
    assert edit_each(full, article_of) > 200
