"""Parts of an offer that are typed change that part and nothing else."""

from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.hours.rules import computable
from analysis.hours.schedule import Schedule, weekly
from models import offer_editing
from models.imports.problems import Unexpected
from models.offer import Contact, Cost, Offer, Phone, Place
from models.offer_editing import PARTS, SWITCHES, Part, Typed, can_be_empty, changed, emptied
from models.offer_json import from_json, to_json
from models.offer_open import EVERYWHERE
from tests.models.offer_strategies import catalogues
from tests.models.upkeep import offer

TODAY = date(2026, 11, 23)
OF_PARTS = {
    "hours": {"schedules", "places"},
    "days": {"schedules", "places"},
    "phone": {"phones", "places", "contacts"},
    "address": {"places"},
    "cost": {"texts", "costs"},
}
"""Which fields of an Offer a part may change; a text changes `texts`, others themselves."""
WORDS = {
    "hours": "Mo 9-12",
    "days": "24.12.–1.1.",
    "phone": "0361 2",
    "email": "neu@example.org",
    "website": "neu.example.org",
    "address": "Neu 1, 99999 Mittelstadt",
    "cost": "3 €",
    "languages": "de; ar",
    "valid_until": "31.12.2027",
    "keeper_email": "sie@example.org",
}


def typed(found: Offer, part: Part, words: str, at: int = EVERYWHERE) -> Offer:
    return changed(found, part, Typed(words, TODAY, at))


def otherwise(before: Offer, after: Offer) -> set[str]:
    return {x.name for x in fields(Offer) if getattr(before, x.name) != getattr(after, x.name)}


@settings(max_examples=30)
@given(catalogues(), st.sampled_from(PARTS), st.data())
def test_only_what_was_typed_changes(
    those: tuple[Offer, ...], part: Part, data: st.DataObject
) -> None:
    for found in those:
        places = offer_editing.choices(found, part)
        at = data.draw(st.sampled_from(places)) if places else EVERYWHERE
        after = typed(found, part, WORDS.get(part, "Neue Worte"), at)
        alone = {"texts"} if part in offer_editing.TEXTS else {part}
        assert otherwise(found, after) <= OF_PARTS.get(part, alone)
        assert typed(after, part, WORDS.get(part, "Neue Worte"), at) == after
        assert from_json(to_json(after)) == after
        if can_be_empty(found, part):
            assert otherwise(found, emptied(found, part, at)) <= OF_PARTS.get(part, alone)


@settings(max_examples=30)
@given(catalogues())
def test_a_switch_pressed_twice_is_as_before(those: tuple[Offer, ...]) -> None:
    for found in those:
        for switch in SWITCHES:
            once = offer_editing.switched(found, switch)
            assert otherwise(found, once) == {switch}
            assert offer_editing.switched(once, switch) == found


@settings(max_examples=100)
@given(st.sampled_from(PARTS), st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(part: Part, words: str) -> None:
    with suppress(Unexpected):
        after = typed(offer(places=(Place("Haus"),)), part, words)
        assert from_json(to_json(after)) == after


def test_hours_keep_the_days_that_are_otherwise() -> None:
    found = typed(offer(schedules=(weekly(0, time(9), time(12)),)), "days", "24.12.–1.1.")
    after = typed(found, "hours", "Di 9-12")
    assert after.schedules == (weekly(1, time(9), time(12)), found.schedules[1])


def test_a_new_exception_takes_the_place_of_those_on_its_days() -> None:
    short = typed(offer(), "days", "24.12. 9:00–12:00")
    closed = typed(short, "days", "23.12.–26.12.")
    (one,) = closed.schedules
    assert (one.valid_from, one.valid_to, one.opens_at) == (
        date(2026, 12, 23),
        date(2026, 12, 26),
        None,
    )
    both = typed(closed, "days", "24.12. 9:00–12:00").schedules
    assert len(both) == 2
    assert all(map(computable, both))


@pytest.mark.parametrize(
    "words", ["24.12. ab 9 Uhr", "3.12. 9:00 – 5.12. 12:00", "1.1.2027–1.2.2029"]
)
def test_what_is_no_exception(words: str) -> None:
    with pytest.raises(Unexpected, match="date"):
        typed(offer(), "days", words)


@pytest.mark.parametrize(
    ("words", "costs", "told"),
    [
        ("kostenlos", (Cost(0),), ""),
        ("0 €", (Cost(0),), ""),
        ("12,50 Euro", (Cost(12.5),), "12,50 Euro"),
        ("3 € pro Abend, mit Sozialpass kostenlos", (), "3 € pro Abend, mit Sozialpass kostenlos"),
    ],
)
def test_what_it_costs_is_never_guessed(words: str, costs: tuple[Cost, ...], told: str) -> None:
    after = typed(offer(costs=(Cost(9),)), "cost", words)
    assert (after.costs, after.texts["de"].get("cost", "")) == (costs, told)


def test_the_number_that_is_called_first_is_the_one_that_changes() -> None:
    fax, desk = Phone("0361 9", type="fax"), Phone("0361 1", "12", languages=("de",))
    office = offer(phones=(fax,), contacts=(Contact("Frau Amt", phones=(desk,)),))
    after = typed(office, "phone", "0361 2")
    assert after.phones == (fax,)
    assert after.contacts[0].phones == (Phone("0361 2", languages=("de",)),)
    assert emptied(office, "phone").contacts[0].phones == ()


def test_a_text_goes_in_all_languages_and_an_answer_must_be_left() -> None:
    texts = {
        "de": {"title": "T", "short_answer": "A", "description": "B"},
        "ar": {"description": "ب"},
    }
    found = replace(offer(), texts=texts)
    after = emptied(found, "description")
    assert after.texts == {"de": {"title": "T", "short_answer": "A"}}
    assert not can_be_empty(after, "short_answer")
    with pytest.raises(ValueError, match="short_answer"):
        emptied(after, "short_answer")


def test_an_address_typed_as_it_is_keeps_its_point_on_the_map() -> None:
    place = Place("Haus", "Markt 1", "99999", "Mittelstadt", latitude=50.9, longitude=10.6)
    found = offer(places=(place,))
    assert typed(found, "address", "Markt 1, 99999 Mittelstadt") == found
    moved = typed(found, "address", "Neues Haus, Markt 2\n99999 Mittelstadt").places[0]
    assert (moved.name, moved.street, moved.latitude) == ("Neues Haus", "Markt 2", None)


def test_places_with_hours_of_their_own_are_asked_for() -> None:
    own = Place("Haus", schedules=(Schedule("MO", time(9), time(12)),))
    both = offer(places=(own, Place("Park")))
    assert offer_editing.choices(both, "hours") == (0, EVERYWHERE)
    assert offer_editing.choices(offer(places=(own,)), "hours") == (0,)
    after = typed(both, "hours", "Di 9-12", 0)
    assert after.places[0].schedules == (weekly(1, time(9), time(12)),)
