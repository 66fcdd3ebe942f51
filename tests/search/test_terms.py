"""Terms with wildcards, found in what people write."""

import pytest

from search.normalising import words
from search.terms import Term, TermFinder


def holds(term: str, text: str, *, stemmed: bool = False, window: int | None = None) -> bool:
    """Tell whether a text holds a German term."""
    finder = TermFinder([Term(term, "de")], stemmed=stemmed)
    return any(True for _ in finder.find(words(text), window))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("kurs", "Ein Kurs."),
        ("kurs*", "Kursleiter"),
        ("kurs*", "kurs"),
        ("*kurs", "Deutschkurs"),
        ("*deutsch*", "Sommerdeutschkurs"),
        ("miete hoch", "Zu hoch ist die Miete!"),
        ("erste-hilfe*", "Erste-Hilfe-Kurs"),
        ("kind trinkt/trank/getrunken", "Das Kind trank davon"),
        ("brand/*feuer*", "Lagerfeuer"),
    ],
)
def test_a_term_is_found(term: str, text: str) -> None:
    assert holds(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("kurs", "Kurse"),
        ("kurs*", "Deutschkurs"),
        ("*kurs", "Kursleiter"),
        ("miete hoch", "Die Miete"),
        ("kind trinkt/trank", "Das Kind trinken lassen"),
        ("*", "alles"),
        ("", "alles"),
    ],
)
def test_a_term_is_not_found(term: str, text: str) -> None:
    assert not holds(term, text)


def test_other_forms_of_a_word_count_where_stemming_is_wanted() -> None:
    assert holds("wohnung", "Wohnungen", stemmed=True)
    assert not holds("wohnung", "Wohnungen")


def test_words_of_a_term_stand_within_the_window() -> None:
    assert holds("haus brennt", "das Haus dort brennt", window=3)
    assert not holds("haus brennt", "das Haus, das dort drüben steht, brennt", window=3)
    assert holds("haus brennt", "das Haus ist weit weg, aber ein Haus brennt", window=2)


def test_a_closer_fit_weighs_more() -> None:
    finder = TermFinder([Term("kurs*", "de")])
    (exact,), (longer,) = (list(finder.find([word])) for word in ("kurse", "kursleiterin"))
    assert 0 < longer.fit < exact.fit <= 1


def test_syllables_of_vietnamese_mean_nothing_in_another_order() -> None:
    finder = TermFinder([Term("thuê nhà", "vi"), Term("tự_tử", "vi")])
    assert [x.term for x in finder.find(words("Tôi muốn thuê nhà"))] == [0]
    assert [x.term for x in finder.find(words("nhà đó ai thuê"))] == []
    assert [x.term for x in finder.find(words("tư vấn từ xa"))] == []
    assert [x.term for x in finder.find(words("muốn tự tử"))] == [1]


def test_a_compound_holds_both_words_of_a_term_but_no_word_is_there_twice() -> None:
    assert holds("*kurs* *deutsch*", "Deutschkurs")
    assert holds("ja ja", "ja, ja")
    assert not holds("ja ja", "ja")
    assert not holds("geburt/wehen wehen/geburt", "Geburt")
