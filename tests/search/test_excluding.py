"""What somebody does not want is told apart from what they do not have."""

import pytest

from search.excluding import Exclusions, clauses, pattern

EXCLUSIONS = Exclusions(
    ["kein/keinen … sondern", "will keinen … |", "… brauche ich nicht", "| nicht … |", "statt …"]
)


def left(text: str) -> str:
    said = clauses(text)
    without = EXCLUSIONS.excluded(said)
    return " ".join(word for n, word in enumerate(said) if n not in without and word != "|")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("keinen Kurs sondern eine Wohnung", "keinen sondern eine wohnung"),
        ("Ich will keinen Kurs, ich will Arbeit", "ich will keinen ich will arbeit"),
        ("Arbeit, einen Kurs brauche ich nicht", "arbeit brauche ich nicht"),
        ("Nicht Berlin. Erfurt", "nicht erfurt"),
        ("Ich habe keine Wohnung", "ich habe keine wohnung"),
        ("kein Geld und kein Essen", "kein geld und kein essen"),
        ("keinen sondern", "keinen sondern"),
        ("", ""),
    ],
)
def test_only_what_a_pattern_excludes_is_left_out(text: str, rest: str) -> None:
    assert left(text) == rest


@pytest.mark.parametrize("written", ["…", "kein", "… und …", ""])
def test_a_pattern_has_one_hole_and_words_beside_it(written: str) -> None:
    with pytest.raises(ValueError, match="beside other words"):
        pattern(written)
