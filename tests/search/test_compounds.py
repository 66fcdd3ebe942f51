"""A compound is split where the town's texts have its parts."""

import pytest

from search.compounds import Compounds

KNOWN = {
    "sprach": 3,
    "kurs": 9,
    "kind": 4,
    "betreuung": 5,
    "arbeit": 6,
    "erlaubnis": 2,
    "wohnung": 8,
}


def split(word: str, language: str = "de") -> tuple[str, ...]:
    return Compounds(language, lambda part: KNOWN.get(part, 0)).split(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sprachkurs", ("sprach", "kurs")),
        ("kinderbetreuung", ("kind", "betreuung")),
        ("arbeitserlaubnis", ("arbeit", "erlaubnis")),
        ("wohnungskinderkurs", ("wohnung", "kind", "kurs")),
    ],
)
def test_parts_are_found_over_what_joins_them(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize("word", ["kurs", "wohnung", "sprachgefuhl", ""])
def test_what_has_an_unknown_part_or_none_stays_whole(word: str) -> None:
    assert split(word) == ()


def test_a_compound_commoner_than_its_parts_stays_whole() -> None:
    assert Compounds("de", lambda _: 5).split("sprachkurs") == ()


def test_other_languages_have_no_compounds() -> None:
    assert split("sprachkurs", "en") == ()
