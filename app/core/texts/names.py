"""The words by which parts of a text are known, in the languages that people write in, and the words that stand where an author gave none."""

import calendar
import datetime as dt
import re
from typing import Literal

from msgspec import Struct

from app.core.base.text import fold

PartKind = Literal[
    "section",
    "faq",
    "glossary",
    "sources",
    "figures",
    "synonyms",
    "urgent",
    "disclaimer",
    "about",
    "left out",
    "corrected",
    "contradictions",
    "provenance",
]

_NAMES: dict[PartKind, str] = {
    "faq": (
        "frequently asked questions|questions and answers|question and answer|faq|faqs|q&a|q & a|common questions|your questions answered|questions"
        "|preguntas frecuentes|preguntas y respuestas|häufige fragen|häufig gestellte fragen|fragen und antworten|foire aux questions"
        "|questions fréquentes|questions fréquemment posées|questions courantes|questions et réponses|vos questions|domande frequenti"
        "|domande e risposte|perguntas frequentes|perguntas e respostas|veelgestelde vragen|vragen en antwoorden|vanliga frågor|frågor och svar"
        "|الأسئلة الشائعة|أسئلة شائعة|أسئلة وأجوبة"
    ),
    "glossary": (
        "glossary|glossary of terms|words explained|words used|word list|glosario|glossar|begriffe|begriffserklärung|worterklärungen|glossaire"
        "|lexique"
        "|glossario|glossário|begrippenlijst|woordenlijst|ordlista|مسرد"
    ),
    "sources": (
        "sources|references|bibliography|literature|sources and references|fuentes|referencias|bibliografía|quellen|quellenangaben|literatur"
        "|literaturverzeichnis|références|bibliographie|fonti|riferimenti|bibliografia|fontes|referências|bronnen|literatuur|källor|referenser"
        "|المصادر|المراجع"
    ),
    "figures": "figures|drawings|figuras|abbildungen|illustrations|figure|afbeeldingen|figurer",
    "synonyms": "synonyms|other words|words people use|sinónimos|otras palabras|synonyme|andere wörter|synonymes|autres mots|sinonimi"
    "|sinônimos|synoniemen|synonymer",
    "urgent": (
        "when to call for help|when to call|when to get help|urgent care|cuándo pedir ayuda|cuándo llamar|wann sie hilfe rufen|wann hilfe rufen"
        "|quand appeler|quand appeler à l'aide"
    ),
    "disclaimer": (
        "disclaimer|medical disclaimer|legal notice|important notice|please note|descargo de responsabilidad|aviso legal|aviso|aviso importante"
        "|exención de responsabilidad"
        "|haftungsausschluss|wichtiger hinweis|hinweis|rechtlicher hinweis|avertissement|clause de non-responsabilité|avis de non-responsabilité"
        "|mentions légales|avvertenza|avvertenze|isenção de responsabilidade|aviso legal|vrijwaring|ansvarsfriskrivning|إخلاء المسؤولية|تنبيه"
    ),
    "about": (
        "about|about this article|about this page|about this leaflet|about this document|about this guide|about this reference"
        "|about this protocol|about this text"
        "|about us|acerca de|acerca de este documento|sobre este artículo|sobre este documento|sobre esta hoja|über diesen text|über diesen artikel"
        "|über dieses dokument|über dieses merkblatt|impressum|à propos|à propos de ce document|à propos de cet article|informazioni|sobre"
        "|over dit artikel|om"
    ),
    "left out": "left out|what was left out",
    "corrected": "corrected|what was corrected|corrections",
    "contradictions": "contradictions|where the article contradicts itself|inconsistencies",
}

_PARTS = {fold(name): kind for kind, names in _NAMES.items() for name in names.split("|")}

COUNTED = re.compile(r"^\s*(?:§\s*)?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z][.)]|[IVX]{1,5}[.)])\s+(?=\S)")
"""The number before a heading: 1., 2.3, IV."""


def without_number(title: str) -> str:
    """Return a heading without its number and without a colon at its end."""
    return COUNTED.sub("", title, count=1).strip().rstrip(":：").strip() or title.strip()


def part_of(title: str) -> PartKind:
    """Return which part of an article a heading begins; a section, unless its words say otherwise."""
    return _PARTS.get(fold(" ".join(without_number(title).replace("’", "'").split())).strip(" .:!"), "section")


def is_question(text: str) -> bool:
    """Return whether a text asks something, by the mark at its end or at its beginning."""
    bare = text.strip().rstrip("\"'”»*")
    return bare.endswith(("?", "؟", "？", "⸮")) or (bare.startswith("¿") and len(bare) > 1)


