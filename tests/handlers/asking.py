"""People who ask a counsellor."""

from datetime import date, timedelta

from babel.dates import format_date
from sqlalchemy import func, select

from bot.catalogs import find
from handlers.person_buttons import SendQuestion
from models.customs import latin
from models.language import locale
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


async def asked(desk: Desk, words: str = FLAT, language: str = "de") -> Somebody:
    """Somebody whose question waits."""
    one = await asker(desk, language=language)
    await one.says("/person")
    await one.says(words)
    await one.presses(SendQuestion())
    return one


async def in_hand(desk: Desk, language: str = "de") -> tuple[Somebody, Somebody]:
    """Who asks, and who has taken it."""
    her = await desk.counsellor("Beratung Nord")
    one = await asked(desk, language=language)
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    return one, her


def hears(one: Somebody, id: str) -> str:
    """How a message of the catalogs begins in her language."""
    return find(id, one.sender.hint)[0].partition("{")[0].rstrip()


def day(which: date, language: str) -> str:
    """A day as it is written out in this language."""
    return latin(format_date(which, "long", locale=locale(language)))


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
