import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.article.places import Places
from app.core.base.steps import at_once
from app.core.base.text import fold, words
from app.core.files.loader import load
from app.core.language.language import Language
from app.core.search.aspects import GAP, PAGE, PEOPLE
from app.core.search.data import making_search
from app.core.search.engine import SearchIndex, mark_words
from app.core.search.index import additions, entries
from app.core.search.results import Results
from app.machine import paths
from tests.pasted import PASTED

BED_REST = "treatment-and-management/bed-rest"

LONG = (
    "Tea is grown in many countries. Its leaves are picked by hand in spring. "
    + "Nothing is said here about the matter. " * 12
    + "Then the leaves are dried; this takes 3.5 days. They are packed at last."
)
"""More than is shown whole."""


@pytest.fixture(scope="module")
def index(article) -> SearchIndex:
    return SearchIndex(article)


def found(results: Results) -> list[str]:
    return [hit.place for hit in results.hits if hit.kind == "passage"]


# --- which passages ---


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("keep its shape", "overview/definition"),
        ("cone biopsy", "causes-and-risk-factors/prior-surgery"),
        ("LEEP", "causes-and-risk-factors/prior-surgery"),
        ("second-trimester miscarriage", "causes-and-risk-factors/obstetric-history"),
        ("trauma", "causes-and-risk-factors/cervical-trauma"),
        ("unicornuate uterus", "causes-and-risk-factors/uterine-anomalies"),
        ("DES", "causes-and-risk-factors/des-exposure"),
        ("diethylstilbestrol", "causes-and-risk-factors/des-exposure"),
        ("Ehlers-Danlos", "causes-and-risk-factors/collagen-disorders"),
        ("spotting", "symptoms-and-diagnosis/vaginal-bleeding"),
        ("back pain", "symptoms-and-diagnosis/back-pain-cramping"),
        ("funneling", "symptoms-and-diagnosis/ultrasound"),
        ("effacement", "symptoms-and-diagnosis/pelvic-exam"),
        ("cerclage", "treatment-and-management/cerclage"),
        ("progesterone", "treatment-and-management/progesterone"),
        ("bed rest", BED_REST),
        ("non-stress tests", "treatment-and-management/monitoring"),
        ("sepsis", "complications-and-prevention/maternal-infection"),
        ("low birth weight", "complications-and-prevention/newborn"),
        ("placental abruption", "complications-and-prevention/abruption-hemorrhage"),
        ("prenatal care", "complications-and-prevention/prevention"),
        ("what is cervical insufficiency", "faq/what-is-it"),
        ("What is cerclage?", "faq/what-is-cerclage"),
        ("when is cerclage performed", "faq/cerclage-timing"),
        ("12-16 weeks", "faq/cerclage-timing"),
        ("how common", "faq/how-common"),
        ("1-2% of pregnancies", "faq/how-common"),
        ("prevalence", "faq/how-common"),
        ("pregnancy loss", "faq/risks"),
        ("legal liability", "disclaimer"),
        ("feedback", "about"),
    ],
)
def test_the_passage_that_answers_comes_first(index, query, place):
    assert found(index.search(query))[0] == place


def test_every_title_and_question_finds_what_it_is_called(index, article):
    for entry in article.faq.entries:
        assert found(index.search(entry.question))[0] == entry.id
    for section in article.sections:
        assert {Places(article)[place].page for place in found(index.search(section.title))} & {section.id}


def test_every_passage_is_found_by_its_own_words(index, article):
    for section in article.sections:
        for passage in section.passages:
            assert found(index.search(passage.text))[0] == passage.id


def test_every_word_counts(index):
    assert "complications-and-prevention/prevention" in found(index.search("preterm birth surgery"))[:2]


def test_one_word_that_occurs_nowhere_leaves_nothing(index):
    results = index.search("cerclage xylophone")
    assert results.no_match
    assert results.hits == ()


def test_a_word_that_is_foreign_to_article_and_language_weighs_as_much_as_the_rarest(index):
    assert index.search("prostate biopsy").no_match
    assert index.search("cone biopsy").hits


@pytest.mark.parametrize("query", ["the cerclage", "what is a cerclage", "tell me about cerclage please", "Cerclage?"])
def test_small_words_need_not_occur(index, query):
    assert set(found(index.search(query))[:1]) <= {"faq/what-is-cerclage", "treatment-and-management/cerclage"}


def test_small_words_alone_are_looked_for(index):
    assert index.search("in").hits


@pytest.mark.parametrize("query", ["prog", "proges", "progesteron"])
def test_the_beginning_of_a_word_is_enough(index, query):
    assert found(index.search(query)) == ["treatment-and-management/progesterone"]


def test_a_single_letter_is_no_beginning(index):
    assert index.search("z").no_match


