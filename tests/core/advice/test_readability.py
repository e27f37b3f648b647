"""The reading grade of the plain texts."""

import pytest

from app.core.advice.readability import SECTION, WHOLE, grades, hard_notes, measure, report, syllables

COUNTED = {  # as the pronouncing dictionary of Carnegie Mellon has them; what it lacks, as a medical dictionary hyphenates it
    1: (
        "womb birth stitch stitched closed thinned checked called placed rest bed bleed cramps pain loss scans growth health risk "
        "weeks cause harm twice rate pooled used safe"
    ),
    2: (
        "cervix pregnant preterm baby babies mother women people doctor midwife closes opened taken pelvic pressure bleeding "
        "spotting discharge belly painless sepsis severe newborn breathing distress syndrome exam funnel treatment treated "
        "options include factor factors prevent avoid certain unclear often causes exact unknown advice guideline guidelines "
        "studies study million science quiet poem create people's source's little table changes sizes wanted needed safety lower "
        "higher cerclage danlos stillbirth non-stress"
    ),
    3: (
        "cervical uterus pregnancy hospital surgery opening discomfort vagina vaginal infection placenta trimester miscarriage "
        "medical ultrasound diagnosed supplement conditions collagen genetic disorder exposure uterine previous earlier injury "
        "difficult procedure procedures abortion prevention prevalence evidence outdated ratio area idea created creation "
        "reaction everyday effacement abruption haemorrhage postpartum well-being"
    ),
    4: (
        "incompetence diagnosis progesterone monitoring congenital anomaly delivery preventable activities emergency gestational "
        "transvaginal Ehlers-Danlos"
    ),
    5: ("insufficiency respiratory examination approximately unicornuate supplementation second-trimester"),
    6: ("diethylstilbestrol"),
}


@pytest.mark.parametrize(("count", "words"), COUNTED.items())
def test_syllables_are_counted_as_they_are_spoken(count, words):
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        ("7", 2), ("12", 1), ("25", 3), ("36", 3), ("37", 4), ("100", 3), ("2000", 3), ("2023", 6), ("1970", 5), ("1.29", 4), ("5%", 3), ("10.7%", 6),
        ("0.05", 6), ("12,345", 5), ("SMFM", 4), ("RCOG", 2), ("DES", 3), ("US", 2), ("LEEP", 1), ("D&C", 3), ("W", 1), ("17-OHPC", 7), ("12-16", 3),
    ],
)  # fmt: skip
def test_figures_and_abbreviations_are_counted_as_they_are_read_aloud(figure, count):
    assert syllables(figure) == count


def test_a_text_is_counted_by_words_sentences_and_syllables():
    made = measure(["You bleed from the vagina. Call at once", "12-16 weeks"])
    assert (made.words, made.sentences, made.syllables) == (10, 3, 14)


def test_a_hyphenated_word_is_one():
    assert measure(["A non-stress test, e.g. for Ehlers-Danlos syndrome."]).words == 8


def test_the_grade_is_that_of_the_formula():
    made = measure(["The cat sat on the mat."])
    assert made.grade == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_no_text_has_no_grade():
    assert measure([]).grade == 0
    assert measure(["…", "–"]).grade == 0


# --- the article ---


def test_the_plain_texts_ask_for_six_years_of_school(article):
    whole, *_ = grades(article)
    assert whole.own.grade <= WHOLE
    assert whole.with_notes.grade <= WHOLE


def test_no_section_asks_for_more_than_eight(article):
    _, *parts = grades(article)
    assert [part.title for part in parts] == [*(section.title for section in article.sections), article.faq.title]
    assert [(part.title, part.own.grade) for part in parts if part.own.grade > SECTION] == []
    assert [(part.title, part.with_notes.grade) for part in parts if part.with_notes.grade > SECTION] == []


def test_the_grades_agree_with_those_the_drafts_were_measured_with(article):
    # the drafts' grades, by the pronouncing dictionary
    measured = {"overview": 4.5, "causes-and-risk-factors": 4.9, "symptoms-and-diagnosis": 2.8, "treatment-and-management": 4.2}
    for section, graded in zip(article.sections, grades(article)[1:], strict=False):
        assert graded.own.grade == pytest.approx(measured.get(section.id, graded.own.grade), abs=0.6)


def test_hard_texts_are_told_and_fail(article_of, raw):
    for passage in raw["sections"][0]["passages"]:
        passage["plain"] = "Comprehensive multidisciplinary interdepartmental considerations necessitate individualization of recommendations."
    raw["notes"][0]["plain"] = "Terminological considerations notwithstanding, obstetricians predominantly characterize insufficiency."
    made = article_of(raw)
    lines, met = report(made)
    assert not met
    assert any("Cervical Insufficiency" in line and line.endswith("TOO HARD") for line in lines)
    assert hard_notes(made)[0][0] == raw["notes"][0]["id"]


def test_an_article_in_another_language_is_not_graded(tea):
    assert report(tea) == (("no reading grade: the formula is for English, and this article is in ar",), True)


# --- the command ---


def test_the_command_tells_the_grades(capsys):
    from app.cli.main import main  # noqa: PLC0415

    assert main(["check", "--readability"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].endswith("good")
    assert any("reading grade of all plain texts: " in line for line in printed)
    assert any("reading grade of Treatment and Management: " in line for line in printed)


def test_the_command_fails_when_a_text_is_too_hard(capsys, raw, saved):
    from app.cli.main import main  # noqa: PLC0415

    raw["sections"][0]["passages"][0]["plain"] = "Comprehensive multidisciplinary interdepartmental considerations necessitate individualization."
    raw["figures"] = []  # their files do not lie beside this one
    path = saved(raw)
    assert main(["check", str(path), "--readability"]) == 1
    assert main(["check", str(path)]) == 0
    assert "TOO HARD" in capsys.readouterr().out


def test_the_command_says_that_the_formula_is_for_english(capsys, tea_file):
    from app.cli.main import main  # noqa: PLC0415

    assert main(["check", str(tea_file), "--readability"]) == 0
    assert "the formula is for English" in capsys.readouterr().out
