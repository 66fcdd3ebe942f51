"""Words of which the thesaurus knows nothing, and what is never one of them."""

import pytest

from search.reading import Reading
from search.unfamiliar import unfamiliar
from tests.search.thesaurus import UNDERSTANDING


def strange(text: str, language: str = "de") -> tuple[str, ...]:
    return unfamiliar(text, UNDERSTANDING.read(text, language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ich suche eine Wohnung mit Balkonien", ("balkonien",)),
        ("Hallo, wo ist der Grmpfl Zwibbel?", ("grmpfl", "zwibbel", "grmpfl zwibbel")),
        ("Grmpfl, Grmpfl und Grmpfl", ("grmpfl",)),
        ("Ich suche eine Wohnung", ()),
        ("", ()),
    ],
)
def test_only_what_tells_something_and_is_unknown(text: str, found: tuple[str, ...]) -> None:
    assert tuple(x for x in strange(text) if x not in {"suche", "einmal"}) == found


@pytest.mark.parametrize(
    "text",
    [
        "amal.grmpfl@mail.example",
        "Grmpfl7",
        "0361/655-grmpfl-12",
        "www.grmpfl.example",
        "https://grmpfl/zwibbel",
        "٠٣٦١grmpfl",
        "ab",
    ],
)
def test_nothing_of_addresses_and_numbers(text: str) -> None:
    assert not [x for x in strange(f"{text} Wohnung") if "grmpfl" in x or "zwibbel" in x]
    assert "ab" not in strange(text)


def test_a_few_at_most_and_no_endless_word() -> None:
    words = " ".join(f"grmpfl{letter}zz" for letter in "abcdefghij")
    assert len(strange(words)) == 6
    assert strange("grmpfl" * 10) == ()


def test_what_is_excluded_is_not_asked_for() -> None:
    said = Reading(("wohnung",), ("de",), unknown=("grmpfl",))
    assert unfamiliar("kein Grmpfl, sondern Wohnung", said) == ()


def test_an_accepted_term_is_understood_in_questions_and_sorts_no_offers() -> None:
    taught = UNDERSTANDING.with_terms({"de": {"housing": ("grmpfl", "zwibbel bude")}})
    assert taught.read("Wo ist ein Grmpfl?", "de").concepts["housing"] > 0.5
    assert taught.read("Eine Bude, Zwibbel genannt", "de").concepts["housing"] > 0.5
    assert "grmpfl" not in taught.read("Wo ist ein Grmpfl?", "de").unknown
    assert taught.read("Ich suche Arbeit", "de") == UNDERSTANDING.read("Ich suche Arbeit", "de")
    assert taught.strengths(["grmpfl"], ("de",)) == {}
    assert "housing" not in UNDERSTANDING.read("Wo ist ein Grmpfl?", "de").concepts
    assert UNDERSTANDING.with_terms({}) is UNDERSTANDING
