"""An offer as text, and what two states of it have otherwise."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from models import offer_merging
from models.offer import Offer
from models.offer_json import UnknownOffer, fingerprint, from_json, to_json
from tests.models.offer_strategies import catalogues
from tests.models.upkeep import TODAY, offer


@given(catalogues())
@settings(max_examples=15)
def test_it_comes_back_as_it_was(offers: tuple[Offer, ...]) -> None:
    for one in offers:
        assert from_json(to_json(one)) == one


@given(catalogues())
@settings(max_examples=15)
def test_all_that_is_otherwise_makes_the_one_the_other(offers: tuple[Offer, ...]) -> None:
    first, last = offers[0], offers[-1]
    changed = offer_merging.columns(first, last)
    merged = offer_merging.merged(first, last, changed)
    assert offer_merging.columns(merged, last) == ()
    assert (merged.id, merged.source_id) == (first.id, first.source_id)
    assert offer_merging.merged(first, last, ()) == first


def test_what_is_not_changed_stays_as_it_became() -> None:
    before = offer()
    wanted, today = offer(title="Deutsch am Morgen"), offer(keeper="Amt", website="https://x.org")
    merged = offer_merging.merged(today, wanted, offer_merging.columns(before, wanted))
    assert merged == offer(title="Deutsch am Morgen", keeper="Amt", website="https://x.org")


def test_what_was_written_anew_is_not_outdated_any_more() -> None:
    before = replace(offer(), outdated=("short_answer::ar", "title::ar"))
    wanted = replace(before, texts={**before.texts, "ar": {"title": "صباحًا"}})
    merged = offer_merging.merged(before, wanted, ("title::ar",))
    assert merged.outdated == ("short_answer::ar",)


def test_when_it_was_looked_at_makes_it_no_other_offer() -> None:
    looked_at = offer(last_checked=TODAY, review_due=TODAY, outdated=("title::ar",))
    assert fingerprint(looked_at) == fingerprint(replace(offer(), id=7))
    assert fingerprint(offer(website="https://x.org")) != fingerprint(offer())


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2, "offer": {}}', '{"version": 1, "offer": {"id": "x"}}'],
)
def test_what_is_no_offer_of_ours_is_said(text: str) -> None:
    with pytest.raises(UnknownOffer):
        from_json(text)


def test_fields_of_later_days_are_read_over() -> None:
    stored = json.loads(to_json(offer()))
    stored["offer"]["colour"] = "blue"
    del stored["offer"]["keeper_email"]
    assert from_json(json.dumps(stored)) == offer()
