"""Of two texts, what is otherwise."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.wording import differing

LONG = " ".join(f"Das ist der Satz {number}." for number in range(30))


def test_short_texts_are_shown_whole() -> None:
    assert differing("Mo bis Fr.", "Mo bis Do.") == ("Mo bis Fr.", "Mo bis Do.")


def test_of_long_texts_only_the_sentences_that_changed() -> None:
    after = LONG.replace("Satz 7.", "siebte Satz.")
    assert differing(LONG, after) == ("… Das ist der Satz 7. …", "… Das ist der siebte Satz. …")


def test_a_new_sentence_at_the_end() -> None:
    assert differing(LONG, f"{LONG} Und noch einer.") == ("…", "… Und noch einer.")


def test_a_sentence_that_goes() -> None:
    assert differing(LONG, LONG.replace("Das ist der Satz 0. ", "")) == (
        "Das ist der Satz 0. …",
        "…",
    )


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["A b.", "C?", "D\n", "E!\n\n", "f"]), max_size=90), st.data())
def test_what_is_shown_differs_exactly_when_the_texts_do(
    pieces: list[str], data: st.DataObject
) -> None:
    before = "".join(pieces)
    at = data.draw(st.integers(0, len(before)))
    after = f"{before[:at]}Neues. {before[at:]}"
    old, new = differing(before, after)
    assert old != new
    assert "Neues." in new
