"""The self-test: cards, rounds, and the file for Anki."""

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.formats.plain_text import to_text
from app.core.pages.document import Document
from app.core.teaching.quiz import COLUMNS, GRADES, Card, begin_round, chosen, doubts_of, make_cards, to_tab_separated


@pytest.fixture(scope="module")
def document(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


@pytest.fixture(scope="module")
def cards(document) -> tuple[Card, ...]:
    return make_cards(document)


def test_every_question_and_every_term_is_a_card(cards, article) -> None:
    assert [card.place for card in cards] == [entry.id for entry in article.faq.entries] + [term.id for term in article.glossary]


def test_the_explanation_is_the_passage_with_its_notes(cards, article) -> None:
    notes = {note.id: note for note in article.notes}
    for entry, card in zip(article.faq.entries, cards, strict=False):
        told = to_text(card.explanation)
        assert entry.answer in told
        assert all(notes[name].text in told for name in entry.notes)
        assert {note.id for note in card.notes} == set(entry.notes)


def test_doubtful_cards_carry_their_notes_and_are_left_out_unless_asked_for(cards) -> None:
    doubtful = {card.place for card in cards if card.is_doubtful}
    assert "faq/treatment" in doubtful
    assert doubtful.isdisjoint(card.place for card in chosen(cards))
    asked = chosen(cards, doubtful=True)
    assert doubtful <= {card.place for card in asked}
    assert all(card.warning for card in asked if card.is_doubtful)
    assert doubts_of(cards) == ("Inconsistent and outdated", "Outdated advice")
    assert "Outdated advice" in next(card.warning for card in cards if card.place == "faq/treatment")


def test_a_card_is_read_aloud_with_every_note(cards) -> None:
    for card in cards:
        assert card.spoken.startswith(card.answer)
        assert all(f"{note.verdict}. {note.text}" in card.spoken for note in card.notes)
        assert card.spoken == card.spoken.strip()


def test_questions_and_terms_are_chosen_apart(cards) -> None:
    assert {card.kind for card in chosen(cards, terms=False)} == {"question"}
    assert {card.kind for card in chosen(cards, questions=False)} == {"term"}
    assert chosen(cards, questions=False, terms=False) == ()


def test_shuffling_is_the_same_for_the_same_seed(cards) -> None:
    assert begin_round(cards).waiting == cards
    assert begin_round(cards, seed=3) == begin_round(cards, seed=3)
    assert begin_round(cards, seed=3).waiting != begin_round(cards, seed=4).waiting
    assert set(begin_round(cards, seed=3).waiting) == set(cards)


@given(st.integers(0, 9), st.lists(st.sampled_from(GRADES), max_size=60), st.none() | st.integers(0, 99))
def test_missed_cards_come_again_until_they_are_known(count: int, grades: list, seed: int | None) -> None:
    cards = tuple(Card(f"c/{number}", "term", "q", "a", ()) for number in range(count))
    asked = begin_round(cards, seed=seed)
    for grade in grades:
        card = asked.card
        if card is None:
            break
        before = asked
        assert asked.after(grade) is asked  # not before the answer is shown
        asked = asked.revealed()
        assert asked.revealed() is asked
        asked = asked.after(grade)
        assert not asked.is_revealed
        assert (card in asked.waiting) == (grade == "not_yet")
        assert asked.done == before.done + (grade != "not_yet")
        if grade == "not_yet":
            assert asked.waiting[-1] is card
    first = asked.first_grades()
    graded = {card.place for card, _ in asked.graded}
    assert {card.place for group in first.values() for card in group} == graded
    assert sum(map(len, first.values())) == len(graded)
    if asked.card is None:
        assert asked.revealed() is asked
        assert graded == {card.place for card in cards}


@given(st.lists(st.sampled_from(GRADES), max_size=30), st.none() | st.integers(0, 99))
def test_every_grade_can_be_undone_back_to_the_beginning(grades: list, seed: int | None) -> None:
    rounds = [begin_round((Card(f"c/{number}", "term", "q", "a", ()) for number in range(4)), seed=seed).revealed()]
    for grade in grades:
        after = rounds[-1].after(grade)
        assert after.undone() == rounds[-1]
        assert after.not_asked == 4 - len({card.place for card, _ in after.graded})
        rounds.append(after.revealed())
        if after.card is None:
            break
    back = rounds[-1]
    for before in reversed(rounds[:-1]):
        back = back.undone()
        assert back == before
    assert back.undone() is back


def test_of_many_cards_so_many_are_asked(cards) -> None:
    assert begin_round(cards, most=10).waiting == cards[:10]
    assert begin_round(cards, most=10).count == 10
    assert begin_round(cards, seed=3, most=10).waiting == begin_round(cards, seed=3).waiting[:10]
    assert begin_round(cards[:4], most=10).count == 4


def rows(text: str) -> tuple[list[str], list[list[str]]]:
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    return head, list(csv.reader(io.StringIO("\n".join(lines[len(head) :])), delimiter="\t"))


def test_the_file_for_anki_has_its_header_and_a_card_a_line(cards, document, article) -> None:
    head, body = rows(to_tab_separated(cards, document))
    assert head == ["#separator:tab", "#html:false", "#columns:Question\tAnswer\tNote\tCitation\tTags", "#tags column:5"]
    assert len(body) == len(cards)
    assert all(len(row) == len(COLUMNS) for row in body)
    for card, (question, answer, note, citation, tags) in zip(cards, body, strict=True):
        assert question == card.question
        assert card.answer in answer
        assert all(part.text in note and part.id in note for part in card.notes)
        for part in (article.title, card.place, "18 October 2025", document.digest, "not medical advice", "Not yet reviewed by a clinician"):
            assert part in citation
        assert article.id in tags.split()
        assert ("doubtful" in tags.split()) == card.is_doubtful
        if card.is_doubtful:
            assert "Outdated" in answer or "outdated" in answer


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_no_text_breaks_the_file(document, question: str, answer: str) -> None:
    card = Card("faq/treatment", "question", question, answer, ())
    text = to_tab_separated([card], document)
    assert "\r" not in text
    body = text.split("\n")[4:]
    assert len(body) == 2
    assert body[1] == ""
    assert not body[0].startswith("#")
    read = next(csv.reader([body[0]], delimiter="\t"))
    assert len(read) == len(COLUMNS)
    assert read[0] == " ".join(question.split())
    assert read[1] == " ".join(answer.split())


def test_an_article_without_questions_and_terms_has_no_cards(loaded) -> None:
    article = loaded.article
    bare = msgspec.structs.replace(article, faq=msgspec.structs.replace(article.faq, entries=()), glossary=())
    assert make_cards(Document(bare)) == ()
    assert begin_round(()).card is None
