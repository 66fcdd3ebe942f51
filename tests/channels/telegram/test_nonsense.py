"""Ten thousand updates that make no sense: nothing breaks, nothing leaks."""

import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.store import Store
from tests.channels.telegram.conftest import Start
from tests.channels.telegram.test_receiving import states
from tests.channels.telegram.updates import CANARY, UPDATES
from tests.standin import StandIn

HOW_MANY, ON_POSTGRESQL, AT_ONCE = 10_000, 2_500, 10
"""Sense is not made in the database: there it is about what it refuses to store."""


@pytest.fixture(scope="module")
def nonsense() -> list[dict[str, Any]]:
    """Made by hypothesis, to be brought in one go."""
    made: list[dict[str, Any]] = []
    easy = settings(
        max_examples=HOW_MANY // AT_ONCE,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )

    @easy
    @given(st.lists(UPDATES, min_size=AT_ONCE, max_size=AT_ONCE))
    def keep(updates: list[dict[str, Any]]) -> None:
        made.extend(updates)

    keep()
    return made[:HOW_MANY]


async def test_nonsense_breaks_nothing_and_leaks_nothing(
    server: StandIn,
    start: Start,
    store: Store,
    nonsense: list[dict[str, Any]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for number in range(1, 41):
        server.person(id=number)
    updates = nonsense[:ON_POSTGRESQL] if store.engine.dialect.name == "postgresql" else nonsense
    for update in updates:
        server.push(update)
    async with start() as channel:
        await server.until_polled(within=300)
    counted = channel.counters
    assert counted.received == server.world.updates.pushed - len(server.world.updates.withheld)
    assert counted.received == counted.handled + counted.ignored + counted.quarantined
    assert counted.handled > len(updates) / 4
    assert counted.failed_turns == 0
    assert "waiting" not in states(store)
    # Presses under messages that were never ours: Lotse tries to change them, then sends anew.
    assert {v for v in server.violations if not v.endswith("message can't be edited")} == set()
    warned = {record.getMessage() for record in caplog.records if record.levelno > logging.INFO}
    assert warned == {"update put aside"}
    assert not any(CANARY in f"{record.getMessage()} {vars(record)}" for record in caplog.records)
