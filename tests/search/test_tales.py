"""Tales of danger are told by what goes together, in words that no term of danger has."""

import pytest

from search.coded_terms import CodedTerms
from search.normalising import words
from search.tales import Tales, TalesModel, features

PIECES = CodedTerms.of(
    [
        ("weapon", {"de": ("messer", "axt"), "en": ("knife", "axe"), "tr": ("bıçak*",)}),
        ("threat", {"de": ("droht",), "en": ("threatens",), "tr": ("tehdit",)}),
        ("buy", {"de": ("kaufen",), "en": ("buy",), "tr": ("almak",)}),
        ("me", {"de": ("mir", "mich"), "en": ("me",), "tr": ("beni",)}),
    ],
    stemmed=True,
)
MODEL = TalesModel(
    {"violence": {"": -4.0, "weapon": 2.0, "me+threat": 1.0, "threat+weapon": 4.0, "buy": -5.0}},
    0.5,
)
TALES = Tales(PIECES, MODEL)


@pytest.mark.parametrize(
    "said",
    ["er droht mir mit einer axt", "threatens me knife", "adam bıçakla tehdit ediyor"],
)
def test_what_goes_together_is_danger_in_every_language(said: str) -> None:
    assert TALES.told_by(words(said)) == ("violence",)


@pytest.mark.parametrize(
    "said", ["", "ein messer", "wo kann ich ein messer kaufen", "er droht mir"]
)
def test_pieces_alone_are_none(said: str) -> None:
    assert TALES.told_by(words(said)) == ()


def test_pieces_of_two_languages_do_not_add_up() -> None:
    assert TALES.told_by(["droht", "knife"]) == ()


def test_features_are_pieces_and_pairs_in_one_order() -> None:
    assert list(features({"b", "a", "c"})) == ["a", "b", "c", "a+b", "a+c", "b+c"]


def test_kinds_come_likeliest_first_and_unlikely_ones_not() -> None:
    of = {"fire": {"": -1.0, "x": 4.0}, "poison": {"": -1.0, "x": 5.0}, "medical": {"": -4.0}}
    assert TalesModel(of, 0.8).kinds(["x"]) == ("poison", "fire")


def test_terms_come_back_from_bytes() -> None:
    again = CodedTerms.from_bytes(PIECES.to_bytes())
    said = ["er", "droht", "mir", "mit", "einer", "axt"]
    assert list(again.find(said, 4)) == list(PIECES.find(said, 4))
