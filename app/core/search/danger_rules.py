"""How a language turns a danger sign round: words for no, for once, for only in case, and how people ask about a word."""

from msgspec import Struct


class Rules(Struct, frozen=True):
    """How a language turns a sign round; entries are written as the signs are. `Rules()` turns nothing round.

    `written` are signs of writing and what they are read as; `endings` make forms of a word. `apart` begins another thought; `either` and `also`
    join a list. `denying` stands before what is denied, `denying_all` before a list of it; `between` may stand between. What is right `behind`
    a sign denies it or makes a topic of it.
    `governing` tells that a sign behind it is not there, `once` that what is told with it is past; `present` undoes both. `study` asks about a
    word, `exam` is how papers and tests ask; `own` and `told` are how people speak of themselves, and of what goes on. `pointed` are words that
    ask for a call itself, not only whether to; `pleading` are words that may stand around one that asks for help by itself.
    """

    written: tuple[tuple[str, str], ...] = ()
    endings: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    denying_all: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    governing: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    study: tuple[str, ...] = ()
    exam: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    pointed: tuple[str, ...] = ()
    pleading: tuple[str, ...] = ()


PATTERNS = tuple(name for name in Rules.__struct_fields__ if name not in {"written", "endings"})


def _ways(text: str) -> tuple[str, ...]:
    """Return the ways that commas part in a text."""
    return tuple(" ".join(way.split()) for way in text.split(","))


ENGLISH = Rules(
    written=(
        (" now planning", " planning"),
        (" now trying", " trying"),
        (" what now", " what"),
        ("hand-out", "handout"),
        ("w/o", " without "),
        ("c/o", " has "),
        ("h/o", " history of "),
        ("s/p", " after "),
        ("\u2193", " less "),
        ("/", " or "),
        ("&", " and "),
        ("+", " and "),
        ("'", ""),
        ("`", ""),
    ),
    endings=("s", "es", "ed", "d", "ing", "in", "ly", "y"),
    apart=_ways(
        "but, however, though, although, yet, now, just, only, then, except, so, because, and im/i/am/is/have/having/getting/has/its, plan/planning"
    ),
    either=_ways("or, nor, any"),
    also=_ways("and"),
    denying=_ways(
        """
        no, not, never, dont, doesnt, didnt, isnt, arent, aint, wasnt, werent, havent, hasnt, hadnt, nil, non, neg, negative/neg for, absent, free
        of/from, ruled out, rule out, zero, unlikely
        """
    ),
    denying_all=_ways("without, denies, denied, deny, denying, neither, absence of, lack of, none of"),
    behind=_ways(
        """
        nil, none, absent, denied, neg, negative, risk/risks, prevention, prophylaxis, screening, rate/rates, statistics, definition, meaning,
        exercise/exercises/stretches, remedy/remedies, pillow, monitor/monitors, mechanism, pathophysiology, simulator, disorder/disorders,
        chart/charts/template/app/apps/calculator/leaflet/leaflets/poster/quiz/course/class/classes/charity/charities/fundraising/awareness/campaign/training/policy/protocol/algorithm/bundle/pathway/ward/guideline/guidelines/guidance/abbreviation/physiology
        """
    ),
    between=_ways(
        """
        a, an, the, my, more, real, really, sign/signs of, evidence of, symptom/symptoms of, complaint/complaints of, having, have, had, has,
        getting, got, get, gets, feel, feeling, felt, experiencing, experienced, noticed, noticing, seen, been, being, in, of, with, vaginal, pv,
        pelvic, abdominal, belly, tummy, lower, low, uterine, fetal, foetal, regular, painful, active, fresh, new, obvious, significant, visible,
        current, currently, further, known, preterm, premature, early, spontaneous, another, repeat, recurrent, future, going, into, developing,
        actual, unusual, abnormal, other, kind, episode/episodes of, such, from, complained of, reported, reports, pre, term, labor/labour, period
        """
    ),
    governing=_ways(
        """
        history, hx, pmh, prev, previous, previously, prior, past, last, risk/risks/risky of/for, chance/chances of, likelihood of, probability
        of, odds of, prevent*, prevention of, avoid*, fear of, scared of, afraid of, induce, induction of, inducing, trigger/triggers, lead/leads
        to, reduce/reduces/reducing, lower/lowers risk of, screening/screen for, test/tests/testing for, vaccine for, protect against, rate/rates
        of, bring on, before, chance/chances/risk/risks
        """
    ),
    once=_ways(
        """
        in ####, last/previous/prior/earlier/former pregnancy/pregnancies/baby/time, previous/prior/last birth/delivery/labour/labor,
        years/yrs/yr/year ago, as a teen/teenager/child/kid, since childhood, when i was young/little/younger/pregnant, in the past, before i
        got/was/became pregnant, before pregnancy, before getting pregnant, since birth, #### pregnancy/loss, last year, as teenager,
        in/with/during/from my/a/the first/last/second/third/previous/other/earlier pregnancy/one/baby/child/son/daughter/birth/delivery/time,
        with my first/second/last/previous/other/son/daughter/boy/girl/eldest, previously, mother/mum/mom/sister/aunt/nan/gran/grandmother/cousin
        had/has, hereditary, genetic*, inherit*, runs in family/families/my, run in families/my, as a baby/toddler/newborn/infant
        """
    ),
    present=_ways(
        """
        now, today, tonight, currently, since yesterday/this/last/morning, this morning/evening/afternoon, right now, last night, still, like, same,
        yesterday, hours/days ago
        """
    ),
    study=_ways(
        """
        define*, definition*, meaning, meant by, what does mean, what is/are/was, whats, what an/a, stand/stands for, describe, function, explain,
        cause/causes/caused/causing, etiology, aetiology, mechanism*, pathophysiology, physiology, pathogenesis, risk factor/factors, why
        do/does/is/are, how do/does, differential*, incidence, prevalence, epidemiology, types of, management of, composition, anatomy, diagnosis
        of, diagnosing, percentage, statistics, how common, list, can cause/lead, associated with, association, relationship between, link
        between, when do/does/will feel, classification, examples of, role of, treatment for/of, stages of, abbreviation*, acronym*, full form,
        what do call, called in, pronounce*, spelling
        """
    ),
    exam=_ways(
        """
        mcq*, nclex, quiz, exam question*, flashcard*, which of the following, select all, true or false, essay, lecture*, osce, usmle, nursing
        diagnosis, care plan, research, study, studies, trial, trials, rct, cochrane, guideline*, textbook, thesis, icd, coding, slides, ppt,
        powerpoint, pdf, case report, literature, meta analysis, audit, revision
        """
    ),
    own=_ways("i, im, ive, my, me, we, our, she, shes, her, he, hes, wife, partner, girlfriend, daughter, sister, friend, mum, mom, help, someone"),
    told=_ways(
        """
        today, tonight, now, since, started, starting, still, morning, yesterday, night, # week*/wk*/w, # or 40, # month*/mo, week #, is it
        normal/ok/okay/bad/safe/dangerous, is this, should worry/call/go, worry, worried, hours, days, keep, keeps, sudden*, this, these, that,
        what should/to do, after my, pregnant with, number, why does/is/are/wont/cant it/there, # and #, normal
        """
    ),
    pointed=_ways("who, whom, when, where, number, emergency, ambulance"),
    pleading=_ways("i, we, she, he, they, you, please, now, the, a, an, to, my, our, your, me, us, her, at, just, really, im, hi, oh, god"),
)

RULES = {"en": ENGLISH}
