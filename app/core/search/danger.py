"""Say whether a query tells of a danger sign, so that the line that says when to call comes up.

A sign brings the line up when it is told, asked about as one's own, or typed as bare words. It does not when it is denied ("no bleeding"), past
("waters broke with my first"), only feared or prevented ("risk of infection"), or when the question is about the word or its causes and nobody
is said to have the sign ("what is preterm labor"). In doubt the line comes up: a line too many is read over, one too few can harm.

The words of each sign are content; what turns them round stands here, for each language. All of it is data, and the HTML edition goes by the same.
A way of telling is words in this order, with at most three others between them: `feel/see cord`. A slash parts words of which one is enough, a star
stands for any ending, # for a number, #### for a year.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from app.core.article.content import UrgentCare
from app.core.base.text import fold, words
from app.core.language.language import Language
from app.core.search.danger_rules import PATTERNS, RULES, Rules

GAP = 3
"""Other words that may stand between two words of a way of telling."""

LEAST_INFLECTED, LEAST_BEGUN, LEAST_SLIP = 4, 4, 5
"""Letters of a word of a sign from which its forms are known, its beginning is enough while it is typed, one slip in it is passed over."""

MOST_LISTED = 3
"""Words that one thing in a list of what is denied may have."""

MOST_WORDS = 64
REMEMBERED = 2000

MARKS = re.compile("[,;:.!?()\n\u2026\u061f\u060c\u061b\u3001\u3002]")
MARK_WORDS = frozenset(",.")
"""How marks stand among the words of a query."""

MIXED = re.compile(r"[0-9]+|[^0-9]+")

Pattern = tuple[tuple[str, ...], ...]
Match = tuple[int, int]
"""The first word of a stretch, and the one behind its last."""


class DangerWords:
    """Knows the ways of telling the signs of one article's box, and finds them in a query."""

    def __init__(self, urgent: UrgentCare | None, language: Language) -> None:
        self.rules = RULES.get(language.base, Rules()) if urgent else Rules()  # without a box there is no sign to look for
        self.signs = urgent.all_triggers if urgent else ()
        self.asked = urgent.asked if urgent else ()
        self.alone = (*urgent.alone, *language.help, *self._title(urgent)) if urgent else ()  # what an article says beside what anybody types
        self.unlike = urgent.unlike if urgent else ()
        self.common = language.common
        self._key = None if language.base in RULES else language.key  # where no endings are known, stems tell forms
        self._signs, self._asked = _by_first(self.signs), _by_first(self.asked)
        self._unlike = _by_first(self.unlike)
        self._alone = _by_first(self.alone)
        self._of_signs = of_signs = _forms((*self.signs, *self.alone))
        self._by_letter: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        for form in sorted(of_signs.union(_forms(self.unlike), *(_forms(getattr(self.rules, name)) for name in PATTERNS))):
            self._by_letter[form[0]].append((form, form.rstrip("*"), form in of_signs))
        self._stems: dict[str, list[str]] = defaultdict(list)
        if self._key:
            for form in of_signs:
                self._stems[self._key(form)].append(form)
        self._readings: dict[str, frozenset[str]] = {}
        self._last_heard: tuple[str, list[str], list[frozenset[str]]] = "", [], []

    def _title(self, urgent: UrgentCare) -> tuple[str, ...]:
        """Return the title of the box as a way of asking, without marks, which have a meaning there."""
        told = " ".join(word.folded for word in words(urgent.title) if word.folded not in self.rules.pleading)
        return (told,) if told else ()

    @cached_property
    def _rules(self) -> dict[str, dict[str, list[Pattern]]]:
        """The patterns of each rule; most queries hold no sign, and need none."""
        return {name: _by_first(getattr(self.rules, name)) for name in PATTERNS}

    def tells(self, query: str) -> bool:
        """Return whether the query tells of a sign; the word at its very end may be half typed."""
        if not self.signs:
            return False
        _, readings = self._heard(query)
        matches = list(_find(self._signs, readings, GAP))
        if not matches:
            return False
        said = _Said(readings, matches, self._rules)
        return bool(said.told()) and not said.is_study()

    def asks(self, query: str) -> frozenset[str]:
        """Return the folded words of a query that ask when or whom to call, and those between them; empty when it does not ask."""
        if not self.asked and not self.alone:
            return frozenset()
        tokens, readings = self._heard(query)
        said = [reading for token, reading in zip(tokens, readings, strict=True) if token not in self.rules.pleading and token not in MARK_WORDS]
        if (0, len(said)) in _find(self._alone, said, 0):
            return frozenset(tokens)
        matches = list(_find(self._asked, readings, GAP))
        told = _Said(readings, matches, self._rules).told() if matches else []
        return frozenset(word for start, end in told for word in tokens[start:end])

    def as_data(self) -> dict[str, object]:
        """Return what the HTML edition needs to answer as this does."""
        rules = {name: getattr(self.rules, name) for name in Rules.__struct_fields__}
        ways = {"signs": self.signs, "asked": self.asked, "alone": self.alone, "unlike": self.unlike}
        return {**{name: [fold(way) for way in listed] for name, listed in ways.items()}, "rules": rules}

    def is_pointed(self, asking: frozenset[str]) -> bool:
        """Return whether words that ask for a call ask when or whom, and not only whether."""
        return not asking.isdisjoint(self.rules.pointed)

    # --- reading ---

    def _heard(self, query: str) -> tuple[list[str], list[frozenset[str]]]:
        """Return the same as `_hear`; what was heard last is kept, since each query is looked at for signs and for what asks for a call."""
        if query != self._last_heard[0]:
            self._last_heard = query, *self._hear(query)
        return self._last_heard[1:]

    def _hear(self, query: str) -> tuple[list[str], list[frozenset[str]]]:
        """Return the words of the query and what each can be; one at its very end may be half typed, and what is unlike any sign is nothing."""
        tokens, readings, last = self._read(query)
        if last and not self._is_whole(readings[-1]):
            readings[-1] |= self._begun(last, is_alone=len(readings) == 1)
        for start, end in list(_find(self._unlike, readings, 0)):
            readings[start:end] = [frozenset()] * (end - start)
        return tokens, readings

    def _read(self, query: str) -> tuple[list[str], list[frozenset[str]], str]:
        """Return the words of the query, what each can be, and the last word if it may be half typed; commas and full stops are words, too."""
        text = fold(query)
        for old, new in self.rules.written:
            text = text.replace(old, new)
        tokens: list[str] = []
        readings: list[frozenset[str]] = []
        end, token = 0, ""
        for word in words(text)[:MOST_WORDS]:
            mark = MARKS.search(text, end, word.start)
            if mark and readings and not (text[end - 1].isdigit() and text[word.start].isdigit()):
                tokens.append("," if mark[0] in ",\u060c\u3001" else ".")
                readings.append(frozenset(tokens[-1]))
            for token in MIXED.findall(word.folded):
                tokens.append(token)
                readings.append(self._reading_of(token))
            end = word.end
        return tokens, readings, token if text[end:] == "" else ""

    def _reading_of(self, token: str) -> frozenset[str]:
        """Return all words of signs and rules that a word of the query is a form of."""
        if token not in self._readings:
            if len(self._readings) >= REMEMBERED:
                self._readings.clear()
            self._readings[token] = frozenset(self._all_readings(token))
        return self._readings[token]

    def _all_readings(self, token: str) -> set[str]:
        if token.isdigit():
            return {token, "#", "####"} if len(token) == 4 and token[:2] in {"19", "20"} else {token, "#"}  # noqa: PLR2004 - a year
        found = {form for form, letters, _ in self._by_letter[token[0]] if self._is_form(token, form, letters)}
        if self._key:
            found.update(self._stems.get(self._key(token), ()))
        if token not in found and token not in self.common:
            near = (*self._by_letter[token[0]], *(self._by_letter[token[1]] if token[1:] else ()))
            stems = [token[: -len(ending)] for ending in self.rules.endings if token.endswith(ending) and len(token) - len(ending) >= LEAST_SLIP]
            found |= {form for form, letters, is_sign in near if is_sign and self._is_slip(token, [token, *stems], form, letters)}
        return found

    def _is_form(self, token: str, form: str, letters: str) -> bool:
        if not token.startswith(letters):
            return False
        rest = token[len(letters) :]
        return not rest or form != letters or (len(letters) >= LEAST_INFLECTED and rest in self.rules.endings)

    def _is_slip(self, token: str, stems: list[str], form: str, letters: str) -> bool:
        """Return whether a word, or what is left of it without an ending, is a slip of a word of a sign."""
        if len(letters) < LEAST_SLIP or not (token[0] == letters[0] or token[:2] == letters[1::-1]):
            return False
        if form != letters:
            return any(is_one_slip(token[:length], letters) for length in range(len(letters) - 1, len(letters) + 2))
        return any(is_one_slip(stem, letters) for stem in stems)

    def _is_whole(self, readings: frozenset[str]) -> bool:
        """Return whether a word is one of a sign already, so that it is not waited for more of it."""
        return not readings.isdisjoint(self._of_signs)

    def _begun(self, token: str, *, is_alone: bool) -> frozenset[str]:
        """Return the words of signs that a half typed word begins."""
        if len(token) < LEAST_BEGUN - (not is_alone) or token in self.common:
            return frozenset()
        return frozenset(form for form, letters, is_sign in self._by_letter[token[0]] if is_sign and letters.startswith(token))


