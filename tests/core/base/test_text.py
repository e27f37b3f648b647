import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.base import text as text_module
from app.core.base.text import find_all, fold, sentences, whole, words


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


# --- folding ---


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("CERVIX", "cervix"),
        ("Café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Œdème", "oedeme"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("ﬁne", "fine"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("Ehlers–Danlos", "ehlers-danlos"),
        ("12\u201116", "12-16"),
        ("−1", "-1"),
        ("don’t", "don't"),
        ("cer\u00advix", "cervix"),
        ("a\u200db", "ab"),
        ("الشَّايُ", "الشاي"),
        ("ｌｅｅｐ", "leep"),
        ("38 ℃", "38 °c"),
        ("№ 5", "no 5"),
        ("", ""),
    ],
)
def test_case_accents_and_kinds_of_dash_make_no_difference(text, same):
    assert fold(text) == fold(same) == same


@pytest.mark.parametrize(("one", "other"), [("cervix", "cervical"), ("12-16", "12 16"), ("ba", "ab"), ("की", "का")])
def test_what_reads_differently_stays_different(one, other):
    assert fold(one) != fold(other)


@settings(deadline=None, max_examples=200, database=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


# --- words ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cervix, too early.", ["the", "cervix", "too", "early"]),
        ("Ehlers-Danlos syndrome", ["ehlers", "danlos", "syndrome"]),
        ("don't", ["don", "t"]),
        ("12-16 weeks, 1-2%", ["12", "16", "weeks", "1", "2"]),
        ("cer\u00advix", ["cervix"]),
        ("हिन्दी में", [fold("हिन्दी"), fold("में")]),
        ("كَتَبَ الشايُ", ["كتب", "الشاي"]),
        ("中文 text", ["中", "文", "text"]),
        ("ab中cd", ["ab", "中", "cd"]),
        ("お茶", ["お", "茶"]),
        (" \t\n", []),
        ("...—?!", []),
        ("\u00ad\u200b", []),
        ("", []),
    ],
)
def test_a_text_is_parted_into_folded_words(text, found):
    assert folded(text) == found


def test_marks_that_belong_to_a_letter_do_not_part_a_hindi_word():
    assert [(word.start, word.end) for word in words("हिन्दी में")] == [(0, 6), (7, 10)]


def test_marks_on_their_own_letter_are_part_of_the_word():
    (word,) = words("cafe\u0301")
    assert (word.folded, word.start, word.end) == ("cafe", 0, 5)


def test_a_word_knows_where_it_stands_in_the_original():
    text = "Die Straße, das Œdème!"
    assert [text[word.start : word.end] for word in words(text)] == ["Die", "Straße", "das", "Œdème"]


@settings(deadline=None, max_examples=200, database=None)
@given(st.text())
def test_words_follow_each_other_inside_the_text_and_fold_to_something(text):
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded == fold(text[word.start : word.end])
        end = word.end


# --- finding ---


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("The cervix and the CERVIX", "cervix", ["cervix", "CERVIX"]),
        ("Café, cafe, cafe\u0301s", "CAFÉ", ["Café", "cafe", "cafe\u0301"]),
        ("Ehlers–Danlos syndrome", "ehlers-danlos", ["Ehlers–Danlos"]),
        ("Eine Straße", "strasse", ["Straße"]),
        ("in the Œuvre", "oeu", ["Œu"]),
        ("bed\u00a0rest and bed rest", "bed rest", ["bed\u00a0rest", "bed rest"]),
        ("cer\u00advical", "cervical", ["cer\u00advical"]),
        ("1-2% of pregnancies", "1–2%", ["1-2%"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("الشَّاي", "الشاي", ["الشَّاي"]),
        ("中文中", "中", ["中", "中"]),
        ("the cervix", " cervix ", ["cervix"]),
    ],
)
def test_a_needle_is_found_whatever_its_case_accents_and_dashes(text, needle, found):
    assert [text[start:end] for start, end in find_all(text, needle)] == found


@pytest.mark.parametrize(
    ("text", "needle"), [("cervix", ""), ("cervix", "  "), ("cervix", "\u0301"), ("cervix", "uterus"), ("", "cervix"), ("a.c", "abc")]
)
def test_nothing_is_found_for_an_empty_needle_or_one_that_does_not_occur(text, needle):
    assert find_all(text, needle) == ()


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(), st.text(max_size=3))
def test_what_is_found_stands_inside_the_text_in_order(text, needle):
    starts = [start for start, _ in find_all(text, needle)]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in find_all(text, needle))


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=33), min_size=1), st.text(), st.text())
def test_a_plain_needle_put_into_a_text_is_found(needle, before, after):
    assert find_all(f"{before} {needle} {after}", needle)


