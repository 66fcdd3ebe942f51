"""The loop itself: woken, in trouble with the database, with channels of a test's own."""

import asyncio

import pytest
from sqlalchemy import text

from bot.channels import DeliveryError, Unsure
from models.delivery import Kind, State
from models.delivery_claim import Outgoing
from models.store import Store
from tests.delivery.delivering import QUICK, delivering, finished, retried
from tests.delivery.queued import claimed, leave, put, row_of, to


class Sender:
    """Takes what it is given, after so many errors."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.taken: list[Outgoing] = []
        self.ring = asyncio.Event()

    async def deliver(self, row: Outgoing) -> int:
        if self.errors:
            raise self.errors.pop(0)
        self.taken.append(row)
        self.ring.set()
        return 1


async def test_a_commit_that_queues_something_wakes_it(store: Store) -> None:
    sender = Sender()
    patient = type(QUICK)(look_again=3600)
    async with delivering(store, {"telegram": sender}, options=patient) as deliverer:
        while "delivery_queued" not in deliverer.counted() and not sender.taken:
            await store.write(lambda session: put(session, to(1)))
            await asyncio.wait_for(sender.ring.wait(), 20)
        assert [row.address for row in sender.taken] == ["1"]


async def test_a_simple_channel_is_announced_and_recorded(store: Store) -> None:
    sender = Sender(DeliveryError("busy"), DeliveryError("busy"))
    with store.transaction() as session:
        put(session, to(1), to(2))
    async with delivering(store, {"telegram": sender}):
        assert await finished(store) == {("reminder", "sent"): 2}
    with store.transaction() as session:
        assert sum(row_of(session, n).attempts for n in (1, 2)) == 4


@pytest.mark.parametrize(("kind", "state"), [(Kind.REMINDER, State.SENT), (Kind.NEWS, "unknown")])
async def test_a_bug_after_leaving_leaves_it_open_whether_it_came(
    store: Store, kind: Kind, state: str
) -> None:
    with store.transaction() as session:
        put(session, to(1, kind))
    async with delivering(store, {"telegram": Sender(KeyError("a bug"))}):
        await finished(store)
    with store.transaction() as session:
        assert row_of(session, 1).state == state


async def test_what_another_process_left_is_looked_after_first(store: Store) -> None:
    sender = Sender()
    with store.transaction() as session:
        put(session, to(1), to(2, Kind.NEWS), to(3))
        leave(session, *(row.id for row in claimed(session) if row.address != "3"))
    async with delivering(store, {"telegram": sender}):
        found = await finished(store)
    assert found == {("reminder", "sent"): 2, ("news", "sent"): 1}
    assert sorted(row.address for row in sender.taken) == ["1", "2", "3"]


async def test_a_database_in_trouble_is_waited_for_and_nothing_is_forgotten(
    store: Store,
) -> None:
    sender = Sender()
    with store.transaction() as session:
        put(session, to(1, Kind.NEWS))
        leave(session, *(row.id for row in claimed(session)))
        put(session, to(2))
        session.execute(text("ALTER TABLE delivery RENAME TO elsewhere"))
    async with delivering(store, {"telegram": sender}):
        await asyncio.sleep(0.3)
        with store.transaction() as session:
            session.execute(text("ALTER TABLE elsewhere RENAME TO delivery"))
        found = await finished(store)
    assert found == {("news", "sent"): 1, ("reminder", "sent"): 1}


async def test_it_gives_up_after_so_many_attempts(store: Store) -> None:
    impatient = type(QUICK)(first_delay=QUICK.first_delay / 10, give_up=2, look_again=0.05)
    with store.transaction() as session:
        put(session, to(1))
    errors = [DeliveryError("down") for _ in range(9)]
    async with delivering(store, {"telegram": Sender(*errors)}, options=impatient):
        assert await finished(store) == {("reminder", "failed"): 1}
    with store.transaction() as session:
        assert row_of(session, 1).reason == "down"


async def test_when_everything_fails_everybody_waits(store: Store) -> None:
    sender = Sender(*(DeliveryError("down") for _ in range(1000)))
    with store.transaction() as session:
        put(session, *(to(n) for n in range(200)))
    async with delivering(store, {"telegram": sender}) as deliverer:
        await retried(deliverer)
        await asyncio.sleep(0.5)
    assert len(sender.errors) >= 600  # without a pause all 1,000 tries would be over by now


async def test_silence_is_counted_as_doubt(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, Kind.NEWS))
    async with delivering(store, {"telegram": Sender(Unsure("no answer"))}) as deliverer:
        await finished(store)
        assert deliverer.counted()["delivery_doubtful_total"] == 1