@pytest.mark.parametrize(
    ("typed", "form", "place"),
    [
        ("dilating", "dilation", "overview/definition"),
        ("miscarriages", "miscarriage", "faq/risks"),
        ("sutured", "sutures", "treatment-and-management/cerclage"),
        ("ultrasounds", "ultrasound", "symptoms-and-diagnosis/ultrasound"),
        ("preventing", "prevent", "complications-and-prevention/prevention"),
    ],
)
def test_another_form_of_a_word_is_found_and_told(index, typed, form, place):
    hit = next(hit for hit in index.search(typed, 100).hits if hit.place == place)
    assert f"{typed} → {form}" in hit.why


def test_a_word_that_stands_there_as_typed_needs_no_reason(index):
    assert all(hit.why == () for hit in index.search("cerclage").hits)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("CERCLAGE", "cerclage"),
        ("cérclâge", "cerclage"),
        ("Ehlers–Danlos", "ehlers-danlos"),
        ("ehlers danlos", "ehlers-danlos"),
        ("12–16 weeks", "12-16 weeks"),
        ("non\u2011stress", "non-stress"),
        ("  bed \t rest  ", "bed rest"),
        ("ｃｅｒｃｌａｇｅ", "cerclage"),
        ("cer\u00adclage", "cerclage"),
        ("“cerclage”", "cerclage"),
    ],
)
def test_case_accents_dashes_and_space_make_no_difference(index, query, same):
    assert found(index.search(query)) == found(index.search(same)) != []


def test_a_word_in_a_question_counts_more_than_one_in_a_text(index):
    order = found(index.search("cerclage"))
    assert order.index("faq/what-is-cerclage") < order.index("faq/treatment")


def test_an_exact_word_counts_more_than_a_beginning_of_one(index):
    order = found(index.search("ultrasound"))
    assert order.index("symptoms-and-diagnosis/ultrasound") < order.index("treatment-and-management/monitoring")


def test_the_same_query_gives_the_same_answer(index, article):
    assert SearchIndex(article).search("cervical") == index.search("cervical")


def test_only_so_many_hits_are_given_but_all_are_counted(index):
    few, many = index.search("cervix", 2), index.search("cervix", 100)
    assert len(few.hits) == 2
    assert few.total == many.total == len(many.hits) > 2
    assert few.hits == many.hits[:2]


def test_every_hit_is_a_public_address(index, article):
    places = Places(article)
    for query in ("cervix", "risk", "the", "medical"):
        assert all(place in places for place in found(index.search(query, 100)))


# --- no match ---


def test_words_that_occur_nowhere_are_named(index):
    assert index.search("Zither cerclage Xylophone").unknown == ("zither", "xylophone")


def test_without_an_answer_only_headings_that_are_near_are_named(index):
    results = index.search("cerclage xylophone zebra")
    assert set(results.headings) == {"faq", "treatment-and-management"}
    assert index.search("xylophone").headings == ()


@pytest.mark.parametrize("query", ["pcos and incompetent cervix", "kegels for short cervix", "water birth with incompetent cervix"])
def test_headings_that_only_hold_the_subject_are_not_near(index, query):
    results = index.search(query)
    assert not results.is_answered
    assert results.headings == ()


@pytest.mark.parametrize(
    "query", ["cerclage xylophone zebra", "success rate of the stitch", "who", "breaks", "hello", "telev", "g", "the weather in Paris"]
)
def test_what_is_missing_is_always_named_and_never_told_as_covered_too(index, query):
    results = index.search(query)
    assert not results.is_answered
    assert results.missing
    assert {one.typed for one in results.covered}.isdisjoint(results.missing)


@pytest.mark.parametrize("word", ["banana", "melon", "mountain", "furniture", "waitress", "heaven", "jeans"])
def test_a_word_from_one_way_of_asking_is_no_topic_by_itself(index, word):
    results = index.search(word)
    assert (results.hits, results.near, results.missing, results.corrected) == ((), (), (word,), None)


def test_such_a_word_helps_beside_what_the_article_tells(index):
    assert found(index.search("banana shaped uterus"))[0] == "causes-and-risk-factors/uterine-anomalies"


@pytest.mark.parametrize("word", ["phone", "phoning", "telephone", "ring", "banana", "Clexane", "Calpol", "netflix"])
def test_what_is_no_slip_for_a_word_of_the_article_is_not_mended(index, word):
    assert index.search(f"who do I {word}").corrected is None


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("hospitle", "hospital"),
        ("emergancy", "emergency"),
        ("miscarage", "miscarriage"),
        ("insufishency", "insufficiency"),
        ("pregnet", "pregnant"),
        ("telefone", "telephone"),
    ],
)
def test_slips_that_sound_the_same_are_still_mended(index, slip, word):
    assert index.search(f"{slip} x").corrected == f"{word} x"


def test_what_was_searched_besides_is_told_in_the_words_of_the_article(index):
    results = index.search("when is the stitch done")
    assert results.also[0] == "12-16 weeks" or "cerclage" in results.also
    assert not any("→" in word for word in results.also)


