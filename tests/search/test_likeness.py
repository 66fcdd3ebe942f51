"""Who tells of a situation is understood by what others say in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.likeness import Likeness
from search.normalising import words
from search.sentence_index import SentenceIndex
from search.thesaurus import Situations
from tests.search.plain_likeness import plain

SITUATIONS: Situations = {
    "en": {
        "food_bank": (
            "the fridge is empty and payday is far",
            "who gives out bread and vegetables",
        ),
        "trauma": ("every loud noise brings the war back", "I dream of bombs every night"),
        "interpreter": ("I nod at the doctor but understand nothing",),
    },
    "de": {"food_bank": ("der Kühlschrank ist leer",)},
}
LIKENESS = Likeness(SITUATIONS)


def nearest(said: str, *languages: str) -> str | None:
    found = LIKENESS.concepts(words(said), languages)
    return max(found, key=found.__getitem__, default=None)


def test_a_situation_is_known_by_its_like() -> None:
    assert nearest("my fridge has been empty for days", "en") == "food_bank"
    assert nearest("at night I see the bombing in my dreams", "en") == "trauma"
    assert nearest("mein Kühlschrank ist ganz leer", "en", "de") == "food_bank"


def test_what_is_like_nothing_is_near_nothing() -> None:
    assert nearest("xylophone", "en") is None
    assert nearest("the is and", "en") is None
    assert nearest("the fridge is empty", "uk") is None


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_likeness_is_a_share(said: str) -> None:
    assert all(0 < x <= 1 + 1e-9 for x in LIKENESS.concepts(words(said), ("en", "de")).values())


def test_a_sentence_itself_is_as_like_as_can_be() -> None:
    alone = Likeness({"en": {"interpreter": ("nod at doctor",)}})
    found = alone.concepts(words("nod at doctor"), ("en",))
    assert found.keys() == {"interpreter"}


SAID = st.lists(
    st.sampled_from(
        ["wohnung", "wohnungen", "miete", "kalt", "strom", "die", "der", "12", "ß", "kaputt"]
    )
)
EXAMPLES = st.dictionaries(
    st.sampled_from("abcd"), st.lists(SAID.map(" ".join), min_size=1).map(tuple), min_size=1
)


@settings(max_examples=200)
@given(EXAMPLES, SAID)
def test_an_index_says_what_comparing_each_sentence_says(
    examples: dict[str, tuple[str, ...]], said: list[str]
) -> None:
    known = words(" ".join(said))
    kept = SentenceIndex.from_bytes(SentenceIndex.of(examples, "de").to_bytes())
    expected = plain(examples, known, "de")
    assert kept.likenesses(known, "de") == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("lost", [1, 8, 100])
def test_a_file_that_ends_early_is_noticed(lost: int) -> None:
    data = SentenceIndex.of(SITUATIONS["en"], "en").to_bytes()
    with pytest.raises(ValueError, match=r"."):
        SentenceIndex.from_bytes(data[:-lost])
