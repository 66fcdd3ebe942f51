"""Keepers look their offers over, one after the other: right, no longer there, or another time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers.keeping_pages import StillRight
from handlers.outdated import WhatIsWrong
from models.offer_actions import KeepOffer
from models.role import Role
from models.store import Store
from models.text import Listed, N, T, Verbatim
from tests.handlers.talking import Town
from tests.handlers.upkeep_desk import (
    BOTH,
    COURSE,
    keeper,
    manager,
    now,
    offers,
    review,
    shown,
    told,
    waiting,
    without_approval,
)
from tests.models.upkeep import offer
from tests.talking import catalogue_in

DUE = date(2026, 11, 1)
TODAY = date(2026, 11, 23)
CALLED = {"de": "Deutsch am Abend", "ar": "الألمانية مساءً"}
CAFE = offer("café", "Café am Markt", review_due=DUE + timedelta(days=3))
DUE_COURSE = offer(review_due=DUE)


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


@BOTH
async def test_yes_brings_the_next_one_at_once(there: Town, language: str) -> None:
    later = offer("chor", "Chor", review_due=date(2027, 5, 1))
    first, second, third = await offers(there, DUE_COURSE, CAFE, later)
    she = await keeper(there, language)
    await she.says("/keep")
    assert she.sees(N("keep.due", 2))
    await she.presses(T("keep.begin"))
    assert CALLED[language] in shown(she)
    assert she.sees(T("keep.ask_right"), T("keep.due_since", day=DUE))
    await she.presses(T("keep.yes"))
    assert she.sees(T("keep.thanks", offer=COURSE), N("keep.due", 1))
    assert (await now(there, first)).last_checked == TODAY
    assert (await now(there, first)).review_due == date(2027, 5, 23)
    assert await review(there, first) is None
    await she.presses(T("keep.yes"))
    assert she.sees(T("keep.all_done"))
    assert await review(there, second) is None
    assert (await now(there, third)).review_due == date(2027, 5, 1)
    assert await told(there) == []


async def test_what_is_not_looked_at_now_comes_again(there: Town) -> None:
    await offers(there, DUE_COURSE, CAFE)
    she = await keeper(there)
    await she.says("/keep")
    await she.presses(T("keep.begin"))
    assert "Deutsch am Abend" in shown(she)
    await she.presses(T("keep.next"))
    assert "Café am Markt" in shown(she)
    await she.presses(T("keep.next"))
    assert "Deutsch am Abend" in shown(she)


async def test_the_only_one_to_look_at_is_not_passed_over(there: Town) -> None:
    (course,) = await offers(there, DUE_COURSE)
    she = await keeper(there)
    await she.says("/keep")
    await she.presses(T("keep.begin"), T("keep.next"))
    assert she.sees(T("keep.only_this"))
    assert await review(there, course) is not None


@BOTH
async def test_what_people_called_wrong_comes_first_and_is_told(there: Town, language: str) -> None:
    _, cafe = await offers(there, DUE_COURSE, CAFE)
    there.door.catalogue = catalogue_in(there.store, there.clock)
    asker = await there.somebody("fragt")
    for kind in ("hours", "hours", "cost"):
        await asker.presses(WhatIsWrong(offer=cafe, kind=kind))
    she = await keeper(there, language)
    await she.says("/keep")
    assert "Café am Markt" in she.labels()[1]
    await she.presses(T("keep.begin"))
    said = {"hours": 2, "cost": 1}
    kinds = tuple(T("keep.times", what=T(f"wrong.{x}"), number=n) for x, n in said.items())
    assert she.sees(T("keep.reported", what=Listed(kinds)))
    await she.presses(T("keep.yes"))
    assert await review(there, cafe) is None


async def test_yes_to_what_became_otherwise_meanwhile_is_asked_again(there: Town) -> None:
    (course,) = await offers(there, DUE_COURSE)
    she = await keeper(there)
    await she.says("/keep")
    await she.presses(T("keep.begin"))
    await offers(there, replace(DUE_COURSE, website="https://www.example.org"))
    await she.presses(T("keep.yes"))
    assert she.sees(T("keep.otherwise"))
    assert "www.example.org" in shown(she)
    assert await review(there, course) is not None
    await she.presses(T("keep.yes"))
    assert await review(there, course) is None


@BOTH
async def test_what_is_no_more_is_shown_until_a_manager_says_yes(
    there: Town, language: str
) -> None:
    (course,) = await offers(there, DUE_COURSE)
    leads = await manager(there, language)
    she = await keeper(there, language)
    await she.says("/keep")
    await she.presses(T("keep.begin"), T("keep.no"))
    assert she.sees(T("keep.no_sure", offer=COURSE))
    await she.presses(T("keep.back"), T("keep.no"), T("keep.no_yes"))
    assert she.sees(T("keep.sent"), T("keep.all_done"))
    assert not (await now(there, course)).inactive
    (sent,) = await waiting(there)
    assert (sent.kind, sent.offer.inactive) == ("gone", True)
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend")
    assert leads.sees(T("change.says_gone"))
    await leads.presses(T("change.yes"))
    assert leads.sees(T("change.accepted"), T("change.none"))
    assert (await now(there, course)).inactive


async def test_without_approval_it_goes_at_once_and_can_come_back(there: Town) -> None:
    (course,) = await offers(there, DUE_COURSE)
    without_approval(there)
    she = await keeper(there)
    await she.says("/keep")
    await she.presses(T("keep.begin"), T("keep.no"), T("keep.no_yes"))
    assert she.sees(T("keep.ended"))
    assert (await now(there, course)).inactive
    await she.presses(T("keep.again"))
    assert she.sees(T("keep.published"), T("keep.ask_right"))
    assert not (await now(there, course)).inactive


async def test_what_she_sent_can_be_taken_back_until_it_is_decided(there: Town) -> None:
    (course,) = await offers(there, DUE_COURSE)
    leads, she = await manager(there), await keeper(there)
    await she.says("/keep")
    await she.presses(T("keep.begin"), T("keep.no"), T("keep.no_yes"))
    await she.says("/keep deutsch")
    assert she.offers(T("keep.sent_one", offer=COURSE))
    await she.presses("Deutsch am Abend")
    assert she.sees(T("keep.waits", day=TODAY))
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend")
    await she.presses(T("keep.take_back"))
    assert she.sees(T("keep.taken_back"))
    await leads.presses(T("change.yes"))
    assert leads.sees(T("change.late"), T("change.none"))
    assert not (await now(there, course)).inactive


async def test_offers_are_found_by_a_word_of_their_title(there: Town) -> None:
    await offers(there, DUE_COURSE, CAFE, offer("x", "Deutsch und Tee", keeper="Teehaus"))
    she, leads = await keeper(there), await manager(there)
    await she.says("/keep DEUTSCH")
    assert she.offers("Deutsch am Abend")
    assert not she.offers("Café am Markt")
    assert not she.offers("Deutsch und Tee")
    await leads.says("/pflegen deutsch")
    assert leads.offers("Deutsch und Tee")
    await leads.says("/keep xyzzy")
    assert leads.sees(T("keep.not_found", words=Verbatim("xyzzy", "de")))


async def test_a_long_list_has_pages(there: Town) -> None:
    await offers(there, *(offer(f"k{n}", f"Kurs {n:02}", review_due=DUE) for n in range(10)))
    she = await keeper(there)
    await she.says("/keep")
    assert she.offers("Kurs 07")
    assert not she.offers("Kurs 08")
    await she.presses(T("page.more"))
    assert she.offers("Kurs 09")
    assert not she.offers(T("page.more"))
    await she.presses(T("page.back"))
    assert she.offers("Kurs 00")


async def test_those_to_look_at_can_be_shown_alone(there: Town) -> None:
    await offers(there, DUE_COURSE, offer("chor", "Chor", review_due=date(2027, 5, 1)))
    she = await keeper(there)
    await she.says("/keep")
    assert not she.offers("Chor")
    await she.presses(T("keep.all", number=2))
    assert she.offers("Chor")
    await she.presses(T("keep.only_due", number=1))
    assert not she.offers("Chor")


async def test_who_keeps_nothing_is_told_so(there: Town) -> None:
    (course,) = await offers(there, DUE_COURSE)
    other = await keeper(there, name="Teehaus")
    await other.says("/keep")
    assert other.sees(T("keep.none"))
    for action in (KeepOffer(offer=course), StillRight(offer=course, seen="0" * 16)):
        other.seen = await other.one.presses(action)
        assert other.sees(T("keep.no_such"))
    assert await review(there, course) is not None


async def test_offers_that_nobody_keeps_are_the_managers(there: Town) -> None:
    await offers(there, DUE_COURSE, offer("x", "Teestunde", keeper="Teehaus", review_due=DUE))
    await keeper(there)
    leads = await manager(there)
    await leads.says("/keep")
    assert leads.offers("Teestunde")
    assert not leads.offers("Deutsch am Abend")


async def test_whom_it_tells_of_what_is_wrong(there: Town) -> None:
    (course,) = await offers(there)
    there.door.catalogue = catalogue_in(there.store, there.clock)
    asker = await there.somebody("fragt")
    assert "die Stadt" in await asker.presses(WhatIsWrong(offer=course, kind="hours"))
    await there.somebody("Volkshochschule", Role.KEEPER)
    assert "Volkshochschule" in await asker.presses(WhatIsWrong(offer=course, kind="cost"))


async def test_nobody_makes_offers_hers_by_her_name(there: Town) -> None:
    await offers(there, DUE_COURSE)
    other = await keeper(there, name="Teehaus")
    await other.says("/me")
    await other.presses(T("naming.enter"))
    await other.says("volkshochschule")
    assert other.sees(T("naming.keeper"))
    await other.says("Teehaus am Markt")
    assert other.sees(T("naming.done", name=Verbatim("Teehaus am Markt", "de")))
    await other.says("/keep")
    assert other.sees(T("keep.none"))
