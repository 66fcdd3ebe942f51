"""The steering group's list in the chat: for its members and for those who lead."""

from datetime import timedelta

import pytest

from analysis.measures.status import Status
from handlers.steering import SteeringList
from models import groups
from models.base import Session
from models.department import GroupRow
from models.measure_changes import By, News, report
from models.reminders import Reminder, State, record
from models.role import Role
from models.store import Store
from tests.handlers.talking import Somebody, Town
from tests.handlers.test_reminders import TODAY, account_of, measure_of

DUE = TODAY - timedelta(days=40)


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def a_member(town: Town) -> Somebody:
    """Somebody in the network who sits in the steering group."""
    member = await town.somebody("Dezernat", Role.NETWORK)
    account = await account_of(member)

    def join(session: Session) -> None:
        row = GroupRow(code="STG", name="Steuerungsgruppe", kind=groups.STEERING, field="")
        session.add(row)
        session.flush()
        groups.put(session, account, [row.id])

    await town.do(join)
    return member


async def listed(town: Town, owner: Somebody) -> int:
    """A measure forty days late, on the list since ten."""
    id = await measure_of(town, owner, end=DUE)
    since = TODAY - timedelta(days=10)
    row = Reminder(id, 0, "after_30", DUE, 1, None, State.LISTED, since)
    await town.do(lambda s: record(s, [row]))
    return id


async def test_a_member_reads_what_is_late_since_when_and_whose_it_is(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    await listed(there, owner)
    member = await a_member(there)
    await member.says("/measures")
    said = await member.presses("Steuerungsgruppe (1)")
    assert "SPR-01" in said
    assert "Termin 14. Oktober 2026, auf der Liste seit dem 13. November 2026" in said
    assert said.endswith("Zuständig: Amt")
    assert not member.sees("SPR-01")  # the card is not hers


async def test_who_leads_goes_on_to_the_card(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    await listed(there, owner)
    manager = await there.somebody("Leitung", Role.MANAGER)
    await manager.says("/measures")
    await manager.presses("Steuerungsgruppe (1)")
    assert "Maßnahme SPR-01" in await manager.presses("SPR-01")


async def test_what_is_done_leaves_the_list(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await listed(there, owner)
    news = News("done", status=Status.REALISED)
    await there.do(lambda s: report(s, id, news, By(None, there.clock())))
    member = await a_member(there)
    assert "steht nichts" in await member.presses(SteeringList())


async def test_it_is_nobody_elses(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    await listed(there, owner)
    await owner.says("/measures")
    assert not owner.sees("Steuerungsgruppe")
    assert "SPR-01" not in await owner.presses(SteeringList())