@pytest.mark.parametrize(("query", "read_as", "also"), [("test", "test → tests", ()), ("dilated", "dilated → dilation", ("dilation",))])
def test_another_ending_alone_is_nothing_that_was_searched_besides(index, query, read_as, also):
    results = index.search(query)
    assert read_as in {why for hit in results.hits for why in hit.why}
    assert results.also == also


def test_without_an_answer_what_nothing_covers_is_told_apart_from_what_is_covered(index):
    results = index.search("what is the success rate of lletz")
    assert (results.is_answered, results.hits) == (False, ())
    assert results.missing == ("success rate",)
    assert [(covered.typed, covered.term) for covered in results.covered] == [("lletz", "LEEP")]
    assert results.near[0].place == "causes-and-risk-factors/prior-surgery"


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("chance of it happening again", "notes/EN05"),
        ("when did they stop giving DES", "notes/EN08"),
        ("when do non-stress tests start", "notes/EN21"),
        ("what is PPROM", "glossary/pprom"),
        ("what does a bicornuate uterus mean for my cervix", "causes-and-risk-factors/uterine-anomalies"),
    ],
)
def test_what_the_article_does_not_tell_is_told_by_a_note_or_a_meaning_if_one_does(index, query, place):
    assert index.search(query).hits[0].place == place


@pytest.mark.parametrize("query", ["survival rate at 23 weeks", "will he make it at 23 weeks", "normal cervical length at 32 weeks in mm"])
def test_a_week_alone_is_no_topic_of_a_note(index, query):
    assert index.search(query).hits == ()


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("A woman at 15 weeks has had three painless losses at 18 weeks. What is the best next step?", "treatment-and-management/options"),
        ("my cervix measures 21 mm and they sent me home. when will they do it", "faq/cerclage-timing"),
    ],
)
def test_the_last_sentence_of_a_story_tells_what_is_asked(index, query, place):
    assert index.search(query).hits[0].place == place


def test_answers_to_choose_from_ask_for_nothing(index):
    asked = "Which of these is a risk factor for cervical insufficiency?"
    for options in (
        "a) maternal age over 35 b) DES exposure in utero c) asthma",
        "high blood pressure, DES exposure in utero, oligohydramnios, vaccines",
    ):
        assert index.search(f"{asked} {options}").hits[0].place == "causes-and-risk-factors/des-exposure"


@pytest.mark.parametrize("query", ["can sex cause an incompetent cervix", "how common is an incompetent cervix after leep"])
def test_a_short_question_is_not_answered_by_what_holds_none_of_its_topics(index, query):
    assert all(hit.kind == "note" for hit in index.search(query).hits)


@pytest.mark.parametrize("query", ["placental abruption how do they treat it", "how to get tested for ehlers danlos"])
def test_a_short_question_is_not_answered_by_what_tells_nothing_of_what_is_asked(index, query):
    assert index.search(query).no_match


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("what is a bicornuate uterus", "what is a bicornuate uterus"),
        ("cerclage vs progesterone", "vs progesterone"),
        ("do they take the stitch out", "take the stitch out"),
        ("will LEEP make me lose the baby", "lose the baby"),
    ],
)
def test_what_is_not_covered_is_told_in_words_that_say_it(index, query, missing):
    assert index.search(query).missing == (missing,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("wat is cerclage", "what is cerclage"), ("wen is it dun", "when is it dun"), ("how dose it work", "how does it work")],
)
def test_spellings_of_messages_are_read_as_words(typed, meant):
    assert Language("en").written_out(typed) == meant
    assert Language("en").written_out("what dose of progesterone") == "what dose of progesterone"


@pytest.mark.parametrize(
    "query",
    [
        "how long does the stitch stay in",
        "cost of a cerclage",
        "side effects of progesterone",
        "what dose of progesterone",
        "does my insurance pay for ultrasound",
        "is the stitch put in under epidural",
        "survival at 24 weeks",
        "icd 10 code for cervical insufficiency",
        "can I take progesterone together with the stitch",
        "how do I store progesterone suppositories",
        "which brand of progesterone is used",
        "do I need to fast before the stitch is put in",
        "how fast can the cervix open",
        "can a short cervix get longer again",
        "how accurate is ultrasound for a short cervix",
        "do twins cause an incompetent cervix",
        "what is a bicornuate uterus",
        "arabin pessary",
        "can the stitch come loose",
        "cramps after the stitch",
        "how is the stitch removed",
        "why is it called an incompetent cervix",
    ],
)
def test_a_passage_that_holds_the_topic_alone_answers_nothing(index, query):
    results = index.search(query)
    assert results.no_match
    assert results.missing


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("what does a pelvic exam show", "symptoms-and-diagnosis/pelvic-exam"),
        ("what number of pregnancies does it affect", "faq/how-common"),
        ("how many weeks along is the stitch put in", "faq/cerclage-timing"),
        ("this is my first time, how do I know if my cervix is weak", "faq/symptoms"),
    ],
)
def test_a_word_whose_stem_is_that_of_another_asks_for_nothing_else(index, query, place):
    assert found(index.search(query))[0] == place


