"""Whatever comes over the socket: an answer, never an exception, and nothing of it in the log."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.web_frames import Hello, Kept, MalformedFrame, Seen, parse, turn_of
from models.store import Store
from tests.channels.web.serving import Echo, Served, served
from tests.clock import MONDAY_MORNING, Clock

NASTY = (
    "<b>",
    "'; DROP TABLE person;--",
    "\u202e\u200b\u2066",
    "\0",
    "𐏿",
    "{x}",
    "%s",
    "/",
    "a" * 5000,
)
WORDS = st.one_of(st.text(), st.sampled_from(NASTY))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["id", "say", "press", "fill", "values", "on", "start", "seen", "hello", "lang"]
)
FRAMES = st.dictionaries(NAMES | WORDS, VALUES, max_size=4).map(json.dumps)
LIKELY = st.builds(
    lambda id, text, name: json.dumps({"id": id, name: text}),
    st.from_regex(r"[A-Za-z0-9_-]{1,32}", fullmatch=True),
    WORDS,
    st.sampled_from(["say", "press", "start"]),
)
FILLED = st.builds(
    lambda fill, values: json.dumps({"id": "1", "fill": fill, "values": values}),
    WORDS,
    st.dictionaries(WORDS, st.lists(WORDS, max_size=3), max_size=3) | VALUES,
)

MALFORMED = [
    '{"id": "1", "fill": "x"}',
    '{"id": "1", "values": {}}',
    '{"fill": "x", "values": {}}',
    '{"id": "1", "fill": "x", "values": {"a": "b"}}',
    '{"id": "1", "fill": "x", "values": {"a": [1]}}',
    '{"id": "1", "fill": "x", "values": {"a": null}}',
    '{"id": "1", "fill": "x", "values": [["a", "b"]]}',
    '{"id": "1", "fill": "x", "values": {"a": [["b"]]}}',
    '{"id": "1", "fill": "x", "press": "x", "values": {}}',
    '{"id": "1", "fill": "x", "values": {}, "on": "?"}',
    json.dumps({"id": "1", "fill": "x" * 65, "values": {}}),
    json.dumps({"id": "1", "fill": "x", "values": {"n" * 401: []}}),
    json.dumps({"id": "1", "fill": "x", "values": {"n": ["v" * 4001]}}),
    json.dumps({"id": "1", "fill": "x", "values": {"n": ["v"] * 1001}}),
    json.dumps({"id": "1", "fill": "x", "values": {str(n): [] for n in range(101)}}),
    "",
    "null",
    "[]",
    "{}",
    '"say"',
    "{'id': 1}",
    '{"id": "1"}',
    '{"say": "no id"}',
    '{"id": "", "say": "x"}',
    '{"id": "a b", "say": "x"}',
    '{"id": "a\\n", "say": "x"}',
    '{"id": "1", "say": 5}',
    '{"id": "1", "say": null}',
    '{"id": "1", "say": "x", "press": "y"}',
    '{"id": "1", "press": "' + "x" * 65 + '"}',
    '{"id": "1", "press": "x", "on": "-1"}',
    '{"id": "1", "press": "x", "on": "12345678901234567890"}',
    '{"id": "1", "start": "../etc"}',
    '{"seen": -1}',
    '{"seen": 1.5}',
    '{"seen": true}',
    '{"seen": ' + "9" * 5000 + "}",
    '{"hello": 2}',
    '{"hello": 1, "lang": "de; DROP"}',
    '{"id": "1", "say": "\\ud800"}',
    "[" * 10_000,
    "\ufeff{}",
    "NaN",
]


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    """All that is logged meanwhile."""
    lines: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    keeper = Keeper(logging.DEBUG)
    logging.getLogger().addHandler(keeper)
    try:
        yield lines
    finally:
        logging.getLogger().removeHandler(keeper)


@pytest.mark.parametrize("frame", MALFORMED)
def test_what_no_page_sends_is_malformed(frame: str) -> None:
    with pytest.raises(MalformedFrame) as refused:
        parse(frame)
    assert str(refused.value) == ""


async def test_malformed_frames_are_answered_counted_and_survived(web: Served) -> None:
    async with web.page() as page:
        for frame in MALFORMED:
            await page.socket.send(frame)
            assert await page.hears() == {"error": "malformed"}
        await page.socket.send(b"\x00\xff\xfe")
        assert await page.hears() == {"error": "malformed"}
        assert await page.says("0001", "hallo")
    assert web.channel.counted()["web_malformed_total"] == len(MALFORMED) + 1


async def test_a_second_hello_is_malformed(web: Served) -> None:
    async with web.page() as page:
        await page.send(hello=1)
        assert await page.hears() == {"error": "malformed"}


async def test_who_sends_nothing_else_is_let_go(web: Served) -> None:
    async with web.page() as page:
        for _ in range(101):
            await page.socket.send("?")
        assert await page.closed_with() == 1008


async def test_a_frame_over_16_kb_closes_the_socket(web: Served) -> None:
    async with web.page() as page:
        await page.send(id="0001", say="x" * 17_000)
        assert await page.closed_with() == 1009


async def test_nothing_of_what_was_typed_is_logged(web: Served, echo: Echo) -> None:
    with everything_logged() as lines:
        async with web.page() as page:
            await page.says("0001", "GEHEIM-1")
            await page.socket.send('{"say": "GEHEIM-2"}')
            await page.hears()
        await web.http.post("/", data={"q": "GEHEIM-3"})
    logged = "\n".join(lines)
    assert "GEHEIM" not in logged
    assert "127.0.0.1:" not in logged
    assert echo.turns[0].sender.address not in logged


async def test_a_fault_is_logged_without_what_was_typed(store: Store) -> None:
    async def broken(turn: object) -> None:
        raise ValueError(turn)

    with everything_logged() as lines:
        async with served(store, Clock(), broken) as web, web.page() as page:
            await page.send(id="0001", say="GEHEIM")
            await page.hears_until("error")
    assert "a turn was put aside" in lines
    assert "GEHEIM" not in "\n".join(lines)


@given(FRAMES | LIKELY | FILLED | st.text() | st.binary())
@settings(max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
def test_any_frame_is_a_frame_or_malformed(raw: str | bytes) -> None:
    try:
        frame = parse(raw)
    except MalformedFrame:
        return
    if isinstance(frame, Seen | Hello):
        return
    kept = Kept(address="a" * 40, hint="", at=MONDAY_MORNING, deed=frame)
    again = Kept.model_validate_json(kept.model_dump_json())
    turn = turn_of(again)
    assert again == kept
    assert len(turn.id) <= 64
    assert "\0" not in repr(turn.did).replace("\\x00", "\0")
