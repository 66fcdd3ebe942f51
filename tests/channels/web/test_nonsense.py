"""Ten thousand frames that make no sense, through the whole house: nothing breaks or leaks."""

import asyncio
import json
import logging
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.message import MESSAGE
from models.inbox import InboxRow
from models.store import Store
from tests.channels.web.serving import Frame, Served, served
from tests.clock import Clock
from tests.talking import conversation_in

HOW_MANY, PAGES, AT_ONCE = 10_000, 20, 10
ON_POSTGRESQL = 2_500
"""Sense is not made in the database: there it is about what it refuses to store."""
CANARY = "kanarie"
NASTY = (
    f"<img src=x onerror={CANARY}()>",
    f"'; DROP TABLE person; -- {CANARY}",
    "\u202eعكس\u2066\u200b",
    "9" * 400,
    f"/language {CANARY * 40}",
    "/delete",
    "{count} %s ${x}",
    "🏳️‍🌈" * 50,
    "Es brennt 🔥 wo lerne ich Deutsch",
    f"{CANARY}\0",
)
TEXTS = st.one_of(st.text(max_size=300), st.sampled_from(NASTY))
PRESSES = st.sampled_from(
    ["lang:de", "lang:ar", "open:topics", "open:privacy", "forget:1", "langs:8", "offer:1"]
) | st.builds("{}:{}".format, st.sampled_from(["offer", "more", "topic", "lang"]), TEXTS)
DEEDS = st.one_of(
    st.fixed_dictionaries({"say": TEXTS}),
    st.fixed_dictionaries({"press": PRESSES, "on": st.sampled_from(["", "1", "77"])}),
    st.fixed_dictionaries({"start": st.sampled_from(["", "offer_1", "offer_999", "x"])}),
)
VALUES = TEXTS | st.integers() | st.floats() | st.none() | st.lists(st.integers(), max_size=2)
RUBBISH = st.dictionaries(st.sampled_from(["id", "say", "press", "seen", "hello"]) | TEXTS, VALUES)


class Hasty(Clock):
    """Two seconds pass whenever somebody looks at it, so that nobody is too fast."""

    def __call__(self) -> datetime:
        self.later(timedelta(seconds=2))
        return super().__call__()


@pytest.fixture(scope="module")
def nonsense() -> list[str]:
    """Made by hypothesis, to be sent in one go."""
    made: list[str] = []

    @settings(
        max_examples=HOW_MANY // AT_ONCE,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.lists(DEEDS | RUBBISH, min_size=AT_ONCE, max_size=AT_ONCE))
    def keep(frames: list[dict[str, object]]) -> None:
        for frame in frames:
            deed = frame.keys() <= {"say", "press", "on", "start"}
            made.append(json.dumps({"id": f"{len(made):09}", **frame} if deed else frame))

    keep()
    return made[:HOW_MANY]


async def bring(web: Served, frames: list[str]) -> list[Frame]:
    """Send frames, many in one go, and hear everything that comes back."""
    async with web.page() as page:
        for start in range(0, len(frames), AT_ONCE):
            for frame in frames[start : start + AT_ONCE]:
                await page.socket.send(frame)
            last = f"last-{start}"
            await page.send(id=last, say="danke")
            while not page.seen or page.seen[-1] != {"done": last}:
                await page.hears()
            await page.send(seen=max(frame.get("seq", 1) for frame in page.seen))
    return page.seen


async def test_nonsense_breaks_nothing_and_leaks_nothing(
    town: Store, nonsense: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    frames = nonsense[:ON_POSTGRESQL] if town.engine.dialect.name == "postgresql" else nonsense
    clock = Hasty()
    async with served(town, clock, conversation_in(town, clock).converse) as web:
        async with asyncio.TaskGroup() as crowd:
            pages = [crowd.create_task(bring(web, frames[n::PAGES])) for n in range(PAGES)]
        counted = web.channel.counted()
    heard = [frame for page in pages for frame in page.result()]
    assert sum("taken" in frame for frame in heard) > len(frames) / 2
    assert {frame["error"] for frame in heard if "error" in frame} == {"malformed"}
    assert counted["web_malformed_total"] == sum("error" in frame for frame in heard)
    assert counted["web_limited_total"] == 0
    for frame in heard:
        if "message" in frame:
            MESSAGE.validate_json(json.dumps(frame["message"]))
    with town.transaction() as session:
        left = select(func.count()).where(InboxRow.state != "handled")
        assert session.scalar(left) == 0
    assert [r.getMessage() for r in caplog.records if r.levelno > logging.INFO] == []
    assert not any(CANARY in f"{r.getMessage()} {vars(r)}" for r in caplog.records)
