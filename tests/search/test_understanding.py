"""What people write is understood: needs, situations, whom for, and what they do not want."""

import pytest

from search.concept_index import ConceptIndex
from search.reading import Kind, Reading
from search.understanding import Understanding
from tests.search.thesaurus import THESAURUS, UNDERSTANDING


def read(text: str, language: str = "de") -> Reading:
    return UNDERSTANDING.read(text, language)


def best(text: str, language: str = "de") -> str | None:
    concepts = read(text, language).concepts
    return max(concepts, key=concepts.__getitem__, default=None)


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("de", "Ich suche eine kleine Wohnung", "housing"),
        ("uk", "Шукаю квартиру", "housing"),
        ("ar", "بدي شقة", "housing"),
        ("ar", "baddi shoghl", "jobs"),
        ("de", "I need a flat", "housing"),
        ("uk", "мне нужен врач", "doctor"),
    ],
)
def test_a_need_is_recognised_in_whatever_language(language: str, text: str, concept: str) -> None:
    assert best(text, language) == concept


def test_a_rare_concept_beats_a_common_one() -> None:
    concepts = read("Arbeit als Krankenschwester, Anerkennung vom Diplom").concepts
    assert max(concepts, key=concepts.__getitem__) == "nurse_recognition"
    assert concepts["jobs"] < concepts["recognition"] <= concepts["nurse_recognition"]


def test_a_need_leads_to_the_topics_it_belongs_to_the_main_one_most() -> None:
    concepts = read("Krankenschwester Diplom").concepts
    assert concepts["nurse_recognition"] > concepts["recognition"] > concepts["jobs"] > 0


def test_a_situation_tells_of_a_need_that_nobody_names() -> None:
    assert best("Mein Chef zahlt nicht") == "unpaid_wages"
    assert best("Mein Chef ist nett") is None


def test_a_facet_never_answers_alone() -> None:
    reading = read("für Frauen")
    assert reading.concepts == {}
    assert reading.facets["f_women"] > 0


def test_what_is_excluded_does_not_count() -> None:
    reading = read("Ich will keinen Kurs, ich suche eine Wohnung")
    assert "german_course" not in reading.concepts
    assert "kurs" not in reading.words
    assert best("keinen kurs sondern eine wohnung") == "housing"
    assert best("I don't want work, a flat", "en") == "housing"


def test_what_is_missing_is_a_need() -> None:
    assert best("Ich habe keine Wohnung und keine Arbeit") == "housing"
    assert best("ich will keinen Kurs") == "german_course"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hallo!", Kind.GREETING),
        ("vielen dank", Kind.THANKS),
        ("Hallo, ich suche eine Wohnung", Kind.QUESTION),
        ("Wann ist es offen?", Kind.FOLLOW_UP),
        ("Wie wird das Wetter?", Kind.OUTSIDE),
        ("Welche Aktien soll ich bei der Bank kaufen?", Kind.OUTSIDE),
        ("Ich brauche ein Konto bei der Bank", Kind.QUESTION),
        ("xyz", Kind.QUESTION),
        ("", Kind.QUESTION),
    ],
)
def test_what_somebody_does_by_writing(text: str, kind: Kind) -> None:
    assert read(text).kind is kind


def test_a_follow_up_says_what_it_asks_for() -> None:
    assert read("und wann ist es offen?").aspects[0] == "a_when"


def test_slips_of_the_thumb_are_understood_where_the_town_does_not_know_the_word() -> None:
    assert best("Ich brauche eine Wohnumg") == "housing"
    assert best("Sprachkrus") == "german_course"
    assert UNDERSTANDING.read("Sprachkrus", "de", {"sprachkrus"}.__contains__).concepts == {}


def test_a_word_that_says_something_in_her_language_says_nothing_in_a_far_one() -> None:
    assert "jobs" not in read("ich brauche ein Konto").concepts


def test_languages_are_guessed_by_their_words() -> None:
    assert read("мне нужна квартира и врач", "uk").languages[0] == "ru"
    assert read("мені потрібна робота", "uk").languages[0] == "uk"
    assert read("Wohnung", "ar").languages[:2] == ("de", "ar")


def test_a_kept_index_understands_alike() -> None:
    kept = ConceptIndex.from_bytes(UNDERSTANDING.index.to_bytes())
    other = Understanding(THESAURUS, kept)
    for text in ("Mein Chef zahlt nicht", "Шукаю квартиру", "Sprachkrus", "Hallo"):
        assert other.read(text, "de") == read(text)


def test_bytes_that_were_cut_short_are_refused() -> None:
    with pytest.raises((ValueError, KeyError)):
        ConceptIndex.from_bytes(UNDERSTANDING.index.to_bytes()[:-7])


def test_the_terms_of_a_concept_are_there_to_search_with() -> None:
    assert ("deutsch", "lernen") in UNDERSTANDING.words_for("german_course")
    assert UNDERSTANDING.words_for("housing", "en") == (("flat",),)
    assert UNDERSTANDING.words_for("nothing") == ()
