"""What people say to each other arrives in its order, also when something has to wait."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.background import Stop
from models import delivery_order
from models.base import Session
from models.delivery import Kind, Planned, State
from models.delivery_work import Result
from models.store import Store
from tests.delivery.delivering import bulk, delivering, finished
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
