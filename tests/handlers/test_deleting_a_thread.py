"""Whoever deletes everything deletes her conversations with counsellors, on both sides."""

import pytest

from handlers.delete import Forget
from models import audit, thread
from models.base import table
from models.store import Store
from models.thread_actions import ShowThread, TakeThread
from models.turn import Said, Sender, Turn
from tests.databases import BOTH
from tests.handlers.counselling import Desk
from tests.handlers.talking import ISOLATES, Somebody

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


async def told(desk: Desk, address: str) -> list[str]:
    found = await desk.reaches(address)
    return ["\n".join(line.text for line in one.text).translate(ISOLATES) for one in found]


async def test_the_counsellor_hears_that_it_is_deleted_and_nothing_else(desk: Desk) -> None:
    berta = await desk.counsellor("berta")
    number = await desk.asks("amal", "أبحث عن شقة")
    await berta.presses(TakeThread(thread=number))
    amal = Somebody(desk.town, Sender("web", "amal"))
    hurry = Turn(amal.sender, Said("بسرعة من فضلكم"), desk.town.clock())
    assert await desk.town.door.converse(hurry) is None  # a counsellor answers, not Lotse
    assert len(await told(desk, "berta")) == 1
    await amal.presses(Forget(sure=True))
    assert await told(desk, "berta") == [f"Person {number} hat das Gespräch gelöscht."]
    assert await desk.town.ask(lambda s: thread.find(s, number)) is None
    await berta.presses(ShowThread(thread=number))
    assert not berta.sees("amal")


async def test_nobody_is_told_of_what_nobody_took(desk: Desk) -> None:
    await desk.counsellor("berta")
    await desk.asks("amal", "أبحث عن شقة")
    await Somebody(desk.town, Sender("web", "amal")).presses(Forget(sure=True))
    assert await told(desk, "berta") == []


async def test_the_audit_keeps_that_it_happened_and_not_what(desk: Desk) -> None:
    berta = await desk.counsellor("berta")
    number = await desk.asks("amal", "أبحث عن شقة")
    await berta.presses(TakeThread(thread=number))
    await Somebody(desk.town, Sender("web", "amal")).presses(Forget(sure=True))
    rows = await desk.town.ask(lambda s: s.execute(table(audit.AuditRow).select()).all())
    kept = [tuple(row)[2:] for row in rows if row.entity == thread.ENTITY]
    account = next(row.account_id for row in rows if row.action == "thread.taken")
    assert kept == [
        (None, "thread.begun", "thread", number),
        (account, "thread.taken", "thread", number),
        (None, "thread.deleted", "thread", number),
    ]