def test_phrases_of_aspects_are_written_as_they_are_compared():
    english = Language("en")
    phrases = [phrase for told in (*english.headed.values(), *english.told.values()) for phrase in told.split(",")]
    assert [phrase for phrase in phrases if [word.folded for word in words(phrase)] != phrase.replace("'", " ").replace(GAP, " ").split()] == []


def test_no_single_word_asks_for_two_things():
    english = Language("en")
    asked = [(english.keys(phrase), aspect) for aspect, told in english.told.items() for phrase in told.split(",")]
    single = [keys for keys, _ in set(asked) if len(keys) == 1]
    assert len(single) == len(set(single))


def test_an_article_that_tells_what_is_asked_answers(raw, article_of):
    passage = next(passage for passage in raw["sections"][3]["passages"] if passage["id"].endswith("/cerclage"))
    passage["text"] = "Cervical cerclage: a surgical procedure that closes the cervix. Its success rate is 85%."
    results = SearchIndex(article_of(raw)).search("what is the success rate of the stitch")
    assert results.hits[0].place == "treatment-and-management/cerclage"


@pytest.mark.parametrize(
    ("told", "query"),
    [
        ("The operation takes about 30 minutes.", "how long does cerclage take"),
        ("The clinic asks for £900.", "cost of a cerclage"),
        ("The stitch is looked at every month.", "how often should the cerclage be looked at"),
    ],
)
def test_a_figure_tells_what_is_asked_without_naming_it(raw, article_of, told, query):
    passage = next(passage for passage in raw["sections"][3]["passages"] if passage["id"].endswith("/cerclage"))
    assert SearchIndex(article_of(raw)).search(query).no_match
    passage["text"] = f"Cervical cerclage: a surgical procedure that closes the cervix. {told}"
    assert SearchIndex(article_of(raw)).search(query).hits[0].place == "treatment-and-management/cerclage"


def test_a_note_that_answers_stands_alone_and_names_its_passage(index):
    results = index.search("when is the cerclage removed")
    assert [(hit.kind, hit.place, hit.beside) for hit in results.hits] == [("note", "notes/EN29", "faq/cerclage-timing")]
    assert (results.is_answered, results.no_match) == (False, False)


def test_a_note_stands_below_the_passages_where_the_article_answers(index):
    kinds = [hit.kind for hit in index.search("bed rest").hits]
    assert kinds[0] == "passage"
    assert kinds == sorted(kinds, key=["passage", "note", "term"].index)


def test_a_meaning_answers_what_the_article_does_not_define(index):
    results = index.search("what does PPROM mean")
    assert [(hit.kind, hit.place) for hit in results.hits] == [("term", "glossary/pprom")]
    assert not results.is_answered


@pytest.mark.parametrize("word", ["survival", "insurance", "epidural", "tocolysis", "prone"])
def test_a_word_that_english_or_medicine_knows_is_never_corrected(index, word):
    assert index.search(f"{word} with a stitch").corrected is None


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("stich", "stitch"), ("simtoms", "symptoms"), ("plecenta abrupshun", "placenta abruption"), ("insufishency", "insufficiency")],
)
def test_slips_of_sound_are_mended(index, slip, meant):
    assert index.search(slip).corrected == meant


def test_what_the_subject_causes_is_asked_for_apart_from_what_causes_it(index):
    assert found(index.search("what causes an incompetent cervix"))[0] == "faq/causes"
    assert found(index.search("can an incompetent cervix cause a miscarriage"))[0] == "faq/risks"


def test_with_a_match_no_headings_are_named(index):
    results = index.search("cerclage")
    assert results.headings == ()
    assert not results.no_match


@pytest.mark.parametrize("query", ["", " ", "\t\n"])
def test_nothing_typed_is_no_missing_match(index, query):
    results = index.search(query)
    assert results.hits == ()
    assert not results.no_match


@pytest.mark.parametrize("query", ["?!", "—", "%", "\u200b", "🫖", "漢字", "प्रोजेस्टेरोन", "\ud800", "\x00", "*", '"', "(", "\\"])
def test_signs_and_other_scripts_match_nothing_and_raise_nothing(index, query):
    results = index.search(query)
    assert results.no_match
    assert results.query == query
    assert results.headings == ()


@settings(deadline=None, max_examples=100, database=None)
@given(st.builds(lambda text, times: (text * times)[:10_000], st.text(max_size=10_000), st.sampled_from([1, 1, 50, 10_000])))
def test_any_text_may_be_asked(index, query):
    results = index.search(query)
    assert results.query == query
    assert len(results.hits) <= 10 <= max(10, results.total)


@settings(deadline=None, max_examples=100, database=None)
@given(
    st.lists(
        st.sampled_from(["cervical", "cerclage", "bed", "rest", "the", "dilating", "prog", "xylophone", "Früh", "12-16", "?", "birth"]), max_size=60
    )
)
def test_any_words_are_marked_where_they_stand(index, asked):
    results = index.search(" ".join(asked), 100)
    for hit in results.hits:
        for text, spans in ((hit.snippet, hit.spans), (hit.title, hit.title_spans)):
            assert all(fold(text[start:end]) in results.terms for start, end in spans)


