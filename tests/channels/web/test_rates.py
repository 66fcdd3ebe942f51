"""How fast a browser and a network may be, and how little is remembered of either."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.store import Store
from tests.channels.web.serving import Echo, Served, served, texts
from tests.clock import Clock
from web.limits import Buckets, network


async def test_ten_at_once_then_one_a_second(web: Served, clock: Clock) -> None:
    async with web.page() as page:
        for n in range(10):
            await page.says(f"{n:04}", str(n))
        await page.send(id="0010", say="zu schnell")
        assert await page.hears() == {"wait": 1.0, "id": "0010"}
        clock.later(timedelta(seconds=1))
        assert texts(await page.says("0010", "jetzt")) == ["jetzt!"]
        await page.send(id="0011", say="zu schnell")
        assert (await page.hears())["wait"] == 1.0


async def test_a_network_is_slowed_down_long_after_a_browser(web: Served) -> None:
    answered = 0
    for _ in range(8):
        async with web.page() as page:
            for n in range(9):
                await page.send(id=f"{n:04}", say="x")
                first = await page.hears()
                answered += "taken" in first
                if "taken" in first:
                    await page.hears_until("done")
    assert answered == 60


async def test_who_never_listens_is_let_go(web: Served) -> None:
    async with web.page() as page:
        for n in range(112):
            await page.send(id=f"{n:04}", say="x")
        assert await page.closed_with() == 1008
    assert web.channel.counted()["web_limited_total"] > 100


async def test_who_never_says_what_she_saw_is_let_go(web: Served, clock: Clock) -> None:
    async with web.page() as page:
        for n in range(101):
            clock.later(timedelta(seconds=1))
            await page.says(f"{n:04}", "x")
        await page.send(id="9999", say="x")
        assert await page.closed_with() == 1008


async def test_a_waiting_frame_was_not_taken_in(web: Served, clock: Clock) -> None:
    """The same frame, refused once, is answered once when it comes again."""
    async with web.page() as page:
        for n in range(10):
            await page.says(f"{n:04}", str(n))
        await page.send(id="0010", say="hallo")
        await page.hears()
        clock.later(timedelta(seconds=5))
        assert texts(await page.says("0010", "hallo")) == ["hallo!"]


@pytest.mark.parametrize(
    ("proxies", "believed"),
    [("", "127.0.0.1"), ("127.0.0.1", "192.0.2.7"), ("10.0.0.0/8", "127.0.0.1")],
)
async def test_only_the_towns_own_proxy_is_believed(
    store: Store, clock: Clock, echo: Echo, proxies: str, believed: str
) -> None:
    asked: list[str] = []

    def wait(network: str) -> float:
        asked.append(network)
        return 0.0

    async with served(store, clock, echo.converse, wait=wait, proxies=proxies) as web:
        forwarded = {"x-forwarded-for": "192.0.2.7"}
        await web.http.post("/", data={"q": "hallo"}, headers=forwarded)
    assert asked == [believed]


def test_a_bucket_fills_again() -> None:
    buckets = Buckets(rate=2.0, burst=3)
    assert [buckets.take("a", 0.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    assert buckets.take("b", 0.0) == 0.0
    assert buckets.take("a", 0.5) == 0.0
    assert [buckets.take("a", 100.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_the_clock_may_go_back() -> None:
    buckets = Buckets(rate=1.0, burst=1)
    assert buckets.take("a", 100.0) == 0.0
    assert buckets.take("a", 50.0) == 1.0


@given(st.lists(st.text(max_size=3), max_size=60))
def test_only_so_many_are_remembered(keys: list[str]) -> None:
    buckets = Buckets(rate=1.0, burst=1, size=5)
    for key in keys:
        buckets.take(key, 0.0)
    assert len(buckets) <= 5


@given(st.lists(st.floats(0, 3), min_size=1, max_size=100))
def test_never_more_than_burst_and_rate_allow(pauses: list[float]) -> None:
    buckets, now, taken = Buckets(rate=1.0, burst=5), 0.0, 0
    for pause in pauses:
        now += pause
        taken += buckets.take("a", now) == 0.0
    assert taken <= 5 + now + 1e-6


@given(st.lists(st.floats(0, 3), min_size=1, max_size=100))
def test_who_waits_as_long_as_told_is_let_through(pauses: list[float]) -> None:
    buckets, now = Buckets(rate=1.0, burst=2), 0.0
    for pause in pauses:
        now += pause
        if wait := buckets.take("a", now):
            now += wait + 1e-9
            assert buckets.take("a", now) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "192.0.2.1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
    ],
)
def test_who_counts_together(one: str, other: str, same: bool) -> None:
    assert (network(one) == network(other)) is same
