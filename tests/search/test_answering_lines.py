"""The lines that answer a question are quoted as they stand, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sentences.answering import answering_lines
from search.sentences.tokens import Translation

LIBRARY = """Stadtbibliothek
Die Bibliothek hat Bücher, Filme und Spiele in vielen Sprachen.
Öffnungszeiten
Die Bibliothek ist Dienstag bis Freitag von 10:00 bis 18:00 Uhr geöffnet.
Ausweis
Für den Ausweis der Bibliothek brauchen Sie einen Pass und eine Meldebescheinigung.
Der Ausweis kostet 12 Euro im Jahr.
Für Kinder und Jugendliche ist der Ausweis kostenlos.
Vorlesen
Jeden Samstag lesen Ehrenamtliche kleinen Kindern Geschichten vor.
Kontakt
bibliothek@stadt.example"""

LEARNED = {"stori": {"geschicht": 0.8, "stock": 0.2}, "children": {"kind": 0.9}}


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Wann ist die Bibliothek geöffnet?", "Die Bibliothek ist Dienstag bis Freitag"),
        ("Was kostet der Ausweis?", "Der Ausweis kostet 12 Euro"),
        ("Welche Unterlagen brauche ich für den Ausweis?", "Für den Ausweis der Bibliothek"),
        ("Wer liest den Kindern Geschichten vor?", "Jeden Samstag lesen Ehrenamtliche"),
    ],
)
def test_the_line_that_answers_is_quoted(question: str, line: str) -> None:
    quoting = answering_lines(question, LIBRARY, "de", limit=4)
    assert any(quoted.startswith(line) for quoted in quoting.lines)


def test_a_text_about_something_else_is_less_likely_to_answer() -> None:
    near = answering_lines("Was kostet der Ausweis der Bibliothek?", LIBRARY, "de")
    far = answering_lines("Wie beantrage ich eine Steuernummer für mein Gewerbe?", LIBRARY, "de")
    assert far.probability < 0.5 < near.probability


def test_a_question_in_another_language_meets_the_text_by_its_words_meanings() -> None:
    known = Translation("en", lambda stem: LEARNED.get(stem, {}))
    line = "Jeden Samstag lesen Ehrenamtliche kleinen Kindern Geschichten vor."
    asked = "Who reads stories to children?"
    assert line in answering_lines(asked, LIBRARY, "de", known, limit=1).lines
    unknown = Translation("en", lambda _: {})
    assert line not in answering_lines(asked, LIBRARY, "de", unknown, limit=1).lines


def test_a_heading_is_quoted_with_the_line_below_it() -> None:
    lines = answering_lines("Wann ist die Bibliothek geöffnet?", LIBRARY, "de", limit=1).lines
    assert lines[0] == "Öffnungszeiten"
    assert lines[1].startswith("Die Bibliothek ist Dienstag bis Freitag")


TEXT = st.lists(st.sampled_from([*LIBRARY.split("\n"), "", "é:", "١٢"]), max_size=12).map("\n".join)


@given(st.sampled_from(["Was kostet das?", "", "?", "أين"]) | st.text(), TEXT | st.text())
def test_quotes_stand_in_the_text_in_their_order(question: str, text: str) -> None:
    quoting = answering_lines(question, text, "de")
    assert 0 <= quoting.probability <= 1
    start = 0
    for line in quoting.lines:
        start = text.index(line, start) + len(line)
