"""Write the JSON Schema of the content file, so that an author's editor completes and checks (`python -m app.core.files.schema`)."""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from app.core.article.content import Article


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a content file."""
    described = _dedented(msgspec.json.schema(Article))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Content of one article", **described}


def _dedented(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part with descriptions as Python 3.13 keeps docstrings; older ones leave the indentation of the source in them."""

    def dedented(name: str, value: object) -> object:
        if name == "description" and isinstance(value, str):
            return inspect.cleandoc(value)
        return _dedented(value) if isinstance(value, dict) else value

    return {name: dedented(name, value) for name, value in part.items()}


def as_text() -> str:
    """Return the schema as it stands in `resources/content.schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "resources/content.schema.json").write_text(as_text(), encoding="utf-8")
