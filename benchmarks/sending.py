"""A message to everybody, recorded and not."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple, TypeVar

import aiohttp

from benchmarks.messenger import FIRST, Messenger
from bot.background import Background, Stop
from bot.channels.journey import Journey
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.clock import clock
from bot.delivery import Deliverer
from bot.delivery_lane import AT_LEAST, IN_HAND
from bot.message import Key, Line, Message, to_json
from models.base import Session
from models.delivery import Kind, Planned, State, counts, queue
from models.delivery_claim import Outgoing
from models.delivery_work import Result
from models.store import Store

R = TypeVar("R")
WIDTH = IN_HAND - AT_LEAST
TEXT = "Zur Maßnahme 3.2 »Sprachcafé« fehlt noch eine Meldung. Die Frist endet am 1. Dezember."
MESSAGE = to_json(
    Message("de", "ltr", text=(Line(TEXT, "de"),), keys=((Key("Erledigt", data="done:12"),),))
)


class Nothing:
    """A log that grants everything and forgets it."""

    async def leave(self, id: int) -> bool:  # noqa: ARG002
        """Granted."""
        return True

    def record(self, result: Result) -> None:
        """Forgotten."""

    async def settle(
        self, id: int, unit: Callable[[Session], R], result: Callable[[R], Result]
    ) -> R:
        """Never asked for here."""
        raise NotImplementedError


def bulk(server: Messenger, stop: Stop, rate: float) -> TelegramBulk:
    """What Lotse sends with."""
    return TelegramBulk(server.token, server.url, Pace(rate, stop))


class Took(NamedTuple):
    """Seconds, and those of this process on a processor."""

    seconds: float
    cpu: float


@contextmanager
def timed(into: list[Took]) -> Iterator[None]:
    """Measures what happens inside."""
    seconds, cpu = time.perf_counter(), time.process_time()
    yield
    into.append(Took(time.perf_counter() - seconds, time.process_time() - cpu))


async def bare(server: Messenger, people: int, rate: float = math.inf) -> Took:
    """What it took for a message to everybody by aiohttp alone: what this machine can do now."""
    times, took = _planned(people, rate), list[Took]()
    async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as running:
        with timed(took):
            await asyncio.gather(
                *(running.create_task(_some(session, server, times)) for _ in range(WIDTH))
            )
    return took[0]


def _planned(people: int, rate: float) -> Iterator[tuple[int, float]]:
    """Whom to send to, and when."""
    begin = asyncio.get_running_loop().time()
    return iter([(FIRST + n, begin + n / rate) for n in range(people)])


async def _some(
    session: aiohttp.ClientSession, server: Messenger, times: Iterator[tuple[int, float]]
) -> None:
    time = asyncio.get_running_loop().time
    for chat, at in times:
        if (wait := at - time()) > 0:
            await asyncio.sleep(wait)
        body = {"chat_id": chat, "text": TEXT}
        async with session.post(server.address, json=body) as response:
            await response.read()


async def unrecorded(server: Messenger, people: int) -> Took:
    """What it took for a message to everybody, by the same carrier at the same width."""
    carrier, log = bulk(server, Stop(), math.inf), Nothing()
    took: list[Took] = []
    with timed(took):
        async with Background(WIDTH + 1) as background:
            for number in range(people):
                row = Outgoing(number, Kind.NEWS, "telegram", str(FIRST + number), MESSAGE)
                background.start(carrier.carry(Journey(row, log)))
                await background.room()
    await carrier.close()
    return took[0]


async def recorded(server: Messenger, store: Store, people: int, rate: float = math.inf) -> Took:
    """What it took for a message to everybody, until the last result is on the disk."""
    await store.write(partial(queue_all, people=people))
    sent = partial(_sent, before=await store.read(_number_sent), people=people)
    stop = Stop()
    deliverer = Deliverer(store, {"telegram": bulk(server, stop, rate)}, clock, stop)
    took: list[Took] = []
    with timed(took):
        async with asyncio.TaskGroup() as running:
            running.create_task(deliverer.run())
            await _all_sent(deliverer, people)
            stop.ask()
    assert await store.read(sent)
    return took[0]


async def _all_sent(deliverer: Deliverer, people: int) -> None:
    while deliverer.counted()["delivery_sent_total"] < people:  # noqa: ASYNC110
        await asyncio.sleep(0.005)


def queue_all(session: Session, people: int, kind: Kind = Kind.NEWS) -> int:
    """One message to each, due now."""
    now, round_ = clock(), time.monotonic_ns()
    return queue(
        session,
        [
            Planned(kind, f"{round_}:{n}", "telegram", str(FIRST + n), MESSAGE, now)
            for n in range(people)
        ],
        now,
    )


def _number_sent(session: Session) -> int:
    return counts(session).get((Kind.NEWS, State.SENT), 0)


def _sent(session: Session, before: int, people: int) -> bool:
    return _number_sent(session) == before + people
