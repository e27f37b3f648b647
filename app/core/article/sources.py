"""Say how much of a source the editors read."""

from app.core.article.content import Source
from app.core.base.labels import Labels


def how_read(source: Source, labels: Labels) -> str:
    """Return how much of a source the editors read, with their words on it: "Read as an abstract: opening only"."""
    extents: dict[str | None, str] = {
        "in full": labels.read_in_full,
        "part": labels.read_in_part,
        "abstract": labels.read_as_abstract,
        "copy": labels.read_as_copy,
        "secondary": labels.read_as_secondary,
    }
    if source.read is None:
        return labels.read_as.format(what=source.read_as)
    return ": ".join(filter(None, (extents[source.read], source.read_as)))
