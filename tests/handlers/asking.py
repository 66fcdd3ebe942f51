"""People who ask a counsellor."""

from datetime import timedelta

from sqlalchemy import func, select

from models.thread import THREAD, Thread
from models.thread_actions import TakeThread
from models.turn import Did, Sender, Turn
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody

FLAT = "Wie finde ich eine Wohnung für fünf Personen?"


async def asker(desk: Desk, address: str = "amal", language: str = "de") -> Somebody:
    one = Somebody(desk.town, Sender("web", address, language))
    await one.says(f"/language {language}")
    return one


async def asked(desk: Desk, words: str = FLAT, address: str = "amal") -> Somebody:
    """Somebody whose question waits."""
    one = await asker(desk, address)
    await one.says("/person")
    await one.says(words)
    await one.presses("Abschicken")
    return one


async def in_hand(desk: Desk) -> tuple[Somebody, Somebody]:
    """Who asks, and who has taken it."""
    her = await desk.counsellor("Beratung Nord")
    one = await asked(desk)
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    return one, her


async def quietly(one: Somebody, did: Did) -> None:
    """She does something to which Lotse says nothing."""
    one.town.clock.later(timedelta(seconds=3))
    assert await one.town.door.converse(Turn(one.sender, did, one.town.clock())) is None


async def newest(desk: Desk) -> Thread:
    id = await desk.town.ask(lambda s: s.scalar(select(func.max(THREAD.c.id))))
    assert id is not None
    return await desk.thread(id)


async def number_of_threads(desk: Desk) -> int:
    return await desk.town.ask(lambda s: s.scalar(select(func.count()).select_from(THREAD)) or 0)
