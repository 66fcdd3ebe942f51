"""What people say to each other arrives in its order, also when something has to wait."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot.background import Stop
from bot.channels import Busy
from bot.channels.journey import Journey
from models import delivery_order
from models.base import Session
from models.delivery import DELIVERY, Kind, Planned, State
from models.delivery_work import Result
from models.store import Store
from tests.delivery.delivering import bulk, delivering, finished, until
from tests.delivery.queued import NOW, claimed, leave, put, record, said, to
from tests.standin import StandIn

LATER = NOW + timedelta(seconds=10)


def talk(address: object, *words: str) -> list[Planned]:
    """What is said to somebody, in this order."""
    one = to(address, Kind.HANDOFF)
    return [replace(one, key=f"{address}:{word}", message=said(word)) for word in words]


def queued(session: Session, *planned: Planned, now: datetime = NOW) -> None:
    """Queue what is said."""
    at = [replace(one, not_before=now) for one in planned]
    assert delivery_order.queue(session, at, now) == len(at)


def test_behind_a_message_that_waits_all_others_of_its_chat_wait(store: Store) -> None:
    with store.transaction() as session:
        queued(session, *talk(1, "eins", "zwei", "drei"), *talk(2, "anderswo"))
        put(session, to(1))
        one, two, three, elsewhere, reminder = (row.id for row in claimed(session))
        record(session, Result(one, State.QUEUED, not_before=LATER))
        assert leave(session, two, three, elsewhere, reminder) == {elsewhere, reminder}
        queued(session, *talk(1, "vier"), now=NOW + timedelta(seconds=1))
        assert claimed(session, now=LATER - timedelta(seconds=1)) == []
        again = claimed(session, now=LATER)
        assert [row.id for row in again][:3] == [one, two, three]
        assert [row.message for row in again] == [said(x) for x in ("eins", "zwei", "drei", "vier")]


def test_what_has_its_end_holds_nobody_up(store: Store) -> None:
    with store.transaction() as session:
        queued(session, *talk(1, "eins", "zwei"))
        one, two = (row.id for row in claimed(session))
        record(session, Result(one, State.FAILED))
        assert leave(session, two) == {two}
        queued(session, *talk(1, "drei"))
        assert [row.message for row in claimed(session)] == [said("drei")]


async def test_a_server_in_trouble_does_not_turn_a_conversation_round(store: Store) -> None:
    async with StandIn() as server:
        amal, stop = server.person(), Stop()
        server.faults.on("sendMessage", times=2).fails(500)
        words = ("eins", "zwei", "drei", "vier")
        async with delivering(store, {"telegram": bulk(server, stop)}, stop):
            for planned in talk(amal.id, *words):
                await store.write(lambda s, one=planned: queued(s, one))  # type: ignore[misc]
            await finished(store)
        assert tuple(seen.text for seen in await amal.sees(4)) == words


class SlowToGiveUp:
    """A channel whose first message is put off as it leaves, and claimed again before it knows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.brought: list[int] = []

    async def carry(self, journey: Journey) -> None:
        if not self.brought:
            self.brought.append(0)
            await self.store.write(lambda session: put_off(session, NOW + timedelta(days=1)))
            try:
                await journey.leaving()
            except Busy:
                await self.store.write(lambda session: put_off(session, NOW))
                await until(lambda: self.store.read(is_claimed))
                raise
        await journey.leaving()
        self.brought.append(journey.row.id)
        journey.arrived()

    async def close(self) -> None:
        """There is nothing to close."""


def put_off(session: Session, until: datetime) -> None:
    session.execute(update(DELIVERY).values(worker="", not_before=until))


def is_claimed(session: Session) -> bool:
    return bool(session.scalar(select(DELIVERY.c.worker)))


async def test_what_is_claimed_again_while_it_gives_up_is_brought_then(store: Store) -> None:
    channel = SlowToGiveUp(store)
    async with delivering(store, {"telegram": channel}):
        await store.write(lambda s: queued(s, *talk(1, "eins")))
        await finished(store)
    assert len(channel.brought) == 2