class _Said:
    """One query, as what each of its words can be, with the signs that stand in it."""

    def __init__(self, readings: list[frozenset[str]], matches: list[Match], rules: "dict[str, dict[str, list[Pattern]]]") -> None:
        self._readings = readings
        self._matches = matches
        self._rules = rules
        self._ends = {start for start, _ in self._all("apart")} | {at for at, forms in enumerate(readings) if "." in forms}
        self._between: dict[int, int] = {}
        for start, end in self._all("between"):
            self._between[start] = max(end, self._between.get(start, 0))

    def told(self) -> list[Match]:
        """Return the signs that are told: "no chest pain" is no pain either."""
        turned = [match for match in self._matches if self.is_turned(match)]
        return [match for match in self._matches if not any(start <= match[0] < end for start, end in turned)]

    def is_turned(self, match: Match) -> bool:
        """Return whether a sign is denied, past, or only thought of."""
        start, end = match
        behind = end + (end < len(self._readings) and not self._readings[end].isdisjoint((",", ".")))
        if any(first == behind for first, _ in self._all("behind")):
            return True
        for name in ("denying", "denying_all"):
            if any(
                self._reaches(behind, start, is_all=name == "denying_all", is_chain=name == "denying_all")
                for _, behind in self._all(name)
                if behind <= start
            ):
                return True
        first, last = self._thought(start)
        if any(first <= at < last + 1 for at, _ in self._all("present")):
            return False
        if any(self._reaches(behind, start, is_all=False, is_chain=True) for _, behind in self._all("governing") if behind <= start):
            return True
        return any(first <= at < last for at, _ in self._all("once")) or self._is_told_of_the_past(first)

    def is_study(self) -> bool:
        """Return whether the question is about words or causes, and nobody is said to have a sign."""
        if any(self._all("own", 0)):
            return False
        return any(self._all("exam", GAP)) or (any(self._all("study", GAP)) and not any(self._all("told", GAP)))

    def _all(self, name: str, gap: int = 0) -> Iterator[Match]:
        return _find(self._rules[name], self._readings, gap)

    def _thought(self, at: int) -> Match:
        """Return the stretch between marks, and words that begin another thought, in which a word stands."""
        ends = sorted({*self._ends, *(number for number, forms in enumerate(self._readings) if "," in forms)})
        return max((end + 1 for end in ends if end < at), default=0), min((end for end in ends if end >= at), default=len(self._readings))

    def _is_told_of_the_past(self, first: int) -> bool:
        """Return whether the thought before is only when something was: "in my last pregnancy, I bled"."""
        if first < 1 or "," not in self._readings[first - 1]:
            return False
        begins, ends = self._thought(first - 2) if first > 1 else (0, 0)
        spoken = [match for match in self._all("once") if begins <= match[0] and match[1] <= ends]
        return any(ends - begins - (behind - at) <= 1 for at, behind in spoken)

    def _reaches(self, at: int, target: int, *, is_all: bool, is_chain: bool = False) -> bool:
        """Return whether what is denied from a word on goes as far as a sign: past little words, along a list, and along a chain of signs."""
        others = 0
        while at < target:
            forms = self._readings[at]
            if at in self._ends:
                return False
            if "," in forms:
                if not is_all and not self._is_list(at):
                    return False
                others = 0
            elif forms & _words(self._rules["either"]) or (is_all and forms & _words(self._rules["also"])):
                others = 0
            elif forms & _words(self._rules["also"]):
                return False
            elif self._between.get(at, target + 1) <= target:
                at = self._between[at]
                continue
            elif (end := self._sign_end(at, target)) > 0:
                at, others = end, int(not is_chain)
                continue
            else:
                others += 1
            if others > MOST_LISTED:
                return False
            at += 1
        return others == 0 and at == target

    def _sign_end(self, at: int, target: int) -> int:
        """Return behind which word the longest sign ends that begins at a word and is over before another; 0 without one."""
        return max((end for start, end in self._matches if start == at and end <= target), default=0)

    def _is_list(self, comma: int) -> bool:
        """Return whether a comma stands in a list that an "or" ends: "no pain, bleeding or fever"."""
        either = _words(self._rules["either"])
        for at in range(comma + 1, min(comma + 2 + MOST_LISTED, len(self._readings))):
            if self._readings[at] & either:
                return True
            if at in self._ends:
                return False
            if "," in self._readings[at]:
                return self._is_list(at)
        return False


