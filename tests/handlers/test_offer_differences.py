"""Whatever is otherwise in an offer is told, and nothing else."""

from dataclasses import fields, replace
from datetime import date, time
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.hours.schedule import Schedule, weekly
from bot.words import words
from handlers.context import Context
from handlers.hours_lines import lines
from handlers.offer_differences import differences, whole
from models.offer import Contact, Cost, Offer, Phone, Place
from models.offer_merging import LEFT_OUT
from models.text import T
from tests.models.offer_strategies import catalogues
from tests.models.upkeep import offer

NOBODY = cast(
    Context, SimpleNamespace(language="de", chain=("de",), catalogue=SimpleNamespace(topics={}))
)
"""All that differences ask a context for: the names of topics in her language."""
OF_PARTS = (*(x.name for x in fields(Offer) if x.name not in LEFT_OUT), "texts")


def told(before: Offer, after: Offer) -> list[str]:
    return [words(one, "de") for one in differences(before, after, NOBODY)]


@settings(max_examples=25)
@given(catalogues(), catalogues(), st.sampled_from(OF_PARTS))
def test_every_field_that_changes_is_told(
    some: tuple[Offer, ...], others: tuple[Offer, ...], name: str
) -> None:
    for before, other in zip(some, others, strict=False):
        after = replace(before, **{name: getattr(other, name)})
        assert bool(told(before, after)) == (before != after), name


@settings(max_examples=25)
@given(catalogues())
def test_the_same_offer_has_no_differences_and_all_of_it_can_be_told(
    those: tuple[Offer, ...],
) -> None:
    for one in those:
        assert told(one, replace(one, last_checked=None, review_due=None, outdated=())) == []
        assert [words(text, "ar") for text in whole(one, NOBODY)]


def test_of_hours_only_the_days_that_changed() -> None:
    week = tuple(weekly(day, time(9), time(12)) for day in range(5))
    after = replace(offer(schedules=week), schedules=(*week[:4], weekly(4, time(9), time(11))))
    assert [
        x.translate({0x2066: "", 0x2068: "", 0x2069: ""})
        for x in told(offer(schedules=week), after)
    ] == ["Öffnungszeiten – Freitag\nBisher: 09:00–12:00\nNeu: 09:00–11:00"]


def test_every_schedule_is_in_a_line() -> None:
    day = date(2026, 12, 24)
    told = lines(
        (
            weekly(0, time(9), time(12)),
            Schedule("MO", time(14), time(0), by_appointment=True),
            Schedule("TU", time(9), time(12), valid_from=day),
            Schedule(valid_from=day, valid_to=day, instead=True),
            Schedule("1SA", time(9), time(12), freq="MONTHLY"),
            Schedule(description="nach Aushang"),
        )
    )
    said = [(words(one.when, "de"), words_of(one.what)) for one in told]
    assert said == [
        ("Montag", "09:00–12:00 und 14:00–24:00 (nur mit Termin)"),
        ("Dienstag (ab 24. Dezember 2026)", "09:00–12:00"),
        ("24. Dezember 2026", "geschlossen"),
        ("Andere Zeiten", "FREQ=MONTHLY INTERVAL=1 BYDAY=1SA 09:00–12:00"),
        ("Andere Zeiten", "nach Aushang"),
    ]


def words_of(what: Any) -> str:
    return words(T("keep.now", what=what), "de").partition(": ")[2]


WHOLE = offer(
    places=(Place("Haus", schedules=(weekly(0, time(9), time(12)),), phones=(Phone("1"),)),),
    schedules=(weekly(1, time(9), time(12)),),
    contacts=(Contact("Frau Amt", phones=(Phone("2"),)),),
    costs=(Cost(3.0),),
)
PARTS = ("maker", "places", "schedules", "contacts", "costs", "phones")


@pytest.mark.parametrize("part", PARTS)
def test_no_field_of_a_part_changes_unseen(part: str) -> None:
    whole = getattr(WHOLE, part)
    one = whole[0] if isinstance(whole, tuple) else whole
    for field in fields(one):
        other = replace(one, **{field.name: another(getattr(one, field.name), str(field.type))})
        changed: dict[str, Any] = {part: (other,) if isinstance(whole, tuple) else other}
        assert told(WHOLE, replace(WHOLE, **changed)), (part, field.name)


def another(value: Any, kind: str) -> Any:
    """Something else of this kind."""
    by_kind = {"date": date(2026, 12, 24), "time": time(7), "int": 7, "float": 7.5, "bool": True}
    for name, other in by_kind.items():
        if kind.startswith(name):
            return other
    if isinstance(value, tuple):
        return () if value else (Phone("9"),) if "Phone" in kind else ("de",)
    return "Neu"
