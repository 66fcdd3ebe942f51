"""Needs are told by what goes together, whatever the language of the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.coded_terms import CodedTerms
from search.needs import Needs, NeedsModel
from search.normalising import words

DAILY = CodedTerms.of(
    [
        ("d_fridge", {"de": ("kühlschrank",), "en": ("fridge",), "uk": ("холодильник",)}),
        ("d_empty", {"de": ("leer",), "en": ("empty",), "uk": ("порожн*",)}),
        ("d_repair", {"de": ("reparieren",), "en": ("repair",), "uk": ("лагодити",)}),
    ],
    stemmed=True,
)
MODEL = NeedsModel.from_json(
    """{"needs": ["food_bank", "repair_cafe", "o_weather"], "anyway": [0, 0, -1], "pieces": {
        "d_fridge": {"food_bank": 1.0, "repair_cafe": 1.0},
        "d_empty": {"food_bank": 2.0},
        "d_repair": {"repair_cafe": 3.0},
        "p_hungry": {"food_bank": 4.0, "o_weather": -1.0}
    }}"""
)
NEEDS = Needs(DAILY, MODEL)
KNOWN = tuple(MODEL.places)


def first(said: str, *languages: str, meant: tuple[str, ...] = ()) -> str | None:
    """The likeliest need of those who say this."""
    likely = NEEDS.likely(NEEDS.pieces(words(said), meant, languages))
    return max(likely, key=likely.__getitem__, default=None)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("der Kühlschrank ist leer", "de"),
        ("empty fridge again", "en"),
        ("холодильник знову порожній", "uk"),
    ],
)
def test_what_goes_together_is_a_need_in_every_language(said: str, language: str) -> None:
    assert first(said, language) == "food_bank"


def test_the_same_thing_in_another_company_is_another_need() -> None:
    assert first("who can repair my fridge", "en") == "repair_cafe"


def test_concepts_that_are_meant_count_beside_words_of_daily_life() -> None:
    assert first("who can repair my fridge", "en", meant=("p_hungry",)) == "food_bank"


def test_words_of_languages_that_nobody_writes_do_not_count() -> None:
    assert first("empty fridge", "uk") is None


def test_where_no_piece_is_known_nothing_is_said() -> None:
    assert first("xylophone", "en", meant=("p_unheard_of",)) is None


@given(st.sets(st.sampled_from([*KNOWN, "d_unknown"])))
def test_likelihoods_are_shares_of_one(pieces: set[str]) -> None:
    likely = NEEDS.likely(pieces)
    assert likely == {} if not pieces & {*KNOWN} else sum(likely.values()) == pytest.approx(1)
    assert all(0 < share < 1 for share in likely.values())


def test_a_file_with_a_need_that_it_does_not_name_is_refused() -> None:
    with pytest.raises(KeyError):
        NeedsModel.from_json(
            '{"needs": ["food_bank"], "anyway": [0], "pieces": {"d_x": {"other": 1.0}}}'
        )


def test_a_model_that_was_kept_says_the_same() -> None:
    kept = NeedsModel.from_bytes(MODEL.to_bytes())
    assert (kept.codes, kept.places) == (MODEL.codes, MODEL.places)
    assert kept.likely(KNOWN) == MODEL.likely(KNOWN)
    with pytest.raises((ValueError, KeyError)):
        NeedsModel.from_bytes(MODEL.to_bytes()[:-1])
