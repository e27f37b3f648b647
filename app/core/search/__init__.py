"""Find the passage that answers what a reader typed."""

from app.core.search.index import SearchIndex
from app.core.search.results import Hit, Results

__all__ = ["Hit", "Results", "SearchIndex"]
