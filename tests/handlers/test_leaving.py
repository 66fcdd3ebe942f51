"""Leaving Lotse: what waits to be sent goes in the same turn."""

import pytest

from models import accounts, delivery, reaching
from models.base import Session
from models.delivery import DELIVERY, Kind, Planned
from models.role import Role
from models.store import Store
from tests.delivery.queued import NOW
from tests.handlers.talking import Town

EMAIL = "frau.berger@stadt.example"


@pytest.fixture
def lotse(store: Store) -> Town:
    return Town(store)


def waits(session: Session, *ways: tuple[str, str]) -> None:
    """A message is on its way to each of these."""
    planned = [Planned(Kind.REMINDER, f"{c}:{a}", c, a, b"{}", NOW) for c, a in ways]
    assert delivery.queue(session, planned, NOW) == len(ways)


def addresses(session: Session) -> list[str]:
    """Where something is still going to."""
    return sorted(session.scalars(DELIVERY.select().with_only_columns(DELIVERY.c.address)))


async def test_who_deletes_everything_gets_nothing_that_was_on_its_way(lotse: Town) -> None:
    her = await lotse.somebody("4711", Role.OWNER, channel="telegram")
    code = (await her.says("/link")).partition("Ihr Code: ")[2][:9]
    page = await lotse.somebody("abc")
    await page.says(f"/link {code}")
    (mine,) = await lotse.ask(accounts.everyone)
    await lotse.do(lambda s: accounts.change(s, mine.id, email=EMAIL))
    await lotse.somebody("0815", channel="telegram")
    ways = (("telegram", "4711"), ("web", "abc"), ("mail", EMAIL), ("telegram", "0815"))
    await lotse.do(lambda s: waits(s, *ways))
    await page.says("/delete")
    assert len(await lotse.ask(addresses)) == 4
    await page.presses("Ja, alles löschen")
    assert await lotse.ask(addresses) == ["0815"]


async def test_a_guest_who_deletes_everything_gets_nothing_more(lotse: Town) -> None:
    her, _ = await lotse.somebody("1"), await lotse.somebody("2")
    await lotse.do(lambda s: waits(s, ("web", "1"), ("web", "2")))
    await her.says("/delete")
    await her.presses("Ja, alles löschen")
    assert await lotse.ask(addresses) == ["2"]


async def test_who_says_stop_gets_nothing_that_was_on_its_way(lotse: Town) -> None:
    her, _ = await lotse.somebody("1"), await lotse.somebody("2")
    await lotse.do(lambda s: waits(s, ("web", "1"), ("web", "2")))
    await her.says("/stop")
    assert await lotse.ask(delivery.counts) == {("reminder", "gone"): 1, ("reminder", "queued"): 1}
    assert await lotse.ask(addresses) == ["", "2"]


async def test_stopping_can_be_taken_back(lotse: Town) -> None:
    her = await lotse.somebody("1", Role.OWNER)
    await her.says("/stop")
    assert "ich schreibe Ihnen wieder" in await her.presses("Bitte doch wieder schreiben")
    (mine,) = await lotse.ask(accounts.everyone)
    assert await lotse.ask(lambda s: reaching.way_to(s, mine.id, {"web"})) is not None