def is_one_slip(typed: str, meant: str) -> bool:
    """Return whether two words are one slip apart: a letter too many, too few or another one, or two neighbours exchanged; also the same word."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    at = 0
    while at < min(len(typed), len(meant)) and typed[at] == meant[at]:
        at += 1
    one, other = typed[at:], meant[at:]
    return one[1:] == other[1:] or one == other[1:] or one[1:] == other or (one[:2] == other[1::-1] and one[2:] == other[2:])


def _find(by_first: "dict[str, list[Pattern]]", readings: list[frozenset[str]], gap: int) -> Iterator[Match]:
    """Give where patterns stand, each with as few words between as can be."""
    for start, forms in enumerate(readings):
        for form in forms:
            for pattern in by_first.get(form, ()):
                end = _stands(pattern, readings, start, gap)
                if end:
                    yield start, end


def _stands(pattern: Pattern, readings: list[frozenset[str]], start: int, gap: int) -> int:
    """Return behind which word a pattern ends whose first word stands at a place; 0 when the others do not follow."""
    end = start + 1
    for element in pattern[1:]:
        stop = min(end + gap + 1, len(readings))
        while end < stop and readings[end].isdisjoint(element):
            if not readings[end].isdisjoint((",", ".")):
                return 0
            end += 1
        if end == stop:
            return 0
        end += 1
    return end


def _by_first(ways: Iterable[str]) -> "dict[str, list[Pattern]]":
    """Return ways of telling by the words that each can begin with."""
    made: dict[str, list[Pattern]] = defaultdict(list)
    for way in ways:
        pattern = tuple(tuple(fold(element).split("/")) for element in way.split())
        for form in pattern[0]:
            made[form].append(pattern)
    return made


def _forms(ways: Iterable[str]) -> set[str]:
    return {form for way in ways for element in way.split() for form in fold(element).split("/")}


def _words(by_first: "dict[str, list[Pattern]]") -> frozenset[str]:
    return frozenset(by_first)
