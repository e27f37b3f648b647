"""How the library page says where an article comes from, its date, its language and its review."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from app.core.base.labels import Labels
from app.core.library.library import Origin


def origin_of(origin: Origin) -> str:
    """Return in a word or two where an article comes from."""
    if origin == Origin.BUNDLED:
        return QCoreApplication.translate("LibraryPage", "Included")
    if origin == Origin.OWN:
        return QCoreApplication.translate("LibraryPage", "This computer")
    return QCoreApplication.translate("LibraryPage", "Shared folder")


def date_of(dated: str, labels: Labels) -> str:
    """Return an article's date in words; what is no date is shown as it stands."""
    try:
        return labels.date(dt.date.fromisoformat(dated))
    except ValueError:
        return dated


def language_of(code: str) -> str:
    """Return what a language calls itself; the code where nobody knows. What Qt adds on a country is left off."""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    if locale.language() == QLocale.Language.English:
        return QLocale.languageToString(QLocale.Language.English)
    name = locale.nativeLanguageName().split(" ")[0]
    return name[:1].upper() + name[1:]


def is_reviewed(review: str, labels: Labels) -> bool:
    """Return whether what is said of a review is that all of the article was reviewed as it stands."""
    begin, changed = labels.reviewed.partition("{")[0], labels.reviewed_before
    return review.startswith(begin) and not review.endswith((changed.one.rpartition("}")[2], changed.other.rpartition("}")[2]))