QUESTION_MARK = re.compile(r"^(?:Q|P|F|V|D|Question|Pregunta|Frage|Vraag|Domanda|Pergunta)\s*\d{0,3}\s*[.:)]\s+(?=\S)", re.IGNORECASE)
ANSWER_MARK = re.compile(r"^(?:A|R|Answer|Respuesta|Antwort|Antwoord|Réponse|Reponse|Risposta|Resposta)\s*\d{0,3}\s*[.:)]\s+(?=\S)", re.IGNORECASE)

INLINE_DISCLAIMER = re.compile(
    r"^(?:medical )?(?:disclaimer|descargo de responsabilidad|haftungsausschluss|avertissement"
    r"|clause de non-responsabilité)\s*[:\u2013\u2014-]\s*(?=\S)",
    re.IGNORECASE,
)

LEFTOVER = frozenset(
    map(
        fold,
        [
            "see more",
            "see less",
            "read more",
            "read less",
            "show more",
            "show less",
            "learn more",
            "load more",
            "continue reading",
            "advertisement",
            "sponsored",
            "share",
            "share this",
            "share this page",
            "print",
            "print this page",
            "cite",
            "feedback",
            "send feedback",
            "back to top",
            "skip to content",
            "skip to main content",
            "[edit]",
            "jump to navigation",
            "jump to search",
            "subscribe",
            "sign up",
            "log in",
            "sign in",
            "accept cookies",
            "accept all",
            "cookie settings",
            "was this helpful?",
            "was this page helpful?",
            "ver más",
            "leer más",
            "mostrar más",
            "compartir",
            "imprimir",
            "publicidad",
            "volver arriba",
            "mehr anzeigen",
            "mehr lesen",
            "weiterlesen",
            "mehr erfahren",
            "anzeige",
            "teilen",
            "drucken",
            "nach oben",
            "voir plus",
            "lire la suite",
            "en savoir plus",
            "afficher plus",
            "partager",
            "imprimer",
            "publicité",
            "haut de page",
            "mostra altro",
            "leggi tutto",
            "condividi",
            "stampa",
            "ver mais",
            "leia mais",
            "compartilhar",
            "meer weergeven",
            "lees meer",
            "delen",
        ],
    )
)
"""What a web page has beside its text, when it stands in a line of its own."""

CONTENTS = frozenset(
    map(
        fold,
        [
            "contents",
            "table of contents",
            "on this page",
            "in this article",
            "índice",
            "contenido",
            "en esta página",
            "inhalt",
            "inhaltsverzeichnis",
            "sommaire",
            "indice",
            "conteúdo",
            "inhoud",
        ],
    )
)

_UPDATED = (
    r"(?:page |article |content |this (?:page|leaflet|article) was )?(?:last )?(?:updated|update|revised|modified|edited|changed)|date"
    r"|version of|dated|issued|published|effective(?: from)?|valid from|in force(?: from)?|gültig ab|vigente desde|en vigueur"
    r"|última (?:actualización|revisión)|actualizado|fecha|stand|zuletzt (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)"
    r"|aktualisiert|datum"
    r"|(?:dernière )?mise à jour|mis à jour|dernière modification|ultimo aggiornamento|aggiornato|última atualização|atualizado"
    r"|laatst bijgewerkt|bijgewerkt"
    r"|senast uppdaterad|uppdaterad|آخر تحديث"
)
_CHECKED = r"(?:last |medically )?(?:reviewed|checked|verified)|revisado|geprüft|zuletzt geprüft|vérifié|verificato|verificado|gecontroleerd|granskad"
_NEXT = r"(?:next|date of next) review|review (?:date|due)|to be reviewed|próxima revisión|nächste (?:überprüfung|prüfung)|prochaine révision"
_AUTHOR = r"(?:written )?by|authors?|autore?s?|autoren|autorin|auteurs?|verfasser(?:in)?|von|por|escrito por|rédigé par|auteur|schrijver|författare"

