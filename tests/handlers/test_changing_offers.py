"""Keepers change an offer part by part."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from analysis.hours.schedule import weekly
from models import accounts, roles
from models.base import Session
from models.offer import Cost, Place
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.text import Fixed, T, Text, Weekday
from tests.handlers.talking import Town
from tests.handlers.upkeep_desk import (
    BOTH,
    DUE_COURSE,
    HOUSE,
    changing,
    drafts,
    offers,
    was,
)
from tests.people import LONG_AGO


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


@BOTH
async def test_hours_are_read_back_before_they_count(there: Town, language: str) -> None:
    she, id = await changing(there, language)
    await she.presses(T("facet.hours"))
    assert she.sees(line(Weekday(0), Fixed("09:00–12:00")))
    await she.says("Mo 9-25")
    assert she.sees(T("keep.wrong_hours"), T("keep.ask_part", what=T("facet.hours")))
    await she.says("Mo 09:00-12:00, 13-16; Di-Mi 10-12")
    assert she.sees(T("keep.understood"), line(Weekday(2), Fixed("10:00–12:00")))
    assert not await drafts(there, id)
    await she.presses(T("keep.read_no"))
    await she.says("Mo 09:00-12:00, 13-16")
    assert she.sees(line(Weekday(0), Fixed("09:00–12:00, 13:00–16:00")))
    await she.presses(T("keep.read_yes"))
    monday = T("facet.at", what=T("facet.hours"), where=T("keep.one_day", day=Weekday(0)))
    times = Fixed("09:00–12:00"), Fixed("09:00–12:00, 13:00–16:00")
    assert she.sees(T("facet.changed", what=monday, before=times[0], now=times[1]))
    (draft,) = await drafts(there, id)
    assert draft.schedules == (weekly(0, time(9), time(12)), weekly(0, time(13), time(16)))


@BOTH
async def test_days_on_which_it_is_closed(there: Town, language: str) -> None:
    she, id = await changing(there, language)
    await she.presses(T("facet.days"))
    await she.says("irgendwann")
    assert she.sees(T("keep.wrong_date"))
    await she.says("1.1.2020")
    assert she.sees(T("keep.wrong_past"))
    await she.says("24.12.–1.1.")
    days = T("keep.from_to", first=date(2026, 12, 24), last=date(2027, 1, 1))
    assert she.sees(T("keep.line", when=days, what=T("keep.closed")))
    await she.presses(T("keep.read_yes"), T("facet.days"))
    await she.says("30.11. 9:00–11:00")
    await she.presses(T("keep.read_yes"))
    (draft,) = await drafts(there, id)
    closed, short = draft.schedules[1:]
    assert (closed.instead, closed.opens_at, closed.valid_to) == (True, None, date(2027, 1, 1))
    assert (short.opens_at, short.valid_from) == (time(9), date(2026, 11, 30))
    await she.presses(T("facet.days"), T("keep.drop_day", when=days))
    (draft,) = await drafts(there, id)
    assert draft.schedules[1:] == (short,)


TYPED = {
    "title": ("Deutsch  am\nAbend für alle", "texts", None),
    "phone": ("0361 99", "phone", "0361 99"),
    "email": ("kurse@example.org", "email", "kurse@example.org"),
    "website": ("www.example.org", "website", "https://www.example.org"),
    "cost": ("kostenlos", "costs", (Cost(0),)),
    "languages": ("de; Arabisch", "languages", ("de", "ar")),
    "valid_until": ("31.12.2026", "valid_until", date(2026, 12, 31)),
    "keeper_email": ("kurse@example.org", "keeper_email", "kurse@example.org"),
    "documents": ("Ausweis; Zeugnis", "texts", None),
    "address": (
        "Neu 2, 99999 Mittelstadt",
        "places",
        (replace(HOUSE, street="Neu 2", latitude=None, longitude=None),),
    ),
}


async def test_every_part_is_kept_at_once_and_there_again_tomorrow(there: Town) -> None:
    she, id = await changing(there)
    for part, (words, _, _) in TYPED.items():
        await she.presses(T(f"facet.{part}"))
        await she.says(words)
        assert she.sees(T("keep.kept")), part
    await she.says("/help")
    there.clock.later(timedelta(days=1))
    await she.says("/keep deutsch")
    await she.presses("Deutsch am Abend")
    assert she.sees(T("keep.has_draft"))
    (draft,) = await drafts(there, id)
    for part, (_, field, value) in TYPED.items():
        assert value is None or getattr(draft, field) == value, part
    assert draft.texts["de"]["title"] == "Deutsch am Abend für alle"
    assert draft.texts["de"]["documents"] == "Ausweis; Zeugnis"


@BOTH
@pytest.mark.parametrize(
    ("part", "words", "wrong"),
    [
        ("phone", "xyzzy", "phone"),
        ("email", "xyzzy", "email"),
        ("website", "xyzzy", "url"),
        ("address", "Markt", "address"),
        ("languages", "Xyzzisch", "languages"),
        ("valid_until", "demnächst", "date"),
        ("valid_until", "1.1.2020", "past"),
        ("description", "a\u0007b", "characters"),
    ],
)
async def test_what_cannot_be_read_is_asked_for_again(
    there: Town, language: str, part: str, words: str, wrong: str
) -> None:
    she, id = await changing(there, language)
    await she.presses(T(f"facet.{part}"))
    await she.says(words)
    assert she.sees(T(f"keep.wrong_{wrong}"))
    assert not await drafts(there, id)
    await she.says("/cancel")
    assert she.sees(T("dialogue.left"))


async def test_a_question_in_between_is_answered_and_the_part_still_asked_for(there: Town) -> None:
    she, _ = await changing(there)
    await she.presses(T("facet.phone"))
    await she.says("Wo ist das Rathaus?")
    assert she.sees(T("keep.example", examples=Fixed("0361 123456")))
    await she.says("0361 2")
    assert she.sees(T("keep.kept"))


async def test_what_may_be_missing_can_be_left_out(there: Town) -> None:
    she, id = await changing(there)
    await she.presses(T("facet.title"))
    assert not she.offers(T("keep.empty"))
    await she.presses(T("keep.parts"), T("facet.short_answer"))
    assert not she.offers(T("keep.empty"))
    await she.presses(T("keep.parts"), T("facet.phone"), T("keep.empty"))
    await she.presses(T("facet.hours"), T("keep.empty"))
    (draft,) = await drafts(there, id)
    assert (draft.phone, draft.schedules) == ("", ())


async def test_a_switch_goes_on_and_off_and_then_nothing_is_otherwise(there: Town) -> None:
    she, id = await changing(there)
    await she.presses(T("facet.temporarily_closed"))
    assert she.sees(was("temporarily_closed", T("facet.no"), T("facet.yes")))
    await she.presses(T("facet.temporarily_closed"))
    assert not she.offers(T("keep.send"))
    assert not await drafts(there, id)


async def test_the_place_is_asked_for_where_there_are_several(there: Town) -> None:
    park = Place("Parkhaus", "Park 1", "99999", "Mittelstadt")
    she, id = await changing(there, "de", replace(DUE_COURSE, places=(HOUSE, park)))
    await she.presses(T("facet.address"))
    assert she.sees(T("keep.where"))
    await she.presses("Parkhaus")
    assert she.sees("Park 1")
    await she.says("Park 5, 99999 Mittelstadt")
    (draft,) = await drafts(there, id)
    assert draft.places == (HOUSE, replace(park, street="Park 5"))


async def test_changes_are_thrown_away_after_a_question(there: Town) -> None:
    she, id = await changing(there)
    await she.presses(T("facet.temporarily_closed"), T("keep.drop"))
    assert she.sees(T("keep.drop_sure"))
    await she.presses(T("keep.back"), T("keep.drop"), T("keep.drop_yes"))
    assert she.sees(T("keep.dropped"))
    assert not await drafts(there, id)


async def test_without_the_role_nothing_goes_on(there: Town) -> None:
    she, id = await changing(there)
    await she.presses(T("facet.phone"))
    await there.do(without_role)
    await she.says("0361 2")
    assert she.sees(T("sorry.no_right"))
    assert not await drafts(there, id)
    await she.says("/keep")
    assert she.sees(T("sorry.no_right"))


async def test_an_offer_that_is_no_longer_hers_is_not_changed(there: Town) -> None:
    she, id = await changing(there)
    await she.presses(T("facet.phone"))
    await offers(there, replace(DUE_COURSE, keeper="Teehaus"))
    await she.says("0361 2")
    assert she.sees(T("keep.no_such"))
    assert not await drafts(there, id)


def line(day: Weekday, times: Fixed) -> Text:
    return T("keep.line", when=T("keep.one_day", day=day), what=times)


def without_role(session: Session) -> None:
    (account,) = accounts.everyone(session, Role.KEEPER)
    assert roles.take(session, Deed(LONG_AGO), account.id, Role.KEEPER)
