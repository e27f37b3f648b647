"""Find the passage that answers what a reader typed.

`engine` ranks; it asks `query` what was typed, which asks `vocabulary` and the package `language`; `index` holds the article. `data` is all that is
made before the first query, `stored` its form as bytes; `plain` serves until it is there.

It imports `article`, `language` and what is below them.
"""

from app.core.search.engine import SearchIndex, mark_words
from app.core.search.plain import PlainSearch
from app.core.search.results import Hit, Results

__all__ = ["Hit", "PlainSearch", "Results", "SearchIndex", "mark_words"]
