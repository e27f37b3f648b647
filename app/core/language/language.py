"""What a search must know of a language: small words, inflection, and spellings that are the same word."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from app.core.base.text import words
from app.core.language.known_words import known_words
from app.core.language.lists import Lists, Rule, changed, read_lists

STEMMERS = {
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Languages that have a stemmer. Arabic has rules of its own (`resources/languages/ar.json`): they also make one word of its spellings."""

SAME_LANGUAGE = {"nb": "no", "nn": "no"}
"""Tags of languages that are read with the lists of another one."""

WITHOUT = (
    r"\b(?:without|no|instead of|other than|apart from|besides|except|(?:do|does)(?:n['’]t| not) (?:involve|need|require|use|include))"
    r"\s+(?:an? |the |any |having )*(\w)"
)
"""What an English question excludes: the group begins where it is named."""

AMERICAN = (
    (re.compile(r"ae(?=[mst])|^oe(?=[sd])|(?<=^f)oe(?=t)|(?<=rrh)oe(?=a)"), "e"),  # haemorrhage, anaesthesia, oestrogen, foetal
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$)"), "or"),  # labour
    (re.compile(r"is(?=(e|es|ed|ing|ation|ations)$)"), "iz"),  # conisation
    (re.compile(r"ll(?=(ed|ing)$)"), "l"),  # funnelling
    (re.compile(r"(?<=[bt])re$"), "er"),  # centre
    (re.compile(r"mme$"), "m"),  # programme
)
"""British endings and what they are in American spelling; both sides of a comparison go through them."""

COMPARED = re.compile(r"(?<=[a-z]{4})e(?:r|st)$")
"""Endings of comparison that the stemmer leaves: shorter, weakest."""

HELP = (
    "phone/telephone/call/dial, phone/telephone/emergency number/numbers, help, sos, danger, emergency, urgent, hospital, ambulance,"
    " when/who/whom/where call/phone/ring, when/who/whom/where do/should/shall/must/can call/phone/ring, should/must call/phone/ring,"
    " when/where get/find/seek help, when/where/how do/should/can get/find/seek help"
)
"""Ways to ask for help in English that count where nothing else is typed but words such as “I”, “to” and “please”."""

CHART = (
    (re.compile(r"(\d)(mg|mcg|ml|mm|cm|kg|iu)\b", re.IGNORECASE), r"\1 \2"),
    (re.compile(r"(\w)\s*%", re.IGNORECASE), r"\1 percent "),
    (re.compile(r"%(?=\s*\w)", re.IGNORECASE), " percent "),
    (re.compile(r"\b(\d+)\s*/\s*40\b", re.IGNORECASE), r"\1 weeks"),
    (re.compile(r"[(\[]\s*\d+\s*(?:marks?|points?)\s*[)\]]", re.IGNORECASE), " "),
    (re.compile(r"(\d)(?:st|nd|rd|th)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\bw(?:at|ot|ut)\b", re.IGNORECASE), "what"),
    (re.compile(r"\bw(?:hat|at|ot|ut)s\b", re.IGNORECASE), "what's"),
    (re.compile(r"\bwen\b", re.IGNORECASE), "when"),
    (re.compile(r"\by(?= (?:are|can|did|do|does|is|was|would)\b)", re.IGNORECASE), "why"),
    (re.compile(r"\balot\b", re.IGNORECASE), "a lot"),
    (re.compile(r"\b(are|ca|could|did|does|do|had|has|have|is|should|was|were|wo|would)nt\b", re.IGNORECASE), r"\1n't"),
    (re.compile(r"\b(do|does|did|can|could|will|would) (i|you|u|they|we|she|he|doctors?|docs) no\b", re.IGNORECASE), r"\1 \2 know"),
    (re.compile(r"\b(don['’]?t|didn['’]?t|doesn['’]?t|want to|like to|need to|wanna) no\b", re.IGNORECASE), r"\1 know"),
    (re.compile(r"\bweek (?=cervi|servi|womb|uter|muscle|bladder|heart|back\b)", re.IGNORECASE), "weak "),
    (re.compile(r"\b(how|why|when|what) dose\b(?! of\b| for\b| should\b| is\b| do\b)", re.IGNORECASE), r"\1 does"),
)
"""Notations of charts and of messages that no book has: 12/40 is twelve weeks. Old browsers read these patterns too: they look ahead, never back."""

