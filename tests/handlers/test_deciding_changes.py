"""A manager sees what is to be otherwise in an offer, and says yes or no."""

from dataclasses import replace
from datetime import date

import pytest

from models.offer import Phone
from models.store import Store
from models.text import Fixed, Listed, N, T, Verbatim
from tests.handlers.talking import Town
from tests.handlers.upkeep_desk import (
    BOTH,
    COURSE,
    DUE,
    DUE_COURSE,
    changing,
    manager,
    now,
    offers,
    told,
    waiting,
    was,
    without_approval,
)
from tests.models.upkeep import offer


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


@BOTH
async def test_a_change_is_public_once_a_manager_says_yes(there: Town, language: str) -> None:
    leads = await manager(there, language)
    she, id = await changing(there, language)
    await she.presses(T("facet.phone"))
    assert she.sees(T("keep.now", what=Fixed("0361 1")))
    await she.says("٠٣٦١ ٢")
    telephone = T("facet.changed", what=T("facet.phones"), before=one("0361 1"), now=one("0361 2"))
    assert she.sees(T("keep.kept"), telephone)
    await she.presses(T("facet.short_answer"))
    await she.says("Ein Kurs\nam Abend.  ")
    await she.presses(T("keep.send"))
    assert she.sees(T("keep.sent"))
    assert (await now(there, id)).phone == "0361 1"
    name = Verbatim("Volkshochschule", "de")
    assert leads.words(T("change.told_waits", name=name, offer=COURSE)) in await told(there)
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend")
    words = Verbatim("Ein Kurs.", "de"), Verbatim("Ein Kurs\nam Abend.", "de")
    assert leads.sees(telephone, was("short_answer", *words))
    await leads.presses(T("change.yes"))
    assert leads.sees(T("change.accepted"))
    after = await now(there, id)
    assert (after.phone, after.last_checked) == ("0361 2", date(2026, 11, 23))
    assert after.texts["de"]["short_answer"] == "Ein Kurs\nam Abend."
    assert after.outdated == ()
    assert she.words(T("change.told_accepted", offer=COURSE)) in await told(there)


def one(number: str) -> Listed:
    return Listed((Fixed(number),))


async def test_without_approval_a_change_is_public_at_once(there: Town) -> None:
    without_approval(there)
    she, id = await changing(there)
    await she.presses(T("facet.title"))
    await she.says("Deutsch am Morgen")
    await she.presses(T("keep.publish"))
    assert she.sees(T("keep.published"))
    after = await now(there, id)
    assert after.texts["de"]["title"] == "Deutsch am Morgen"
    assert after.outdated == ("title::ar",)
    assert await told(there) == []


async def test_whoever_leads_needs_nobody_elses_yes(there: Town) -> None:
    (id,) = await offers(there, DUE_COURSE)
    leads = await manager(there)
    await leads.says("/keep deutsch")
    await leads.presses("Deutsch am Abend", T("keep.change"), T("facet.by_appointment"))
    await leads.presses(T("keep.publish"))
    assert (await now(there, id)).by_appointment


async def test_what_was_sent_is_gone_on_with(there: Town) -> None:
    await manager(there)
    she, _ = await changing(there)
    await she.presses(T("facet.phone"))
    await she.says("0361 2")
    await she.presses(T("keep.send"))
    await she.says("/keep deutsch")
    await she.presses("Deutsch am Abend", T("keep.change"), T("facet.temporarily_closed"))
    await she.presses(T("keep.send"))
    (sent,) = await waiting(there)
    assert (sent.offer.phone, sent.offer.temporarily_closed) == ("0361 2", True)


@BOTH
async def test_a_manager_says_no_and_why(there: Town, language: str) -> None:
    leads = await manager(there, language)
    she, id = await changing(there, language)
    await she.presses(T("facet.temporarily_closed"), T("keep.send"))
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend", T("change.no"))
    await leads.says("Ist das auch mit der Stadt besprochen?")
    assert leads.sees(T("change.refused"), T("change.none"))
    assert not (await now(there, id)).temporarily_closed
    reason = T("newsrun.reason", words=Verbatim("Ist das auch mit der Stadt besprochen?", language))
    refused = she.words(T("change.told_refused", offer=COURSE))
    assert f"{refused} {she.words(reason)}" in await told(there)


async def test_of_two_managers_the_slower_one_is_told(there: Town) -> None:
    first, second = await manager(there), await manager(there, name="Koordination")
    she, id = await changing(there)
    await she.presses(T("facet.temporarily_closed"), T("keep.send"))
    for one in (first, second):
        await one.says("/changes")
        await one.presses("Deutsch am Abend")
    await second.presses(T("change.no"))
    await first.presses(T("change.yes"))
    await second.says("Das geht nicht.")
    assert second.sees(T("change.late"))
    assert (await now(there, id)).temporarily_closed
    assert not any("nicht übernommen" in words for words in await told(there))


async def test_a_change_of_what_became_otherwise_is_shown_again(there: Town) -> None:
    leads = await manager(there)
    she, id = await changing(there)
    await she.presses(T("facet.phone"))
    await she.says("0361 2")
    await she.presses(T("keep.send"))
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend")
    await offers(there, replace(DUE_COURSE, phones=(Phone("0361 7"),), email="neu@example.org"))
    await leads.presses(T("change.yes"))
    assert leads.sees(T("change.otherwise"))
    assert leads.sees(
        T("facet.changed", what=T("facet.phones"), before=one("0361 7"), now=one("0361 2"))
    )
    await leads.presses(T("change.yes"))
    after = await now(there, id)
    assert (after.phone, after.email) == ("0361 2", "neu@example.org")


async def test_managers_hear_of_the_first_that_waits_and_not_of_each(there: Town) -> None:
    leads = await manager(there)
    tea = offer("tee", "Deutsch und Tee", review_due=DUE)
    she, _ = await changing(there, "de", DUE_COURSE, tea)
    await she.presses(T("facet.temporarily_closed"), T("keep.send"))
    await she.says("/keep tee")
    await she.presses("Deutsch und Tee", T("keep.change"), T("facet.temporarily_closed"))
    await she.presses(T("keep.send"))
    assert len(await told(there)) == 1
    await leads.says("/changes")
    await leads.presses("Deutsch am Abend", T("change.yes"))
    assert leads.sees("Deutsch und Tee", N("change.waiting", 1))


async def test_what_she_did_not_see_is_not_sent(there: Town) -> None:
    she, _ = await changing(there)
    await she.presses(T("facet.temporarily_closed"))
    await offers(there, replace(DUE_COURSE, email="neu@example.org"))
    await she.presses(T("keep.send"))
    assert she.sees(T("keep.otherwise"))
    await she.presses(T("keep.send"))
    assert she.sees(T("keep.sent"))
