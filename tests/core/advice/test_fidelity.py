"""A plain text that promises more than its full text is found; one that says the same is left alone."""

import re

import pytest
from msgspec.structs import replace

from app.core.advice.fidelity import HEDGES, compare, numbers, pairs, slips

ISSUERS = frozenset({"ACOG", "RCOG"})


@pytest.mark.parametrize(
    ("full", "plain", "lost"),
    [
        ("It is typically diagnosed by examination, ultrasound and history.", "Your care team will check you and do a scan.", "typically"),
        ("The options include bed rest, pelvic rest and cerclage.", "Options are bed rest, pelvic rest and a stitch.", "include"),
        ("The cervix is stitched. Its aim is to prevent premature dilation.", "The cervix is stitched shut so it does not open too soon.", "aim"),
        ("Vaginal bleeding may occur.", "You bleed from the vagina.", "may"),
        ("Surgery can increase the risk.", "You had surgery.", "can"),
        ("It affects approximately two in a hundred.", "It affects two in a hundred.", "approximately"),
        ("The cause is unclear.", "The cause is the cervix.", "unclear"),
        ("Heavy work is linked with early births.", "Heavy work brings early births.", "linked"),
        ("It helps selected people.", "It helps.", "selected"),
        ("The chance is probably lower.", "The chance is lower.", "probably"),
        ("It is usually taken out, or sooner.", "It is taken out, or sooner.", "usually"),
    ],
)
def test_a_lost_hedge_is_found(full, plain, lost):
    found = list(compare(full, plain))
    assert len(found) == 1
    assert f"no word for “{lost}”" in found[0]


@pytest.mark.parametrize(
    ("full", "plain"),
    [
        ("It is typically diagnosed by examination.", "Most often your care team will check you."),
        ("Some cases may be preventable.", "Some cases may be prevented."),
        ("The chance is put at about 30%.", "The chance is thought to be about 30%."),
        ("It cannot hold the baby.", "The cervix does not hold the baby."),
        ("Ask about sex.", "Ask if you should avoid sex."),
        ("Rest has not been shown to help.", "Studies have not shown that rest works."),
        ("It goes with three times the risk.", "The risk is linked with it: three times."),
        ("Call now.", "You may call now."),
    ],
)
def test_a_hedge_in_other_words_is_accepted(full, plain):
    assert list(compare(full, plain)) == []


@pytest.mark.parametrize(
    ("full", "plain", "number"),
    [
        ("10.7% against 5.4%", "10.7% against 4.5%", "4.5%"),
        ("with a cervix under 25 mm", "with a cervix under 20 mm", "20mm"),
        ("after three or more losses", "after 2 losses", "2"),
        ("the odds were higher", "the odds were twice as high", "2"),
        ("at 11-14 weeks", "at 11 to 15 weeks", "15"),
        ("at 10 weeks", "under 10 mm", "10mm"),
        ("one in 100", "1 in 1000", "1000"),
        ("many losses", "five losses", "5"),
    ],
)
def test_a_number_that_the_full_text_does_not_give_is_found(full, plain, number):
    assert f"the plain text has {number}, but the full text does not" in list(compare(full, plain))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("27 weeks and 6 days", {"27", "6"}),
        ("10-25 mm, 8 to 9%, 0.05", {"10", "25mm", "8", "9%", "0.05"}),
        ("three, twice, a half and one guide", {"3", "2", "½"}),
        ("a double womb, the second trimester", set()),
        ("17-OHPC in April 2023", {"17", "2023"}),
        ("S04 and F1", set()),
    ],
)
def test_numbers_are_read_in_figures_and_words(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize("plain", ["It is no reason for a stitch.", "It is not by itself a reason, studies say."])
def test_the_word_of_an_issuer_must_be_told_as_one(plain):
    (found,) = compare("ACOG says that it is no reason for a cerclage.", plain, ISSUERS)
    assert found == "the plain text does not say that ACOG says this"


@pytest.mark.parametrize("plain", ["One main guide says that it is no reason.", "RCOG says so too.", "Guidelines say so."])
def test_an_issuer_may_be_told_as_a_guide(plain):
    assert list(compare("ACOG says that it is no reason.", plain, ISSUERS)) == []


def test_every_way_of_hedging_is_missed_when_it_is_lost():
    for name, words in {
        "how likely": "It might be so.",
        "how often": "It is generally so.",
        "some only": "It is so for certain people.",
        "about": "It is around here.",
        "how sure": "It is unknown.",
        "goes with": "It is associated.",
        "aim": "It is intended.",
    }.items():
        assert [what for what in compare(words, "It is so.") if f"({name})" in what], name
    assert len(HEDGES) == 7


def test_a_broken_pair_of_each_kind_is_told_with_its_place(article):
    def broken(records):
        return tuple(replace(record, plain="It is so: 987.") for record in records)

    section = article.sections[1]
    damaged = replace(
        article,
        sections=(article.sections[0], replace(section, passages=broken(section.passages)), *article.sections[2:]),
        faq=replace(article.faq, entries=broken(article.faq.entries)),
        notes=broken(article.notes),
    )
    told = {slip.place for slip in slips(damaged) if "987" in slip.what}
    assert told == {record.id for record in (*section.passages, *article.faq.entries, *article.notes)}


def test_the_bundled_pairs_lose_nothing(article):
    assert [str(slip) for slip in slips(article)] == []


def test_a_bundled_pair_whose_plain_text_loses_its_hedges_is_found(article):
    words = re.compile("|".join(rf"\b(?:{each})\b" for each in HEDGES.values()), re.IGNORECASE)
    hedged = [(place, full, plain) for place, full, plain in pairs(article) if words.search(full)]
    assert len(hedged) > 50
    assert [place for place, full, plain in hedged if not list(compare(full, words.sub("", plain)))] == []


def test_a_bundled_pair_whose_plain_text_gives_another_figure_is_found(article):
    figures = [(place, full, plain, match) for place, full, plain in pairs(article) for match in re.finditer(r"\d+", plain)]
    assert len(figures) > 30
    changed = [(place, full, f"{plain[: match.start()]}777{plain[match.end() :]}") for place, full, plain, match in figures]
    assert [place for place, full, plain in changed if not any("777" in what for what in compare(full, plain))] == []


def test_only_english_is_compared(article, tea):
    damaged = replace(article.notes[0], plain="Always: 987.")
    assert slips(replace(article, notes=(damaged, *article.notes[1:])))
    assert slips(replace(article, notes=(damaged, *article.notes[1:]), language="de")) == ()
    assert slips(tea) == ()
    assert slips(replace(article, language="en-GB")) == ()


def test_the_command_tells_it(raw, saved, capsys):
    from app.cli.main import main  # noqa: PLC0415

    raw["figures"] = []  # their files do not lie beside this one
    raw["notes"][0]["plain"] = "Always 987."
    path = saved(raw)
    assert main(["check", str(path), "--readability"]) == 1
    assert f"{path}: EN01: the plain text has 987, but the full text does not" in capsys.readouterr().out.splitlines()
    assert main(["check", str(path)]) == 0
