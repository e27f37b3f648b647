import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.article.content import Article
from app.core.files.loader import Loaded, load
from app.machine import paths
from tests import typefaces

typefaces.use()  # the hand-outs that the command makes are set with fonts

TEA = Path(__file__).parents[1] / "articles" / "tiny.json"

EXTRAS = {
    "urgent_care": {
        "id": "urgent-care",
        "title": "When to call for help",
        "text": "Call at once when one of these signs occurs.",
        "signs": ["Heavy bleeding", "Fever"],
        "emergency": "Call your local emergency number.",
        "triggers": ["hemorrhaging", "fever"],
        "sources": ["S01"],
    },
    "figures": [
        {
            "id": "figures/timeline",
            "title": "Timeline",
            "file": "timeline.svg",
            "alt": "A line from week 12 to week 16.",
            "audience": "everyone",
            "sections": ["treatment-and-management"],
            "sources": ["S01"],
        }
    ],
    "glossary": [{"id": "glossary/effacement", "term": "effacement", "meaning": "Thinning of the cervix.", "in_article": True}],
    "synonyms": [{"term": "cervical cerclage", "relation": "exact", "variants": ["cervical stitch"], "kind": "lay"}],
}
"""Short forms of the parts that an article may do without."""


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(paths.CONTENT)


@pytest.fixture(scope="session")
def article(loaded) -> Article:
    return loaded.article


@pytest.fixture(scope="session")
def tea() -> Article:
    """A short article in Arabic, written from right to left."""
    return load(TEA).article


@pytest.fixture(scope="session")
def tea_file() -> Path:
    return TEA


@pytest.fixture(scope="session")
def _content() -> dict[str, Any]:
    return json.loads(paths.CONTENT.read_text(encoding="utf-8"))


@pytest.fixture
def raw(_content) -> dict[str, Any]:
    """The content file as data, to be damaged."""
    return copy.deepcopy(_content)


@pytest.fixture
def full(raw) -> dict[str, Any]:
    """The content with every part that an article may have."""
    return {**raw, **copy.deepcopy(EXTRAS)}


@pytest.fixture
def saved(tmp_path) -> Callable[[object], Path]:
    """Write bytes, or data as JSON, to a file and return its path."""

    def save(content: object) -> Path:
        path = tmp_path / "content.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return save


@pytest.fixture
def article_of(saved) -> Callable[[dict[str, Any]], Article]:
    """Return the article that damaged, but still good, data make."""
    return lambda data: load(saved(data)).article
