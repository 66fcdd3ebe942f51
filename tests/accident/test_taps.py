"""Two taps on "delete everything" at once: nothing of her is left, and nothing comes back."""

import asyncio

from sqlalchemy import text

from bot.conversation import Conversation
from models import inbox
from models.store import Store
from models.turn import Command, Did, Pressed, Sender, Turn
from tests.clock import Clock
from tests.talking import conversation_in

AMAL = Sender("telegram", "77", "de")


async def taken_in(door: Conversation, did: Did, id: str, clock: Clock) -> Turn:
    """A turn as the channel hands it over: its update is stored already."""
    day = clock().date()
    await door.store.write(lambda session: inbox.take_in(session, AMAL.channel, day, [(id, b"")]))
    return Turn(AMAL, did, clock(), id)


async def test_deleting_twice_at_once_leaves_nothing(town: Store) -> None:
    clock = Clock()
    door = conversation_in(town, clock)
    await door.converse(await taken_in(door, Command("language", "ar"), "1", clock))
    taps = [await taken_in(door, Pressed("forget:1", "5"), id, clock) for id in ("2", "3")]
    await asyncio.gather(*map(door.converse, taps))
    with town.transaction() as session:
        assert session.scalar(text("SELECT count(*) FROM person")) == 0
        states = session.execute(text("SELECT DISTINCT state FROM inbox")).scalars().all()
    assert states == ["handled"]