ASKING = "how what whats when where which who whom whose why whether"
OPENING = """
    am any anybody anyone are can could did do does had has have if is may might must shall should was were will would
"""
"""English words by which a sentence asks, wherever they stand in it, and those by which it asks if they stand at its beginning."""

SKIPPED = "a an the my your his her our their"
"""Articles and possessives: "lose the baby" and "lose our baby" ask for the same."""

NUMBERS = {
    name: str(number)
    for number, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
} | {
    "first": "1",
    "second": "2",
    "third": "3",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "eighteen": "18",
    "twenty": "20",
}

MOST_KEYS = 1 << 14
"""Words of a language whose keys are remembered: more than any article has, but not what a whole list of words has."""


BETWEEN = 2
"""Words of a phrase that has none within it."""


class Language:
    """Turns words into keys: two words with the same key are the same word to a search."""

    def __init__(self, tag: str) -> None:
        base = tag.lower().partition("-")[0]
        self.base = SAME_LANGUAGE.get(base, base)
        lists = Lists() if self.base == "en" else read_lists(self.base)
        self.small, self.neutral, self.generic, self.filler, self.particles = _common_words(self.base, lists)
        self.common = self.small | self.neutral
        self.asking = frozenset(ASKING.split()) if self.base == "en" else frozenset()
        """Words by which a sentence asks, wherever they stand in it."""
        self.opening = self.asking | frozenset(OPENING.split()) if self.base == "en" else frozenset()
        """Words by which a sentence asks that begins with them."""
        self.headed, self.told, self.evidence, turned, back = _aspects(self.base, lists)
        self.without = re.compile(WITHOUT if self.base == "en" else lists.without or "(?!)", re.IGNORECASE)
        self.has_word_list = self.base == "en"
        self.has_compounds = lists.compounds
        self.help = tuple(way.strip() for way in (HELP if self.base == "en" else lists.help).split(",") if way.strip())
        self.endings = tuple(lists.endings.split())
        self.before, self.after = lists.before, lists.after
        self.listed = known_words(self.base)
        self.ordinary = self.listed.ordinary()
        self.key = _keys(self.base, self.before, self.after)
        self.neutral_keys = frozenset() if self.has_word_list else frozenset(map(self.key, self.neutral))
        """Keys of common words where not all forms of them are listed."""
        self.skipped = frozenset(SKIPPED.split()) if self.base == "en" else frozenset()
        """Keys that phrases may hold or not, except as their first or last word."""
        self.back = {" ".join(map(self.key, phrase.split())): aspect for aspect, phrases in back.items() for phrase in phrases.split(", ")}
        """By the keys of phrases that ask for a cause: what they ask for when the subject is named as the cause; nothing, or an aspect."""
        self.sounds_like = _sounds_like(self.base)
        """The words that sound like a word."""
        self.turned = (frozenset(map(self.key, turned[0].split())), *turned[1:])

    def written_out(self, query: str) -> str:
        """Return a query with chart notation in words."""
        if self.base == "en":
            for pattern, replacement in CHART:
                query = pattern.sub(replacement, query)
        return query

    @cached_property
    def family(self) -> dict[str, tuple[tuple[str, str, bool], ...]]:
        """By the key of a word: keys and words of its family, and of words that mean much the same, and which they are."""
        found: dict[str, dict[str, tuple[str, str, bool]]] = defaultdict(dict)
        if self.base != "en":
            return {}
        from app.core.language.english_families import FAMILIES, NEAR  # noqa: PLC0415 - other languages do not need them

        for groups, is_family in ((FAMILIES, True), (NEAR, False)):
            for group in groups.split(","):
                keyed = [(self.key(word), word) for word in group.strip().split("/")]
                for one, _ in keyed:
                    for key, word in keyed:
                        if key != one:
                            found[one].setdefault(key, (key, word, is_family))
        return {key: tuple(of.values()) for key, of in found.items()}

    def without_skipped(self, keys: Sequence[str]) -> str:
        """Return the keys of a phrase, parted by spaces, without those that may be skipped within it."""
        if len(keys) <= BETWEEN:
            return " ".join(keys)
        return " ".join((keys[0], *(key for key in keys[1:-1] if key not in self.skipped), keys[-1]))

    def keys(self, text: str) -> tuple[str, ...]:
        """Return the keys of a text's words, in order."""
        return tuple(self.key(word.folded) for word in words(text))