# --- sentences ---


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("A cervix of 3.5 cm is long. So it is.", ["A cervix of 3.5 cm is long.", "So it is."]),
        ("He said “stop.” She went.", ["He said “stop.”", "She went."]),
        ("(It may.) Or not.", ["(It may.)", "Or not."]),
        ("كم الوقت؟ خمس دقائق.", ["كم الوقت؟", "خمس دقائق."]),
        ("见面。再见。", ["见面。", "再见。"]),
        ("The options may include:", ["The options may include:"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_a_text_is_parted_into_sentences(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_sentences_of_the_article_lose_no_word(article):
    texts = [passage.text for section in article.sections for passage in section.passages] + [entry.answer for entry in article.faq.entries]
    for text in texts:
        assert " ".join(text[start:end] for start, end in sentences(text)) == text


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(alphabet='ab .!?。"’)\n'))
def test_only_space_stands_between_sentences(text):
    end = 0
    for start, stop in sentences(text):
        assert not text[end:start].strip()
        assert start < stop
        end = stop
    assert end == len(text)


@pytest.mark.parametrize(("text", "needle", "times"), [("ß", "s", 1), ("ﬀ", "f", 1), ("a b", "a\tb", 1), ("a  b", "a b", 1)])
def test_a_mark_never_stands_twice_on_one_letter(text, needle, times):
    assert len(find_all(text, needle)) == times


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("See e.g. the cervix. Then more.", ["See e.g. the cervix.", "Then more."]),
        ("Ask Dr. Smith. Go.", ["Ask Dr. Smith.", "Go."]),
        ("a?b c.", ["a?b c."]),
        ("一。二！", ["一。", "二！"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize("start", range(0, 0x3400, 0x400))
def test_words_are_the_same_however_they_are_found(start):
    """The short way is for texts whose characters are letters by themselves; around any character both ways part the same."""
    for char in map(chr, range(start, start + 0x400)):
        text = f"Ab{char}cd {char}x y{char} "
        assert words.__wrapped__(text) == text_module._words_by_character(text), hex(ord(char))


# --- words that were broken where they were copied, and letters of other alphabets ---


@pytest.mark.parametrize("hyphen", ["-\n", "- ", "-", "-\r\n", "\u2010\n", "\u00ad\n", "\u00ac ", "\u200b"])
def test_a_broken_word_is_put_together_where_that_makes_a_known_word(hyphen):
    known = {"cervical", "insufficiency"}
    assert whole(f"cervical insuf{hyphen}ficiency?", known.__contains__) == "cervical insufficiency?"
    assert whole(f"cer{hyphen}vical insuf{hyphen}ficien{hyphen}cy", known.__contains__) == "cervical insufficiency"


@pytest.mark.parametrize("text", ["pre- and post-operative", "in 12- \n16 weeks", "short-\nterm", "a - b", "pre-and", ""])
def test_what_makes_no_known_word_stays_as_it_was_written(text):
    assert whole(text, {"pre", "and", "short", "term"}.__contains__) == text


def test_a_space_of_no_width_between_two_words_parts_them():
    assert whole("bed\u200brest", {"bed", "rest"}.__contains__) == "bed rest"
    assert whole("bed\u200brest", {"bed", "rest", "bedrest"}.__contains__) == "bedrest"
    assert fold(whole("b\u200bed", set().__contains__)) == "bed"


@pytest.mark.parametrize("typed", ["ISITMA", "ısıtma", "isitma", "İSİTMA", "I\u0307SITMA"])
def test_every_spelling_of_the_turkish_i_is_one_letter(typed):
    assert fold(typed) == "isitma"
    assert find_all("Su ısıtma", typed) == ((3, 9),)


def test_letters_that_no_decomposition_knows_are_those_that_people_type_for_them():
    assert [fold(word) for word in ("ðorn", "Þorn", "ħ", "Ŧ", "cer\u034fclage")] == ["dorn", "thorn", "h", "t", "cerclage"]


def test_words_broken_where_they_were_copied_are_found_on_the_page():
    assert find_all("an insufficiency", "insuf-\nficiency") == ((3, 16),)
    assert find_all("well- known", "well- known") == ((0, 11),)  # as it stands there
