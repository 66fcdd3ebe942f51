"""Sentences are quoted whole."""

import pytest

from search.splitting import split_sentences


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
