"""Sentences are quoted whole, and the right ones."""

import pytest

from search.sentences import best_sentences
from search.splitting import split_sentences

OFFICE = (
    "Das Büro ist in der Bahnhofstr. 5. Offen ist z. B. am 3. Mai von 10.30 bis 12 Uhr. "
    "Die Beratung ist kostenlos.\nKommen Sie in den 2. Stock."
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ja! Nein? Gut.", ["Ja!", "Nein?", "Gut."]),
        ("Am 3. Mai. Dann nicht.", ["Am 3. Mai.", "Dann nicht."]),
        ("Das gilt z. B. hier. Dort nicht.", ["Das gilt z. B. hier.", "Dort nicht."]),
        ("Bahnhofstr. 5, Tel. 0361 12. Bis 10.30 Uhr", None),
        ("Zimmer Nr. 4. Bitte klopfen.", ["Zimmer Nr. 4.", "Bitte klopfen."]),
        ("Der Dorf e. V. hilft. Immer.", ["Der Dorf e. V. hilft.", "Immer."]),
        ("أين المكتب؟ هنا. نعم", ["أين المكتب؟", "هنا.", "نعم"]),
        ("यह है। वह है।", ["यह है।", "वह है।"]),
        ("Titel\n\nErste Zeile\nzweite", ["Titel", "Erste Zeile", "zweite"]),
        ("Er sagte: «Komm!» Sie kam.", ["Er sagte: «Komm!»", "Sie kam."]),
        ("Mehr auf www.stadt.de und a@b.de. Ende", ["Mehr auf www.stadt.de und a@b.de.", "Ende"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str] | None) -> None:
    if sentences is None:
        sentences = ["Bahnhofstr. 5, Tel. 0361 12.", "Bis 10.30 Uhr"]
    assert list(split_sentences(text)) == sentences


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Wann ist offen?", "Offen ist z. B. am 3. Mai von 10.30 bis 12 Uhr."),
        ("Ist das kostenlose Beratung?", "Die Beratung ist kostenlos."),
        ("In welchem Stock?", "Kommen Sie in den 2. Stock."),
    ],
)
def test_the_sentence_that_answers_is_quoted(question: str, sentence: str) -> None:
    assert best_sentences(question, OFFICE, limit=1) == (sentence,)


def test_a_text_that_shares_nothing_is_quoted_from_its_beginning() -> None:
    assert best_sentences("أين؟", "Eins. Zwei. Drei.") == ("Eins.", "Zwei.")
