"""The one way to the database: many units to a commit, each for itself, in order."""

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from models import inbox
from models.base import Session
from models.store import Store
from tests.clock import Clock
from tests.databases import Templates, opened
from tests.postgres import away

TODAY = Clock().now.date()
Unit = Callable[[Session], object]


def keep(session: Session, id: str) -> str:
    inbox.take_in(session, "telegram", TODAY, [(id, b"")])
    return id


def kept(session: Session) -> list[str]:
    return [id for id, _ in inbox.waiting(session, "telegram")]


async def test_a_unit_is_committed_when_write_returns(store: Store) -> None:
    assert await store.write(lambda session: keep(session, "1")) == "1"
    assert await store.read(kept) == ["1"]


async def test_a_unit_that_raises_is_rolled_back_alone(store: Store) -> None:
    def broken(session: Session) -> None:
        keep(session, "2")
        raise ValueError("no")

    units = (lambda s: keep(s, "1"), broken, lambda s: keep(s, "3"))
    results = await asyncio.gather(*map(store.write, units), return_exceptions=True)
    assert [type(result) for result in results] == [str, ValueError, str]
    assert await store.read(kept) == ["1", "3"]


async def test_units_run_in_the_order_of_their_calls(store: Store) -> None:
    ran: list[int] = []

    async def run(number: int) -> None:
        await store.write(lambda _: ran.append(number))

    await asyncio.gather(*map(run, range(300)))
    assert ran == list(range(300))


async def test_many_units_share_a_commit(store: Store) -> None:
    commits: list[object] = []
    note = commits.append
    event.listen(store.engine, "commit", note)
    await asyncio.gather(*(store.write(partial(keep, id=str(n))) for n in range(200)))
    event.remove(store.engine, "commit", note)
    assert 1 <= len(commits) < 100


async def test_what_a_reader_changes_is_forgotten(store: Store) -> None:
    await store.read(lambda session: keep(session, "1"))
    assert await store.read(kept) == []


async def test_an_error_of_the_database_reaches_who_waits(store: Store) -> None:
    def wrong(session: Session) -> None:
        session.execute(text("SELECT * FROM nowhere"))

    with pytest.raises(DBAPIError):
        await store.write(wrong)
    assert await store.write(lambda session: keep(session, "1")) == "1"


async def test_closing_finishes_what_is_queued(store: Store) -> None:
    tasks = asyncio.gather(*(store.write(partial(keep, id=str(n))) for n in range(50)))
    await asyncio.sleep(0)
    store.close()
    assert len(await tasks) == 50


async def test_sqlite_is_in_wal_mode_and_every_commit_on_the_disk(sqlite_store: Store) -> None:
    def pragmas(session: Session) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [session.scalar(text(f"PRAGMA {name}")) for name in names]

    assert await sqlite_store.write(pragmas) == ["wal", 2, 1]


async def test_an_urgent_unit_does_not_wait_behind_those_before_it(store: Store) -> None:
    ran: list[str] = []
    hold, held = threading.Event(), threading.Event()

    def slow(_: Session) -> None:
        held.set()
        hold.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(store.write(slow))
        await asyncio.to_thread(held.wait)
        for _ in range(3):
            group.create_task(store.write(lambda _: ran.append("turn")))
        group.create_task(store.write(lambda _: ran.append("urgent"), joins=True))
        await asyncio.sleep(0)
        hold.set()
    assert ran == ["urgent", "turn", "turn", "turn"]


async def test_a_server_that_was_away_is_used_again(postgresql: Templates) -> None:
    def put(id: str) -> Callable[[Session], str]:
        return partial(keep, id=id)

    with postgresql.like(postgresql.migrated) as url, opened(url) as store:
        await store.write(put("1"))
        with away(url):
            for work in (store.write(put("2")), store.read(kept)):
                with pytest.raises(OperationalError):
                    await work
        await store.write(put("3"))
        assert await store.read(kept) == ["1", "3"]


async def test_a_unit_that_reads_first_waits_for_another_process_that_writes(
    store: Store, url: str
) -> None:
    def reads_then_writes(session: Session, id: str) -> None:
        kept(session)
        keep(session, id)

    with opened(url) as other:
        ids = {f"{n}{of}": one for n in range(100) for of, one in (("a", store), ("b", other))}
        units = [one.write(partial(reads_then_writes, id=id)) for id, one in ids.items()]
        await asyncio.gather(*units)
    assert sorted(await store.read(kept)) == sorted(ids)


async def test_a_unit_that_the_database_refuses_takes_no_other_with_it(store: Store) -> None:
    def refused(session: Session) -> str:
        keep(session, "2")
        return str(session.execute(text("SELECT * FROM nowhere")))

    def twice(session: Session) -> str:
        same = {"channel": "telegram", "id": "1", "day": TODAY, "state": "waiting", "raw": b""}
        session.execute(inbox.INBOX.insert(), [same])
        return "1"

    units: list[Unit] = [partial(keep, id=id) for id in "134"]
    units[1:1], units[3:3] = [refused], [twice]
    results = await asyncio.gather(*map(store.write, units), return_exceptions=True)
    assert [n for n, result in enumerate(results) if isinstance(result, DBAPIError)] == [1, 3]
    assert await store.read(kept) == ["1", "3", "4"]


async def test_what_runs_alone_shares_its_transaction_with_nobody(postgres_store: Store) -> None:
    """The transaction that wrote a row would say that others were written with it."""
    units = [postgres_store.write(partial(keep, id=str(number))) for number in range(20)]
    alone = postgres_store.write(lambda session: keep(session, "alone"), alone=True)
    await asyncio.gather(*units[:10], alone, *units[10:])
    written = await postgres_store.read(transactions)
    assert written.pop("alone") not in written.values()
    assert len(set(written.values())) < len(written)


async def test_a_job_of_many_parts_lets_others_in_between(sqlite_store: Store) -> None:
    ran: list[str] = []
    busy = threading.Event()
    first = sqlite_store.queue(lambda _: busy.wait(20))
    async with asyncio.TaskGroup() as tasks:
        for _ in range(3):
            tasks.create_task(sqlite_store.write(lambda _: ran.append("part"), alone=True))
        await asyncio.sleep(0)
        other = sqlite_store.queue(lambda _: ran.append("other"))
        busy.set()
    await asyncio.gather(first, other)
    assert ran == ["part", "other", "part", "part"]


def transactions(session: Session) -> dict[str, str]:
    found = session.execute(text("SELECT id, xmin::text FROM inbox"))
    return {row.id: row.xmin for row in found}