DATED = re.compile(
    rf"^\W*(?:(?P<updated>{_UPDATED})|(?P<checked>{_CHECKED})|(?P<next>{_NEXT}))(?: on| at| le| il| el| am| den)?"
    r"\s*[:\u2013\u2014-]?\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
AUTHORED = re.compile(rf"^(?:(?P<by>by|von|por|par)\s+|(?:{_AUTHOR})\s*:\s*)(?P<rest>\S.*)$", re.IGNORECASE)

_MONTHS = (
    "january jan enero ene januar jän jänner janvier janv gennaio gen janeiro januari",
    "february feb febrero februar février févr fév febbraio fevereiro fev februari",
    "march mar marzo märz mär mars março maart mrt",
    "april apr abril abr avril avr aprile",
    "may mayo mai maggio mag maio mei maj",
    "june jun junio juni juin giugno giu junho",
    "july jul julio juli juillet juil luglio lug julho",
    "august aug agosto ago août augustus augusti",
    "september sep sept septiembre septembre settembre set setembro",
    "october oct octubre oktober okt octobre ottobre ott outubro out",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic dezember dez décembre déc dicembre dezembro december",
)
_MONTH = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WORDY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})")
_AMERICAN = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_MONTHLY = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?P<year>\d{4})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?!\d)")


WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,\s+(?=\d)")
DATED_WITHIN = re.compile(rf"(?:^|[.!?(*]\s*|\s[|·–-]\s)(?:{_UPDATED})(?: on)?\s*:?\s+(?P<rest>[^.()|·]{{6,30}})", re.IGNORECASE)


class Dated(Struct, frozen=True):
    """A date as it was read; `doubt` says what of it is a guess, and is empty where it is none."""

    date: dt.date
    doubt: str = ""


def read_date(text: str) -> Dated | None:
    """Return the date that a text begins with, in figures or with the month in words; None where it begins with none."""
    text = WEEKDAY.sub("", text.strip().strip("()[]*_ ").removeprefix("the "))
    if found := _ISO.match(text):
        return _dated(found["year"], int(found["month"]), found["day"])
    if found := _NUMBERS.match(text):
        day, month = int(found["day"]), int(found["month"])
        if month > len(_MONTHS):
            return _dated(found["year"], day, str(month))
        both = day <= len(_MONTHS) and day != month and "/" in found[0]
        return _dated(found["year"], month, found["day"], f"“{found[0]}” was read as day, then month" if both else "")
    for pattern in (_WORDY, _AMERICAN, _MONTHLY):
        found = pattern.match(text)
        if found and fold(found["month"]) in _MONTH:
            return _dated(found["year"], _MONTH[fold(found["month"])], found.groupdict().get("day"))
    return None


def looks_dated(text: str) -> bool:
    """Return whether a text is written as a date, also one that no calendar has, such as 31 February 2026."""
    text = WEEKDAY.sub("", text.strip().strip("()[]*_. "))
    return any(pattern.fullmatch(text) for pattern in (_ISO, _NUMBERS, _WORDY, _AMERICAN))


def _dated(year: str, month: int, day: str | None, doubt: str = "") -> Dated | None:
    try:
        made = dt.date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return Dated(made, doubt if day else f"no day is given, so the first day is used: the first of {calendar.month_name[month]}")


# --- words that stand where an author gave none ---


class Defaults(Struct, frozen=True):
    """Neutral words for parts that must not be empty, in the language of the article where these are known."""

    disclaimer: str
    no_disclaimer: str
    short: str
    about: str
    imported: str
    questions: str
    only_questions: str


_ENGLISH = Defaults(
    "Disclaimer",
    "The authors gave no disclaimer for this text.",
    "No disclaimer given",
    "About this text",
    "This article was made from the file {name} on {date}.",
    "Questions and answers",
    "This article has questions and answers only.",
)
_DEFAULTS = {
    "es": Defaults(
        "Aviso",
        "Los autores no dieron ningún aviso para este texto.",
        "Sin aviso",
        "Sobre este texto",
        "Este artículo se hizo a partir del archivo {name} el {date}.",
        "Preguntas y respuestas",
        "Este artículo solo tiene preguntas y respuestas.",
    ),
    "de": Defaults(
        "Hinweis",
        "Zu diesem Text haben die Verfasser keinen Hinweis gegeben.",
        "Kein Hinweis angegeben",
        "Über diesen Text",
        "Dieser Artikel wurde am {date} aus der Datei {name} gemacht.",
        "Fragen und Antworten",
        "Dieser Artikel hat nur Fragen und Antworten.",
    ),
    "fr": Defaults(
        "Avertissement",
        "Les auteurs n’ont donné aucun avertissement pour ce texte.",
        "Aucun avertissement donné",
        "À propos de ce texte",
        "Cet article a été fait à partir du fichier {name} le {date}.",
        "Questions et réponses",
        "Cet article ne contient que des questions et des réponses.",
    ),
}


def defaults_of(language: str) -> Defaults:
    """Return the words for a language; English ones where no others are known."""
    return _DEFAULTS.get(language.lower().partition("-")[0], _ENGLISH)
