"""Ten thousand people, a messenger in trouble, a process killed five times: nobody is skipped."""

from collections import Counter
from collections.abc import Iterator
from math import inf
from random import Random

import pytest
from sqlalchemy import select

from bot.channels.pace import in_flight
from bot.clock import clock
from models.base import Session
from models.delivery import DELIVERY, OPEN, Kind, State, counts, queue
from models.store import Store
from tests.delivery import process
from tests.delivery.delivering import until
from tests.delivery.killable import killable
from tests.delivery.queued import to
from tests.nursery import Nursery, nursery
from tests.standin import StandIn

PEOPLE = 10_000
KILLS = 5
FIRST = 1_000_000
FLOODS, ERRORS, CUTS, SILENCES = 3, 150, 40, 10
PATIENCE_S = 240.0


class Messenger:
    """The stand-in with people of whom some have left, and with trouble now and then."""

    def __init__(self, server: StandIn, chance: Random) -> None:
        self.server = server
        self.people = [server.person(FIRST + number) for number in range(PEOPLE)]
        self.silent = set(chance.sample(range(PEOPLE), PEOPLE * 7 // 100))
        for order, number in enumerate(self.silent):
            chat = server.world.chats[FIRST + number]
            chat.blocked = order < PEOPLE * 5 // 100
            chat.deactivated = not chat.blocked
        self._trouble(chance)

    def _trouble(self, chance: Random) -> None:
        def now_and_then(_given: object) -> bool:
            return chance.random() < 0.02

        faults = self.server.faults
        self.gate = faults.on("sendMessage", times=SILENCES, when=now_and_then).holds()
        faults.on("sendMessage", times=FLOODS, when=now_and_then).floods(1)
        for code in (500, 502, 503):
            faults.on("sendMessage", times=ERRORS // 3, when=now_and_then).fails(code)
        faults.on("sendMessage", times=CUTS, when=now_and_then).drops(after=True)
        faults.on("sendMessage", times=CUTS, when=now_and_then).drops()

    def got(self) -> Counter[int]:
        """How many messages each person has, by number."""
        chats = self.server.world.chats
        return Counter({n: len(chats[FIRST + n].events) for n in range(PEOPLE)})


@pytest.fixture(scope="module")
def processes() -> Iterator[Nursery]:
    """Twenty Pythons that import everything would take longer than the tests."""
    with nursery(process.__name__) as found:
        yield found


async def at_most_open(store: Store, number: int) -> None:
    """Waits until no more rows than that are without a final state."""

    async def few() -> bool:
        found = await store.read(counts)
        return sum(n for (_, state), n in found.items() if state in OPEN) <= number

    await until(few, PATIENCE_S)


def states(session: Session) -> dict[int, str]:
    found = session.execute(select(DELIVERY.c.key, DELIVERY.c.state))
    return {int(key.rpartition(":")[2]) - FIRST: state for key, state in found}


async def test_killed_five_times_nobody_is_skipped(
    store: Store, url: str, processes: Nursery
) -> None:
    kinds = (Kind.REMINDER, Kind.NEWS)
    async with StandIn(checks=False) as server:
        messenger = Messenger(server, Random(11))
        with store.transaction() as session:
            planned = [
                to(FIRST + n, kinds[n % 2], not_before=clock(), priority=1) for n in range(PEOPLE)
            ]
            assert queue(session, planned, clock()) == PEOPLE
        for kill in range(1, KILLS + 1):
            async with processes.process(url, server.url, server.token):
                await called(server, kill * PEOPLE // (KILLS + 1))
        async with processes.process(url, server.url, server.token):
            await at_most_open(store, 0)
        messenger.gate.release()
        ended = await store.read(states)
        got = messenger.got()
    check(messenger, ended, got)


async def called(server: StandIn, times: int) -> None:
    """Waits until the bot has made so many calls."""
    await server.until(lambda: len(server.calls) >= times, PATIENCE_S)


def check(messenger: Messenger, ended: dict[int, str], got: Counter[int]) -> None:
    """Everybody's state says what she got, and what was doubled had been in flight."""
    assert set(ended.values()) <= {State.SENT, State.GONE, State.UNKNOWN}
    assert {n for n, state in ended.items() if state == State.GONE} <= messenger.silent
    for number, state in ended.items():
        if state == State.SENT:
            assert got[number] >= 1
        if number in messenger.silent:
            assert got[number] == 0
            assert state in {State.GONE, State.UNKNOWN}
        elif state == State.GONE:
            raise AssertionError(f"{number} is there")
    reminders = {number: times for number, times in got.items() if number % 2 == 0}
    news = {number: times for number, times in got.items() if number % 2}
    doubled = [number for number, times in reminders.items() if times > 1]
    unknown = [number for number, state in ended.items() if state == State.UNKNOWN]
    assert max(reminders.values()) <= 2
    assert len(doubled) <= KILLS * in_flight(inf) + CUTS + SILENCES
    assert max(news.values()) <= 2
    assert len([number for number in news if news[number] > 1]) <= KILLS * in_flight(inf)
    assert len(unknown) <= KILLS * in_flight(inf) + 2 * CUTS + SILENCES
    skipped = [n for n, times in got.items() if not times and n not in messenger.silent]
    assert set(skipped) <= set(unknown)
    assert len([number for number in skipped if number % 2 == 0]) <= KILLS


async def test_two_processes_never_send_twice(store: Store, url: str, processes: Nursery) -> None:
    async with StandIn(checks=False) as server:
        there = (url, server.url, server.token)
        people = [server.person(FIRST + number) for number in range(1000)]
        async with processes.process(*there), processes.process(*there):
            with store.transaction() as session:
                queue(session, [to(p.id, Kind.NEWS, not_before=clock()) for p in people], clock())
            await at_most_open(store, 0)
        assert [len(person.screen) for person in people] == [1] * 1000


async def test_the_second_process_takes_over(store: Store, url: str, processes: Nursery) -> None:
    async with StandIn(checks=False) as server:
        there = (url, server.url, server.token)
        people = [server.person(FIRST + number) for number in range(1000)]
        with store.transaction() as session:
            queue(session, [to(p.id, not_before=clock()) for p in people], clock())
        async with (
            processes.process(*there, "500") as first,
            processes.process(*there, "500"),
        ):
            await called(server, 200)
            first.kill()
            await at_most_open(store, 0)
        got = [len(person.screen) for person in people]
        assert min(got) == 1
        assert sum(got) <= 1000 + in_flight(500)


async def test_asked_to_stop_it_finishes_what_has_left(store: Store, url: str) -> None:
    async with StandIn(checks=False) as server:
        people = [server.person(FIRST + number) for number in range(1000)]
        with store.transaction() as session:
            queue(session, [to(p.id, not_before=clock()) for p in people], clock())
        async with killable(url, (server.url, server.token), "300") as first:
            await called(server, 200)
            first.terminate()
            assert await first.wait() == 0
        left = await store.read(counts)
        assert set(left) == {("reminder", "sent"), ("reminder", "queued")}
        assert sum(len(person.screen) for person in people) == left["reminder", "sent"]
