"""The one cookie, and who gets past the door of the socket."""

from contextlib import AsyncExitStack

import pytest
from websockets.exceptions import InvalidStatus

from models import inbox
from models.person import PersonRow
from models.store import Store
from tests.channels.web.serving import Echo, Served, served
from tests.clock import Clock
from web.session import Cookies, address_of


async def test_there_is_one_cookie_and_it_is_strict(web: Served) -> None:
    answer = await web.http.post("/session")
    (cookie,) = answer.headers.get_list("set-cookie")
    name, *attributes = cookie.split("; ")
    assert name.startswith("lotse=")
    assert len(name) == len("lotse=") + 43  # 32 bytes
    assert set(attributes) == {"Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Strict"}


async def test_behind_https_the_cookie_is_secure(store: Store, clock: Clock, echo: Echo) -> None:
    async with served(store, clock, echo.converse, public_url="https://lotse.example") as web:
        assert "; Secure" in (await web.http.post("/session")).headers["set-cookie"]


def test_a_framed_page_has_a_jar_of_its_own() -> None:
    cookie = Cookies(secure=True, embedded=True).header("token")
    assert cookie.endswith("; Secure; SameSite=None; Partitioned")


async def test_the_token_stays_the_browsers(web: Served) -> None:
    first = (await web.http.post("/session")).cookies["lotse"]
    again = (await web.http.post("/session")).cookies["lotse"]
    other = await web.token()
    assert first == again != other


async def test_a_token_that_lotse_never_made_is_replaced(web: Served) -> None:
    answer = await web.http.post("/session", headers={"cookie": "lotse=admin"})
    assert answer.cookies["lotse"] != "admin"


async def test_only_a_posted_request_makes_a_session(web: Served) -> None:
    assert (await web.http.get("/session")).status_code == 405


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", ""])
async def test_other_sites_do_not_get_in(web: Served, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with web.page(Origin=origin):
            pass
    assert refused.value.response.status_code == 403


async def test_the_public_address_gets_in(store: Store, clock: Clock, echo: Echo) -> None:
    public_url = "https://lotse.example/"
    async with (
        served(store, clock, echo.converse, public_url=public_url) as web,
        web.page(Origin="https://lotse.example") as page,
    ):
        assert await page.says("1", "hallo")


@pytest.mark.parametrize("token", ["", "short", "x" * 44, "ä" * 43])
async def test_without_a_session_the_page_is_sent_for_one(web: Served, token: str) -> None:
    async with web.page(token, hello=False) as page:
        assert await page.closed_with() == 4401


async def test_the_database_knows_no_usable_token(web: Served, store: Store, echo: Echo) -> None:
    token = await web.token()
    async with web.page(token) as page:
        await page.says("1", "hallo")
    with store.transaction() as session:
        (owed,) = inbox.owed(session, "web")
        assert session.query(PersonRow).count() == 0  # Echo meets nobody
    assert owed.address == address_of(token)
    assert len(owed.address) == 40
    assert token not in owed.address
    assert echo.turns[0].sender.address == owed.address


async def test_five_sockets_a_browser_and_no_more(web: Served) -> None:
    token = await web.token()
    async with AsyncExitStack() as open_pages:
        for _ in range(5):
            await open_pages.enter_async_context(web.page(token, hello=False))
        async with web.page(token, hello=False) as sixth:
            assert await sixth.closed_with() == 4429
    async with web.page(token) as page:  # they are gone: there is room again
        assert await page.says("1", "hallo")


async def test_two_browsers_never_hear_each_other(web: Served) -> None:
    async with web.page() as one, web.page() as other:
        await one.says("1", "geheim")
        await other.says("1", "anderes")
    assert "geheim" not in repr(other.seen)