# --- what a hit shows ---


def test_a_hit_names_its_title_and_its_page(index):
    hit = index.search("prevalence").hits[0]
    assert (hit.title, hit.section) == ("How common is cervical insufficiency?", "Questions and answers")
    hit = index.search("sepsis").hits[0]
    assert (hit.title, hit.section) == ("Complications and Prevention", "Complications and Prevention")


def test_a_short_passage_is_shown_whole_with_its_hedges(index):
    assert index.search("1-2%").hits[0].snippet == "It affects approximately 1-2% of pregnancies, but the exact prevalence is unclear."


def test_the_matching_words_are_marked(index):
    hit = index.search("pelvic pressure").hits[0]
    assert hit.place == "symptoms-and-diagnosis/pelvic-pressure"
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["Pelvic", "pressure", "pelvic"]


def test_the_matching_words_of_a_title_are_marked(index):
    hit = index.search("common").hits[0]
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["common"]


def test_words_are_marked_whole_and_in_order():
    assert mark_words("Bed rest and pelvic Rest, restless", frozenset({"rest"})) == ((4, 8), (20, 24))
    assert mark_words("rest", frozenset()) == ()


def test_snippets_of_the_article_are_whole_passages(index, article):
    texts = {passage.id: passage.text for section in article.sections for passage in section.passages}
    for hit in index.search("cervical", 100).hits:
        if hit.place in texts:
            assert hit.snippet == texts[hit.place]


@pytest.fixture
def long_index(raw, article_of) -> SearchIndex:
    raw["sections"][0]["passages"][0]["text"] = LONG
    return SearchIndex(article_of(raw))


def test_of_a_long_passage_the_sentences_that_match_are_shown(long_index):
    hit = long_index.search("leaves").hits[0]
    assert hit.snippet == "Its leaves are picked by hand in spring. … Then the leaves are dried; this takes 3.5 days."
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["leaves", "leaves"]


def test_of_a_long_passage_that_matches_by_its_heading_the_first_sentence_is_shown(long_index):
    hit = next(hit for hit in long_index.search("cervical insufficiency", 100).hits if hit.place == "overview/definition")
    assert hit.snippet == "Tea is grown in many countries."


# --- evidence notes and urgent signs ---


@pytest.mark.parametrize("query", ["rest", "bed rest", "pelvic rest", "resting", "BED-REST", "can I rest"])
def test_a_hit_on_rest_carries_its_notes(index, query):
    results = index.search(query)
    notes = {hit.place: [note.id for note in hit.notes] for hit in results.hits}
    assert notes[BED_REST] == ["EN18", "EN19", "EN20"]
    assert notes["faq/treatment"] == ["EN27", "EN18", "EN19", "EN16"]


def test_every_hit_carries_all_notes_of_its_place(index, article):
    parts = [part for section in article.sections for part in section.passages] + list(article.faq.entries)
    notes = {part.id: part.notes for part in parts}
    for query in ("sepsis", "cervical", "early birth", "bleeding"):
        hits = [hit for hit in index.search(query, 100).hits if hit.place in notes]
        assert hits
        assert [tuple(note.id for note in hit.notes) for hit in hits] == [notes[hit.place] for hit in hits]


def test_a_hit_without_notes_carries_none(raw, article_of):
    next(passage for passage in raw["sections"][4]["passages"] if passage["id"].endswith("/maternal-infection"))["notes"] = []
    hit = SearchIndex(article_of(raw)).search("sepsis").hits[0]
    assert (hit.place, hit.notes) == ("complications-and-prevention/maternal-infection", ())


def test_an_article_without_signs_is_never_urgent(tea):
    assert not SearchIndex(tea).search("heavy bleeding fever").urgent


@pytest.mark.parametrize("query", ["bleeding", "my waters broke", "baby moving less", "back ache", "fever and chills", "leaking fluid"])
def test_danger_signs_are_told_also_when_nothing_matches(index, query):
    assert index.search(query).urgent


def test_a_slip_is_mended_told_and_can_be_undone(index):
    results = index.search("cerclauge")
    assert results.corrected == "cerclage"
    assert found(results) == found(index.search("cerclage"))
    undone = index.search("cerclauge", exact=True)
    assert (undone.corrected, undone.no_match, undone.unknown) == (None, True, ("cerclauge",))


def test_a_synonym_is_told_and_can_be_undone(index):
    results = index.search("stitch")
    assert "stitch → cerclage" in results.why
    assert found(results)[0] in {"treatment-and-management/cerclage", "faq/what-is-cerclage"}
    assert "stitch → cerclage" not in index.search("stitch", exact=True).why


@pytest.mark.parametrize("query", ["cervical spine", "cervical cancer", "neck pain", "cervical smear"])
def test_another_meaning_of_a_word_is_not_covered(index, query):
    assert index.search(query).no_match


