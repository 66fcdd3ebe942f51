"""News only for those who agreed, and for nobody any more after one tap."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers.subscription_buttons import NewsAgain, PickTopics, PickWhere, Subscribe
from models import link_codes, news_click, news_issue, news_sending, parting, subscription
from models import person as people
from models.base import Session
from models.delivery import DELIVERY, Kind, Planned, queue
from models.digest_item import ITEM
from models.news_actions import PressNews, ReadNews, StopNews
from models.news_audience import Recipient
from models.news_audience_record import Audience
from models.news_button import Leads, NewsButton
from models.news_text import NewsText
from models.role import Role
from models.roles import Deed, take
from models.store import Store
from models.subscription import Rhythm, Subscription, Wanted
from models.turn import Sender
from tests.handlers.talking import Somebody, Town
from tests.newsroom import Wanted as WantedNews
from tests.newsroom import told, withdrawn

LONG = NewsText("de", "Ausführlich", "Erster Absatz.\n\nNur für das Netzwerk.")
FOR_THE_NETWORK = Audience(staff=True, roles=frozenset({Role.NETWORK}))
OFFER = NewsButton(Leads.OFFER, "1")


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    """A town without offers."""
    return Town(sqlite_store)


@pytest.fixture
def settled(town: Store) -> Town:
    """The demo town, on both kinds of databases."""
    return Town(town)


def hers(session: Session, one: Somebody) -> Subscription | None:
    """What is stored of her subscription."""
    person = people.find(session, one.sender)
    assert person is not None
    return subscription.of(session, person)


async def subscription_of(one: Somebody) -> Subscription | None:
    return await one.town.ask(lambda session: hers(session, one))


async def test_nobody_gets_news_before_she_said_yes(there: Town) -> None:
    her = await there.somebody("Amal")
    assert "freiwillig" in await her.says("/subscribe")
    for button in (PickTopics(code="", on=True, at=0), PickWhere(number=0)):
        assert "freiwillig" in await her.presses(button)
    assert await subscription_of(her) is None
    await her.presses(Subscribe())
    mine = await subscription_of(her)
    assert mine == Subscription(Wanted(), "2026-11", there.clock().date())


async def test_pressing_yes_again_changes_nothing(there: Town) -> None:
    her = await there.somebody("Amal")
    await her.says("/subscribe")
    await her.presses("Ja, ich möchte")
    await her.presses("Einmal in der Woche")
    there.clock.later(timedelta(days=3))
    await her.presses(Subscribe())
    mine = await subscription_of(her)
    assert mine is not None
    assert mine.wanted.rhythm is Rhythm.WEEKLY
    assert mine.since == (there.clock() - timedelta(days=3)).date()


async def test_a_group_does_not_subscribe(there: Town) -> None:
    group = Somebody(there, Sender("telegram", "-100200", "de"))
    await group.says("/language de")
    assert "In einer Gruppe geht das nicht" in await group.says("/subscribe")
    assert "In einer Gruppe geht das nicht" in await group.presses(Subscribe())
    assert await subscription_of(group) is None


async def test_one_tap_ends_it_and_what_waits_does_not_leave(settled: Town) -> None:
    her, other = await settled.somebody("Amal"), await settled.somebody("Olha")
    for one in (her, other):
        await one.says("/subscribe")
        await one.presses("Ja, ich möchte")
    keys = ("news:1:p1", "digest:2026-48:p1", "survey:1:invitation:1", "reminder:1:t-7")
    await settled.do(lambda session: queued(session, settled, "Amal", keys))
    await settled.do(lambda session: queued(session, settled, "Olha", ("news:1:p2",)))
    await settled.do(lambda session: in_her_digest(session, her, 1))
    answer = await her.presses(StopNews(issue=1))
    assert "Sie bekommen keine Neuigkeiten mehr" in answer
    assert await subscription_of(her) is None
    assert await settled.ask(states) == {
        "news:1:p1": "gone",
        "digest:2026-48:p1": "gone",
        "survey:1:invitation:1": "queued",
        "reminder:1:t-7": "queued",
        "news:1:p2": "queued",
    }
    assert await settled.ask(in_digests) == []
    assert "Sie bekommen keine Neuigkeiten." in await her.presses(StopNews(issue=1))


async def test_another_tap_takes_it_back_as_it_was(settled: Town) -> None:
    her = await settled.somebody("Amal")
    await her.says("/subscribe")
    await her.presses("Ja, ich möchte")
    await her.presses("Themen wählen")
    await her.presses("Arbeit")
    await her.presses("Gesundheit")
    await her.presses("Fertig")
    await her.presses("Stadtteil wählen")
    await her.presses("Altstadt")
    await her.presses("Einmal in der Woche")
    before = await subscription_of(her)
    await her.presses("Keine Neuigkeiten mehr")
    await her.presses("Doch wieder")
    after = await subscription_of(her)
    assert after == before
    assert after is not None
    assert after.wanted.topics > {"jobs", "doctor"}
    assert after.wanted.district == "Altstadt"


@pytest.mark.parametrize("topics", ["", "zz", "-1", "ffffffffffffffffffffff", "0"])
async def test_whatever_is_in_the_button_it_harms_nothing(there: Town, topics: str) -> None:
    her = await there.somebody("Amal")
    await her.presses(NewsAgain(topics=topics, district=999, weekly=True))
    mine = await subscription_of(her)
    assert mine is None or mine.wanted.district == ""


async def test_with_a_task_one_tap_ends_all_news_and_no_reminders(there: Town) -> None:
    her = await there.somebody("Hoda", Role.NETWORK)
    assert "Mit Ihrer Aufgabe" in await her.says("/subscribe")
    assert "auch nicht für Ihre Aufgabe" in await her.presses("Keine Neuigkeiten mehr")
    mine = await subscription_of(her)
    assert mine is not None
    assert (mine.refused, mine.is_on) == (True, False)
    assert "auch nicht für Ihre Aufgabe" in await her.says("/mydata")
    await her.says("/subscribe")
    assert "wieder Neuigkeiten für Ihre Aufgabe" in await her.presses("Nur für meine Aufgabe")
    assert await subscription_of(her) is None


async def test_a_subscription_comes_along_to_the_account_and_back(there: Town) -> None:
    boss = await there.somebody("Chefin", Role.ADMINISTRATOR)
    her = await there.somebody("Amal")
    await her.says("/subscribe")
    await her.presses("Ja, ich möchte")
    await her.says(f"/start join_{await there.invitation(Role.NETWORK, name='Verein')}")
    second = await there.somebody("Telefon", channel="telegram")
    account = await there.ask(lambda session: account_of(session, her))
    code = await there.do(
        lambda session: link_codes.make(session, there.door.rng, account, there.clock())
    )
    await second.says(f"/link {code}")
    mine = await subscription_of(second)
    assert mine is not None
    assert mine.is_on
    deed = Deed(there.clock(), await there.ask(lambda session: account_of(session, boss)))
    await there.do(lambda session: take(session, deed, account, Role.NETWORK))
    assert await there.do(lambda session: parting.drop_if_idle(session, account))
    found = [await subscription_of(one) for one in (her, second)]
    assert found.count(None) == 1
    assert mine in found


async def test_forgotten_is_forgotten(there: Town) -> None:
    her = await there.somebody("Amal")
    await her.says("/subscribe")
    await her.presses("Ja, ich möchte")
    await her.says("/delete")
    await her.presses("Ja, alles löschen")
    assert await there.ask(lambda session: list(session.scalars(select(SUBSCRIPTIONS)))) == []


async def test_who_said_stop_is_told_that_nothing_comes(there: Town) -> None:
    her = await there.somebody("Amal")
    await her.says("/stop")
    await her.says("/subscribe")
    assert "mit /stop gesagt" in await her.presses("Ja, ich möchte")
    await her.presses("Bitte doch wieder schreiben")
    assert "mit /stop gesagt" not in await her.says("/subscribe")


async def test_presses_are_counted_where_there_was_a_sending(there: Town) -> None:
    await there.do(lambda session: told(session, WantedNews(buttons=(OFFER,))))
    her = await there.somebody("Amal")
    await her.presses(PressNews(news=1, issue=1, button=1))
    for button in ((1, 0, 1), (1, 99, 1), (1, 1, 2), (99, 1, 1)):
        await her.presses(PressNews(**dict(zip(("news", "issue", "button"), button, strict=True))))
    assert await there.ask(lambda s: news_click.counted(s, 1)) == {(1, "de", "web"): 1}


async def test_what_was_for_others_cannot_be_read_with_a_button(there: Town) -> None:
    wanted = WantedNews((LONG,), audience=FOR_THE_NETWORK, public=False)
    await there.do(lambda session: told(session, wanted))
    stranger = await there.somebody("Fremd")
    member = await there.somebody("Verein", Role.NETWORK)
    read = ReadNews(news=1, issue=1)
    assert "Nur für das Netzwerk" not in await stranger.presses(read)
    assert "Nur für das Netzwerk" in await member.presses(read)
    await there.do(lambda session: withdrawn(session, 1))
    assert "Das gibt es nicht mehr" in await member.presses(read)
    counts = await there.ask(lambda s: news_click.counted(s, 1))
    assert counts == {(news_click.READ_ON, "de", "web"): 1}


def queued(session: Session, town: Town, address: str, keys: tuple[str, ...]) -> None:
    """What waits to be sent to somebody."""
    kinds = {"news:": Kind.NEWS, "diges": Kind.DIGEST, "surve": Kind.NEWS}
    rows = [
        Planned(
            kinds.get(key.partition(":")[0], Kind.REMINDER),
            key,
            "web",
            address,
            b"{}",
            town.clock(),
        )
        for key in keys
    ]
    queue(session, rows, town.clock())


def states(session: Session) -> dict[str, str]:
    return {row.key: row.state for row in session.execute(select(DELIVERY))}


def in_her_digest(session: Session, one: Somebody, news: int) -> None:
    told(session, WantedNews())
    person = people.find(session, one.sender)
    assert person is not None
    (issue,) = news_issue.of(session, news)
    reader = Recipient(False, person.id, "web", "Amal", "de", True, None)
    news_sending.keep_for_digests(session, issue.id, [reader])


def in_digests(session: Session) -> list[Any]:
    return list(session.scalars(select(ITEM.c.id)))


def account_of(session: Session, one: Somebody) -> int:
    person = people.find(session, one.sender)
    assert person is not None
    assert person.account_id is not None
    return person.account_id


SUBSCRIPTIONS = subscription.SUBSCRIPTION.c.id
