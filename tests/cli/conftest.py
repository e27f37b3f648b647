"""The fixtures of the core's tests serve these too."""

from tests.core.conftest import _content, article, article_of, full, loaded, raw, saved, tea, tea_file  # noqa: F401