@pytest.mark.parametrize(("query", "other"), [("haemorrhage", "hemorrhage"), ("foetal growth", "fetal growth"), ("funnelling", "funneling")])
def test_british_and_american_spellings_are_equal(index, query, other):
    assert found(index.search(query)) == found(index.search(other))


@pytest.mark.parametrize(
    ("query", "place"), [("12/40", "faq/cerclage-timing"), ("12 to 16 weeks", "faq/cerclage-timing"), ("1-2%", "faq/how-common")]
)
def test_numbers_count(index, query, place):
    assert found(index.search(query))[0] == place


def test_an_abbreviation_that_is_a_word_counts_in_capitals_only(index):
    assert index.search("TOP").why
    assert not any("abortion" in why for why in index.search("top").why)


@pytest.mark.parametrize(("query", "urgent"), [("fever", True), ("FÉVER at night", True), ("hemorrhaging", True), ("cerclage", False), ("", False)])
def test_a_query_that_names_a_sign_is_urgent_even_without_a_match(article_of, full, query, urgent):
    assert SearchIndex(article_of(full)).search(query).urgent is urgent


# --- languages ---


@pytest.mark.parametrize("query", ["علبة", "عُلْبَة", "عُلبة"])
def test_arabic_is_found_with_and_without_vowel_marks(tea, query):
    assert set(found(SearchIndex(tea).search(query))) == {"storing/tin", "faq/keep-fresh", "storing/smells"}


@pytest.mark.parametrize("query", ["يسخن الماء", "يُسَخَّنُ الماءُ"])
def test_arabic_vowel_marks_in_the_article_make_no_difference(tea, query):
    results = SearchIndex(tea).search(query)
    assert found(results) == ["brewing/water"]
    hit = results.hits[0]
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["يُسَخَّنُ", "الماءُ"]


def test_arabic_hits_carry_their_notes(tea):
    assert [note.id for note in SearchIndex(tea).search("كم ينقع الشاي").hits[0].notes] == ["EN1"]


def test_without_a_match_the_arabic_word_is_named(tea):
    results = SearchIndex(tea).search("قهوة")
    assert results.unknown == results.missing == ("قهوة",)
    assert results.headings == ()


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("zh", "宫颈机能不全可能导致早产。", "早产"),
        ("ja", "子宮頸管が早く開くことがあります。", "早く"),
        ("hi", "गर्भाशय ग्रीवा समय से पहले खुल जाती है।", "ग्रीवा"),
        ("de", "Der Muttermund öffnet sich zu früh.", "fruh"),
        ("fr", "Le col s'ouvre trop tôt.", "ouvre"),
        ("el", "Ο τράχηλος ανοίγει νωρίς.", "ΤΡΑΧΗΛΟΣ"),
        ("ru", "Шейка матки открывается рано.", "шейка"),
    ],
)
def test_an_article_in_another_script_is_searched(raw, article_of, language, text, query):
    raw["language"] = language
    raw["sections"][0]["passages"][0]["text"] = text
    assert found(SearchIndex(article_of(raw)).search(query)) == ["overview/definition"]


def test_words_are_inflected_in_the_language_of_the_article():
    assert Language("de").key("kinder") == Language("de-AT").key("kind")
    assert Language("en").key("dilating") == Language("EN-gb").key("dilation")
    assert Language("ar").key("dilating") == "dilating"


def test_small_words_are_known_by_language():
    assert "the" in Language("en-US").small
    assert {"qu", "est", "ce"} <= Language("fr").small
    assert "متى" in Language("ar-EG").small
    assert Language("ja").small == frozenset()


def test_small_and_common_words_are_written_as_they_are_compared():
    english = Language("en")
    assert {word for word in english.small | english.neutral if [part.folded for part in words(word)] != [word]} == set()


def test_no_word_of_the_articles_own_subject_is_held_for_common(article):
    terms = {word.folded for synonym in article.synonyms for word in words(synonym.term)}
    subject = {"cervix", "cervical", "cerclage", "rest", "bleeding", "birth", "progesterone", "pressure", "discharge", "early", "weeks"}
    assert subject & Language("en").neutral == set()
    assert len(terms & Language("en").neutral) <= len(terms) // 20


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("stitch", "stitch → cerclage"),
        ("Shirodkar", "closest word: Shirodkar → cerclage"),
        ("preterm labour", "related: preterm labour → preterm birth"),
    ],
)
def test_a_hit_says_how_a_word_was_read(index, query, why):
    assert why in index.search(query).why


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "cervix " * 1400, "é̂" * 5000, "1-" * 5000, "“" * 10_000, "a- " * 4000, "a" * 5000 + "\u200b", "when the stitch " * 600]
)
def test_no_query_takes_long(index, query):
    index.search("warm")
    began = time.process_time()  # of this process: other work on the machine does not lengthen it
    index.search(query)
    assert time.process_time() - began < 0.25


def test_a_phrase_of_another_topic_in_passing_does_not_hide_the_answer(index):
    assert "causes-and-risk-factors/prior-surgery" in found(index.search("I had cervical screening and then a LEEP, am I at risk"))[:2]


