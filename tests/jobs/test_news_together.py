"""Several that send the same news at the same time: each reader gets it once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from models.news import NewsState
from models.store import Store
from tests.databases import address_of, opened
from tests.jobs.telling import READERS, Newsroom

READERS_THERE, WORKERS, AT_A_TIME = 60, 3, 7


def test_workers_at_the_same_time_queue_each_reader_once(store: Store) -> None:
    room = Newsroom(store, chunk=AT_A_TIME)
    room.readers(*(f"r{number}" for number in range(READERS_THERE)))
    news = room.news(audience=READERS)
    start = Barrier(WORKERS)

    def work(_: int) -> None:
        with opened(address_of(store)) as own:
            start.wait()
            replace(room, store=own).tick()

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(work, range(WORKERS)))
    room.tick()
    queued = Counter(row.address for row in room.rows())
    assert queued == Counter(f"r{number}" for number in range(READERS_THERE))
    assert room.issue(news.id).total == READERS_THERE
    room.deliver()
    room.tick()
    assert room.find(news.id).state is NewsState.SENT
    assert room.issue(news.id).number == 1
