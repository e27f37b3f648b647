"""Begin an article: a folder with a content file that passes `check`, where a sentence in each field tells what goes there, with the schema."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from app.core.article.content import PLACE_PATTERN, SCHEMA
from app.core.base.saving import SavingError
from app.core.files.leaving import Leaving

CONTENT, SCHEMA_FILE = "content.json", "content.schema.json"

HINT = "[Here: "
"""How every sentence begins that tells what goes into a field; `check` advises while one still stands there."""


class StartingError(Exception):
    """No article was begun; the message is one plain line."""


def begin_article(name: str, above: Path, schema: str, today: dt.date, leaving: Leaving) -> Path:
    """Make the folder of a new article in `above` and return its content file; `schema` is the text of the schema that goes beside it.

    Raise `StartingError` where the id is none or the folder is there already, and `SavingError` where it cannot be written.
    """
    if not re.search(PLACE_PATTERN, name) or "/" in name or len(name) > 60:  # noqa: PLR2004 - the name of a folder, too
        message = f"{name!r} cannot be the id of an article: use small letters a to z, digits and hyphens, such as hand-hygiene"
        raise StartingError(message)
    folder = above / name
    try:
        folder.mkdir()
    except FileExistsError:
        message = f"{folder} already exists; nothing was changed"
        raise StartingError(message) from None
    except (OSError, ValueError) as error:
        message = f"{folder} cannot be made: {getattr(error, 'strerror', None) or error}"
        raise SavingError(message) from error
    leaving.save(folder / SCHEMA_FILE, schema)
    leaving.save(folder / CONTENT, json.dumps(first_content(name, today), ensure_ascii=False, indent=2) + "\n")
    return folder / CONTENT


def _here(words: str) -> str:
    return f"{HINT}{words}]"


def first_content(name: str, today: dt.date) -> dict[str, Any]:
    """Return the data of a new article."""
    passage = {
        "text": _here("one statement, as it is in the article. One statement is one passage."),
        "plain": _here("the same statement in plain words. Keep every number and every “may”."),
        "notes": ["EN01"],
        "asked": [_here("words in which people ask for this; they are searched, never shown")],
    }
    return {
        "$schema": SCHEMA_FILE,
        "schema": SCHEMA,
        "id": name,
        "language": "en",
        "direction": "ltr",
        "title": _here("the title of the article"),
        "edition": {"updated": today.isoformat(), "checked": today.isoformat(), "reviewed_by": None},
        "provenance": {
            "author": {"stated": _here("who wrote it, as the source says; null where it does not say")},
            "peer_review": {"stated": None},
            "sources": {"stated": None},
            "evidence_grade": {"stated": None},
            "updates": {"stated": _here("how often it is checked again; null where the source does not say")},
            "left_out": [],
            "corrected": [],
            "own_text": True,
        },
        "disclaimer": {
            "id": "disclaimer",
            "title": _here("the title of the text that is shown at every start, such as: Please note"),
            "text": [_here("what the reader must know before reading; each text is one paragraph")],
            "short": _here("the same in one short line; it is shown under every page"),
        },
        "about": {
            "id": "about",
            "title": _here("the title of the page about this article, such as: About"),
            "text": [_here("for whom the article is, and what it does not cover")],
        },
        "sections": [
            {
                "id": "first",
                "title": _here("the title of the first page; choose its id and those below it now, because ids must not change once people use them"),
                "passages": [
                    {"id": "first/paragraph", "kind": "paragraph", **passage},
                    {
                        "id": "first/item",
                        "kind": "item",
                        "text": _here("one item of a list; its words up to the first colon are printed bold"),
                        "plain": _here("the same item in plain words"),
                        "asked": [_here("words in which people ask for this")],
                    },
                ],
            }
        ],
        "faq": {
            "id": "faq",
            "title": _here("the title of the page of questions, such as: Questions and answers"),
            "entries": [
                {
                    "id": "faq/first",
                    "question": _here("a question that people ask, ending with a question mark"),
                    "answer": _here("its answer, as it is in the article"),
                    "plain": _here("the answer in plain words"),
                    "sections": ["first"],
                    "asked": [_here("other words in which people ask this")],
                }
            ],
        },
        "notes": [
            {
                "id": "EN01",
                "verdict": _here("what the note says in a few words, such as: Outdated"),
                "text": _here("your dated sentence beside the statement that names this note"),
                "plain": _here("the same sentence in plain words"),
                "checked": today.isoformat(),
                "sources": ["S01"],
                "alerts": [],
            }
        ],
        "sources": [
            {
                "id": "S01",
                "short": _here("the name that notes use, such as: Standard 2024"),
                "issuer": _here("who published it"),
                "title": _here("its title"),
                "year": today.year,
                "address": None,
                "read": "in full",
                "read_as": None,
            }
        ],
        "glossary": [
            {
                "id": "glossary/first",
                "term": _here("a word that needs to be explained"),
                "meaning": _here("what it means, in one sentence"),
                "in_article": False,
            }
        ],
        "synonyms": [
            {
                "term": _here("a word of the article"),
                "relation": "exact",
                "variants": [_here("another word that people use for it")],
                "kind": "lay",
            }
        ],
    }