def _common_words(base: str, lists: Lists) -> tuple[frozenset[str], ...]:
    """Return small, neutral, generic and filling words, and particles of verbs; the last three in English alone."""
    if base != "en":
        small = frozenset(lists.small.split())
        return small, frozenset(lists.neutral.split()) - small, frozenset(), frozenset(), frozenset()
    from app.core.language.english import FILLER, GENERIC, NEUTRAL, PARTICLES, SMALL  # noqa: PLC0415 - two thousand words that other languages do not need

    return SMALL, NEUTRAL, GENERIC, FILLER, PARTICLES


def _sounds_like(base: str) -> dict[str, tuple[str, ...]]:
    """Return for words the others that sound the same, in English alone."""
    if base != "en":
        return {}
    from app.core.language.english_sounds import SOUND_ALIKE  # noqa: PLC0415 - other languages do not need them

    found: dict[str, tuple[str, ...]] = {}
    for group in SOUND_ALIKE.split(","):
        alike = group.strip().split("/")
        for word in alike:
            found[word] = (*found.get(word, ()), *(other for other in alike if other != word))
    return found


def _aspects(base: str, lists: Lists) -> tuple[dict[str, str], dict[str, str], dict[str, str], tuple[str, str, str], dict[str, str]]:
    """Return what names aspects: phrases of headings, phrases of sentences, patterns of figures; nothing for a language that is not known."""
    if base != "en":
        return lists.headed, lists.told, lists.evidence, ("", "", ""), {}
    from app.core.language.english_aspects import BACK, EVIDENCE, HEADED, TURNED  # noqa: PLC0415 - other languages do not need them
    from app.core.language.english_life import LIFE  # noqa: PLC0415
    from app.core.language.english_told import TOLD  # noqa: PLC0415

    return HEADED, TOLD | LIFE, EVIDENCE, TURNED, BACK


@lru_cache(maxsize=8)
def _keys(base: str, before: tuple[Rule, ...], after: tuple[Rule, ...]) -> Callable[[str], str]:
    """Return what turns a folded word into its key; all who search in a language share the keys that were found."""
    stem = _stemmer(base)
    rules_before, rules_after = (tuple((re.compile(rule[0]), *rule[1:]) for rule in rules) for rules in (before, after))

    def make(word: str) -> str:
        if word.isdigit():
            return word.lstrip("0") or "0"
        if base == "en":
            for pattern, replacement in AMERICAN:
                word = pattern.sub(replacement, word)
            word = NUMBERS.get(word, word)
            return COMPARED.sub("", stem(word))
        return changed(stem(changed(word, rules_before)), rules_after)

    return lru_cache(maxsize=MOST_KEYS)(make)


def _stemmer(base: str) -> Callable[[str], str]:
    """Return a function from a folded word to its stem; it leaves words of unknown languages as they are."""
    name = STEMMERS.get(base)
    if name is None:
        return str
    import snowballstemmer  # noqa: PLC0415 - loads thirty languages; wait until somebody searches

    return snowballstemmer.stemmer(name).stemWord  # type: ignore[no-any-return]
