"""kill -9 in the middle of the work: every update has one effect, and a reply that arrives."""

import sys
from collections.abc import Callable, Iterator
from random import Random

import pytest

from models.store import Store
from tests.accident import killing as killings
from tests.accident.killing import EACH, Killing, effects, expected
from tests.nursery import Nursery, nursery
from tests.standin import StandIn

PEOPLE, KILLS = 50, 2


@pytest.fixture(scope="module")
def processes() -> Iterator[Nursery]:
    """Ready to be killed."""
    with nursery(killings.__name__) as found:
        yield found


async def test_killed_again_and_again_nothing_is_lost_or_done_twice(
    town: Store,
    settled_url: str,
    processes: Nursery,
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with StandIn() as server:
        killing = Killing(server, settled_url, processes, Random(7))
        await killing.happen(PEOPLE, KILLS)
        record_property("doubled replies", killing.doubled)
        with capsys.disabled():
            report = f"{KILLS} kills, {EACH * PEOPLE} updates, {killing.doubled} doubled replies"
            sys.stdout.write(f"\n{report}\n")
        assert all(map(killing.heard_all, killing.people))
        assert server.violations == []
    with town.transaction() as session:
        assert effects(session) == expected(PEOPLE)