# --- pasted text and other keyboards ---


@pytest.mark.parametrize(("typed", "meant"), PASTED.items())
def test_what_is_pasted_finds_what_is_meant(index, typed, meant):
    there, here = index.search(meant), index.search(typed)
    assert there.is_answered
    assert [hit.place for hit in here.hits] == [hit.place for hit in there.hits]
    assert (here.urgent, here.corrected, here.query) == (there.urgent, None, typed)


# --- the order of answers, and the reference itself ---


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("does a cone biopsy raise the risk of a preterm birth", "causes-and-risk-factors/prior-surgery"),
        ("can DES exposure increase the risk of losing the pregnancy", "causes-and-risk-factors/des-exposure"),
        ("is an incompetent cervix hereditary or genetic", "causes-and-risk-factors/collagen-disorders"),
        ("cervical weakness vs cervical insufficiency", "faq/what-is-it"),
        ("is this page enough or must i still see my midwife", "disclaimer"),
    ],
)
def test_the_answer_on_what_is_asked_comes_first(index, query, place):
    assert index.search(query).hits[0].place == place


@pytest.mark.parametrize("query", ["how big is the hook they use for a cerclage", "is 28 mm at 21 weeks ok", "what is a show"])
def test_a_passage_on_the_topic_alone_is_no_answer(index, query):
    assert not index.search(query).is_answered


def test_the_question_at_the_end_of_a_long_story_is_read(index):
    story = "my sister and her husband and I talked about it again and we still do not know what to think " * 4
    assert index.search(f"{story}. When is cerclage performed?").hits[0].place == "faq/cerclage-timing"


@pytest.mark.parametrize(
    ("typed", "meant"), [("lepp last year", "leep last year"), ("ailers danlos", "ehlers danlos"), ("how to preevent it", "how to prevent it")]
)
def test_slips_of_the_ear_are_mended_in_short_words_and_in_words_of_asking(index, typed, meant):
    assert index.search(typed).corrected == meant


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("pane low down in my back", "pain low down in my back"),
        ("how do they no it is a weak cervix", "how do they know it is a weak cervix"),
        ("what is an incontinent cervix", "what is an incompetent cervix"),
        ("presher down below", "pressure down below"),
    ],
)
def test_a_right_word_that_only_sounds_or_looks_like_what_is_meant_is_read_as_that(index, query, corrected):
    results = index.search(query)
    understood = results.corrected or index._language.written_out(query)
    assert understood == corrected
    assert results.is_answered


@pytest.mark.parametrize("query", ["incontinent after the stitch", "incontinent at night", "no pain", "read the letter", "a sole treatment"])
def test_such_a_word_stays_where_it_is_meant(index, query):
    assert index.search(query).corrected is None
    assert index._language.written_out(query) == query


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("17 weeks and feels like everything is about to fall out of me", "symptoms-and-diagnosis/pelvic-pressure"),
        ("is heavy bleeding after the birth because of a weak cervix", "complications-and-prevention/abruption-hemorrhage"),
        ("what does this mean for our baby", "faq/risks"),
        ("why was my sister given progesterone", "treatment-and-management/progesterone"),
        ("which condition is a cerclage done for", "faq/what-is-cerclage"),
    ],
)
def test_what_is_asked_is_known_by_its_kind(index, query, place):
    assert found(index.search(query))[0] == place


@pytest.mark.parametrize("query", ["when does my stitch come out", "when do they take the stitch out"])
def test_a_phrase_may_hold_any_words_within(index, query):
    results = index.search(query)
    assert not results.is_answered
    assert [hit.place for hit in results.hits][:1] == ["notes/EN29"]


def test_a_list_tells_the_aspects_of_the_sentence_that_opens_it(article):
    made = at_once(making_search(article)).article.index
    aspects = {entry.place: told for entry, told in zip((*entries(article), *additions(article)), made.aspects, strict=True)}
    sign, test = aspects["symptoms-and-diagnosis/vaginal-bleeding"], aspects["symptoms-and-diagnosis/pelvic-exam"]
    assert (sign["sign"], test["test"]) == (PAGE, PAGE)
    assert (sign["test"], test["sign"]) < (PAGE, PAGE)
    assert aspects["faq/symptoms"].get("definition", 0.0) <= PEOPLE  # "What are the symptoms" does not tell what a word means


@pytest.mark.parametrize("query", ["the midwife said that it may not hold", "is there one article of clothing that helps", "last pregnancy"])
def test_a_page_on_the_reference_answers_of_the_reference_alone(index, query):
    assert {"about", "disclaimer"}.isdisjoint(found(index.search(query))[:1])


def test_what_a_part_of_the_subject_is_is_told_by_its_meaning(index):
    results = index.search("What is the cervix?")
    assert [hit.place for hit in results.hits] == ["glossary/cervix"]
    assert index.search("what is cervical insufficiency").is_answered


