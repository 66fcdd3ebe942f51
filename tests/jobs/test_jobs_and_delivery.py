"""Two Lotses on one database, all jobs and the delivery at once: nothing twice, nothing lost."""

import contextlib
import json
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date

from sqlalchemy import func, select

from models import person
from models.base import Session
from models.delivery import Kind
from models.role import Role
from models.store import Store
from models.turn import Sender
from tests.delivery.delivering import finished
from tests.delivery.queued import put, to
from tests.house.project import ROOT
from tests.jobs.reminding import HALF_YEAR, Town, wall
from tests.standin import StandIn

MOMENT = "2026-07-07 09:00"
OWNERS, READERS, SILENT = 12, 200, 300
FIRST = 4_000_000
MANAGER = FIRST - 1


async def test_two_processes_do_everything_once(store: Store, url: str) -> None:
    async with StandIn(checks=False) as server:
        people = [server.person(FIRST + number) for number in range(OWNERS + READERS)]
        manager = server.person(MANAGER)
        prepare(store)
        async with lotse(url, server) as first, lotse(url, server) as second:
            did = await both(first, second)
            ended = await finished(store, within=120)
    assert did["retention"] == SILENT
    assert did["reminders"] == OWNERS + 1
    assert ended == {("reminder", "sent"): OWNERS + 1, ("news", "sent"): READERS}
    assert Counter(len(one.screen) for one in people) == {1: OWNERS + READERS}
    assert len(manager.screen) == 1
    assert await store.read(silent) == 0


def prepare(store: Store) -> None:
    """Measures that are overdue by a week, news for many, and people who left long ago."""
    town = Town(store)
    town.somebody(str(MANAGER), Role.MANAGER)
    for number in range(OWNERS):
        owner = town.somebody(str(FIRST + number))
        for letter in "AB":
            town.measure(f"{letter}{number}", responsible_id=owner, **HALF_YEAR)
    with store.transaction() as session:
        readers = range(FIRST + OWNERS, FIRST + OWNERS + READERS)
        now = wall(MOMENT)
        put(session, *(to(n, Kind.NEWS, not_before=now) for n in readers), now=now)
        for number in range(SILENT):
            person.meet(session, Sender("web", f"left{number}"), date(2024, 1, 1))


def silent(session: Session) -> int:
    query = select(func.count()).where(person.TABLE.c.address.startswith("left"))
    return session.scalar(query) or 0


@contextlib.asynccontextmanager
async def lotse(url: str, server: StandIn) -> AsyncIterator[Process]:
    """A process that is ready, and is asked to stop at the end."""
    command = (sys.executable, "-m", "tests.jobs.working", url, server.url, server.token, MOMENT)
    started = await create_subprocess_exec(*command, cwd=ROOT, stdin=PIPE, stdout=PIPE)
    try:
        assert await line(started) == "ready"
        yield started
        started.terminate()
        assert await started.wait() == 0
    finally:
        with contextlib.suppress(ProcessLookupError):
            started.kill()
        await started.wait()


async def both(*processes: Process) -> Counter[str]:
    """They begin together; how many rows each job touched, in all of them."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
    found: Counter[str] = Counter()
    for process in processes:
        found.update(json.loads(await line(process)))
    return found


async def line(process: Process) -> str:
    assert process.stdout is not None
    return (await process.stdout.readline()).decode().strip()
