"""The program's own words as one article needs them: who reviews it, for whom its hand-outs are, whose text it is."""

from msgspec.structs import replace

from app.core.article.content import Article, Wording
from app.core.base.labels import ENGLISH, Labels


def labels_for(article: Article, labels: Labels = ENGLISH) -> Labels:
    """Return labels with the words that the article has for its people; where it says nothing, words that fit any article. Twice is as once.

    The words are put into sentences of the labels, so they count only where the article is in the labels' language.
    """
    is_same_language = article.language.lower().partition("-")[0] == labels.code.lower().partition("-")[0]
    told, changes = article.wording if is_same_language else Wording(), dict[str, object]()
    if told.reviewer:
        changes["not_reviewed"] = labels.not_reviewed_by.format(reviewer=told.reviewer)
    if told.readers:
        changes["handout_plain"] = labels.handout_plain_for.format(readers=told.readers)
    if told.organisation:
        changes["contact"] = labels.contact_of.format(organisation=told.organisation)
    if article.provenance.own_text:
        changes |= {name: getattr(labels, f"{name}_own") for name in OWN} | {"editors": ""}
        changes["review_steps"] = (labels.review_steps[0], labels.review_step_own, *labels.review_steps[2:])
    return replace(labels, **changes) if changes else labels


OWN = ("figures_lead", "glossary_lead", "from_glossary", "from_box", "reworded", "says_of_itself", "not_stated", "no_author", "inconsistencies_lead")
"""Labels that differ where the editors are the authors."""
