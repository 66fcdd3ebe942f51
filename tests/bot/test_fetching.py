"""Fetching a region of Integreat: from a good server, and from all kinds of bad ones."""

import json
from collections.abc import AsyncIterator
from ipaddress import ip_address
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetching import Fetcher, Limits, Unfetched
from bot.integreat import Asked, fetch_region
from bot.public_networks import is_public
from models.imports.integreat import read_integreat
from tests.bot import integreat_server
from tests.bot.integreat_server import SAVED, Handler, Server, moved, once, status

QUICK = Limits(connect=5, silent=0.2, total=5, largest=1_000_000, pause=0)
HASTY = Limits(connect=5, silent=5, total=0.2, largest=1_000_000, pause=0)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Server]:
    async with integreat_server.running() as running:
        yield running


async def fetch(server: Server, folder: Path, limits: Limits = QUICK, *languages: str) -> list[int]:
    """Fetch the region; how far it said it was."""
    said: list[int] = []
    asked = Asked(server.url, "mittelstadt", languages, trial=True)
    await fetch_region(asked, folder, lambda done, _: said.append(done), limits)
    return said


def names(folder: Path) -> set[str]:
    """What is in a folder."""
    return {path.name for path in folder.iterdir()}


async def refused(server: Server, folder: Path, limits: Limits = QUICK) -> str:
    """What is said when the region does not come."""
    with pytest.raises(Unfetched) as error:
        await fetch(server, folder, limits)
    return str(error.value)


async def test_a_region_is_saved_as_it_would_be_by_hand(server: Server, tmp_path: Path) -> None:
    said = await fetch(server, tmp_path)

    zone = ZoneInfo("Europe/Berlin")
    assert said == list(range(1, 10))
    assert read_integreat(tmp_path, (), zone).offers == read_integreat(SAVED, (), zone).offers


async def test_requests_of_a_trial_are_not_to_be_counted(server: Server, tmp_path: Path) -> None:
    await fetch(server, tmp_path)

    assert server.trials == server.asked
    assert "/api/v3/mittelstadt/de/events/?combine_recurring=True" in server.asked


async def test_only_languages_that_are_asked_for_are_fetched(
    server: Server, tmp_path: Path
) -> None:
    await fetch(server, tmp_path, QUICK, "ar")

    assert names(tmp_path) == {"de", "ar", "region.json"}


async def test_the_address_may_name_the_api(server: Server, tmp_path: Path) -> None:
    server.url += "/api/v3/"

    assert await fetch(server, tmp_path)


async def test_a_packed_answer_is_unpacked(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = integreat_server.packed
    await fetch(server, tmp_path)

    assert json.loads((tmp_path / "de/pages.json").read_bytes())


async def test_a_region_that_is_not_there_is_told_as_the_server_says_it(
    server: Server, tmp_path: Path
) -> None:
    with pytest.raises(Unfetched, match=r"404, “Region not found”"):
        await fetch_region(Asked(server.url, "nowhere"), tmp_path, lambda *_: None, QUICK)


async def test_a_server_in_trouble_is_asked_twice_more(server: Server, tmp_path: Path) -> None:
    server.instead["de/locations/"] = status(503)

    assert "in trouble (503)" in await refused(server, tmp_path)
    assert server.times("de/locations/") == 3


@pytest.mark.parametrize("trouble", [status(500), status(502, "<html>")])
async def test_trouble_that_passes_is_no_trouble(
    server: Server, tmp_path: Path, trouble: Handler
) -> None:
    server.instead["en/pages/"] = once(trouble)

    assert await fetch(server, tmp_path)
    assert server.times("en/pages/") == 2


async def test_what_is_refused_for_good_is_asked_for_once(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = status(403)

    assert "403" in await refused(server, tmp_path)
    assert server.times("de/pages/") == 1


async def test_a_server_that_says_nothing_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = server.stuck

    assert "no answer in time" in await refused(server, tmp_path)
    assert server.times("de/pages/") == 3


async def test_an_answer_that_stops_half_way_is_not_waited_for(
    server: Server, tmp_path: Path
) -> None:
    server.instead["de/pages/"] = server.dripping

    assert "no answer in time" in await refused(server, tmp_path, HASTY)


async def test_an_endless_answer_ends(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = server.endless

    assert "larger than" in await refused(server, tmp_path)


async def test_what_is_small_only_as_it_comes_is_too_large(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = integreat_server.bomb

    assert "larger than" in await refused(server, tmp_path)


@pytest.mark.parametrize("way", [integreat_server.truncated, integreat_server.half_packed])
async def test_half_an_answer_is_none(server: Server, tmp_path: Path, way: Handler) -> None:
    server.instead["de/pages/"] = way

    assert "broke off" in await refused(server, tmp_path)
    assert not (tmp_path / "de/pages.json").exists()


@pytest.mark.parametrize(
    "body", ["<html>", "{}", "[]", '[{"code": "en"}]', '[{"code": "../de"}]', "[" * 100_000]
)
async def test_without_a_list_of_languages_with_german_nothing_is_fetched(
    server: Server, tmp_path: Path, body: str
) -> None:
    server.instead["languages/"] = status(200, body)

    assert "languages/: " in await refused(server, tmp_path)
    assert names(tmp_path) == set()


async def test_a_server_may_have_moved(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = moved("/api/v3/mittelstadt/en/pages/")
    await fetch(server, tmp_path)

    assert (tmp_path / "de/pages.json").read_bytes() == (SAVED / "en/pages.json").read_bytes()


async def test_a_server_that_moves_in_a_circle_is_left(server: Server, tmp_path: Path) -> None:
    server.instead["de/pages/"] = moved("/api/v3/mittelstadt/de/pages/")

    assert "too often" in await refused(server, tmp_path)
    assert server.times("de/pages/") == 4


@pytest.mark.parametrize(
    "inward",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:192.168.0.1]/",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
    ],
)
async def test_nobody_leads_into_a_private_network(
    server: Server, tmp_path: Path, inward: str
) -> None:
    server.instead["de/pages/"] = moved(inward)

    assert "not public" in await refused(server, tmp_path)


@pytest.mark.parametrize("elsewhere", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher:x"])
async def test_only_the_web_is_fetched(server: Server, tmp_path: Path, elsewhere: str) -> None:
    server.instead["de/pages/"] = moved(elsewhere)

    assert "only http and https" in await refused(server, tmp_path)


class Names(AbstractResolver):
    """Knows one address for every name."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=self._address, port=port, family=2, proto=0, flags=0)
        ]

    async def close(self) -> None: ...


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.1.1"])
async def test_a_public_name_with_a_private_address_is_not_connected_to(
    server: Server, address: str
) -> None:
    url = server.url.replace("127.0.0.1", "town.example")
    async with Fetcher(url, QUICK, {}, Names(address)) as fetcher:
        with pytest.raises(Unfetched, match="not public"):
            await fetcher.get(f"{url}/api/v3/mittelstadt/languages/")

    assert server.asked == []


async def test_an_address_written_as_a_number_is_looked_at_too(server: Server) -> None:
    port = server.url.rpartition(":")[2]
    async with Fetcher("https://town.example", QUICK, {}) as fetcher:
        for host in ("2130706433", "127.1", "0x7f000001", "localhost", "[::1]"):
            with pytest.raises(Unfetched):
                await fetcher.get(f"http://{host}:{port}/api/v3/mittelstadt/languages/")

    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
    ],
)
def test_the_public_internet_is_known(address: str, *, public: bool) -> None:
    assert is_public(ip_address(address)) is public