def test_a_common_word_from_one_way_of_asking_does_not_hide_what_is_asked(index):
    assert found(index.search("treatments available"))[0] == "treatment-and-management/options"


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("The anaesthetist was lovely and I had the spinal. Nine weeks to go. What does cerclage mean?", "faq/what-is-cerclage"),
        (
            "My insurance is a mess and I ate nothing. Could an old forceps tear be why it opened?",
            "causes-and-risk-factors/cervical-trauma",
        ),
        (
            "Moved from Lyon to Oslo. They were kind there. Is more discharge one of the signs?",
            "symptoms-and-diagnosis/vaginal-discharge",
        ),
    ],
)
def test_what_a_story_only_tells_is_not_what_it_asks(index, query, place):
    assert index.search(query).hits[0].place == place


def test_a_story_whose_question_names_nothing_is_read_as_a_whole(index):
    assert not index.search("My boss gives no sick pay for a cerclage. Is that right?").is_answered


@pytest.mark.parametrize(("query", "place"), [("incompetent cervix causes", "faq/causes"), ("what can an incompetent cervix cause", "faq/risks")])
def test_a_heading_asks_for_causes_and_a_question_for_what_comes_of_it(index, query, place):
    assert index.search(query).hits[0].place == place


@pytest.mark.parametrize("query", ["what can they do", "best treatment", "what is the main treatment", "what's the usual therapy"])
def test_slight_words_and_words_that_only_qualify_decide_nothing(index, query):
    assert index.search(query).hits[0].place in {"faq/treatment", "treatment-and-management/options"}


def test_a_word_that_asks_is_not_read_as_one_that_sounds_alike(index):
    results = index.search("going on a plane with a short cervix")
    assert (results.corrected, results.is_answered) == (None, False)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("what is a salvage cerclage", "glossary/emergency-cerclage"),
        ("what does amnionitis mean", "glossary/chorioamnionitis"),
        ("transvaginal scan, what is that", "glossary/transvaginal-ultrasound"),
        ("salvage cerclage", "faq/cerclage-timing"),
    ],
)
def test_another_name_of_a_glossary_term_leads_to_its_meaning_where_that_is_asked(index, query, place):
    assert index.search(query).hits[0].place == place


@pytest.mark.parametrize("query", ["my hair is thinning", "how to tie a bow tie", "spotty skin", "zip file will not open", "horn concerto"])
def test_a_phrase_of_patients_takes_no_single_word_from_other_topics(index, query):
    assert not index.search(query).is_answered


@pytest.mark.parametrize(
    "query",
    [
        "how do i print a page",
        "where can i make the letters bigger",
        "how can i open a second window",
        "is there a dark mode",
        "can i search in all articles",
        "make a hand-out",
        "does it work offline",
    ],
)
def test_how_the_program_is_used_is_not_answered_by_an_article_on_something_else(index, query):
    assert index.search(query).no_match


def test_the_handbook_answers_how_the_program_is_used():
    handbook = SearchIndex(load(paths.HANDBOOK).article)
    assert all(handbook.search(query).is_answered for query in ("how do i print a page", "larger text", "keyboard shortcuts"))


@pytest.mark.parametrize("frame", ["what is meant by {}", "explain {} in simple words", "tell me about {}"])
@pytest.mark.parametrize("word", ["bleeding", "discharge", "infection", "membranes", "newborn", "funneling", "contractions"])
def test_the_words_around_what_is_named_lead_to_no_passage_without_it(index, article, frame, word):
    texts = {entry.place: f"{entry.lead} {entry.text} {entry.plain}" for entry in entries(article)}
    first = found(index.search(frame.format(word)))[:1]
    key_of = Language(article.language).key
    assert all(key_of(word) in {key_of(one.folded) for one in words(texts[place])} for place in first)


@pytest.mark.parametrize("word", ["dilation", "funneling", "discharge", "membranes"])
def test_the_risks_of_what_is_named_are_not_what_raises_the_risk_of_the_subject(index, word):
    """The passage holds "risk factors", and nothing of what is named."""
    assert found(index.search(f"{word} risks"))[:1] != ["causes-and-risk-factors/unknown-cause"]


@pytest.mark.parametrize("query", ["cerclage risks", "stitch risk", "suture complications", "is the stitch dangerous", "progesterone risks"])
def test_the_risks_of_a_treatment_are_left_open_however_they_are_asked(index, query):
    assert not index.search(query).is_answered


@pytest.mark.parametrize("query", ["remove stitch", "when to remove cerclage", "taking the suture out", "when do we take the suture out"])
def test_a_note_that_tells_what_is_asked_is_found_by_a_phrase_that_is_only_related(index, query):
    assert [hit.place for hit in index.search(query).hits] == ["notes/EN29"]


@pytest.mark.parametrize("query", ["can this end my pregnancy", "can you do anything or just wait"])
def test_a_way_of_asking_itself_finds_its_answer_although_that_does_not_hold_its_words(index, query):
    assert found(index.search(query))[0].startswith("faq/")
