"""Pages come and go, and so does Lotse: what was confirmed is answered, what is owed arrives."""

from datetime import timedelta

from sqlalchemy.exc import OperationalError

from models import inbox
from models.base import Session
from models.store import Store
from models.turn import Said, Turn
from tests.channels.web.serving import Echo, Served, answered, served, texts
from tests.clock import Clock
from web.session import address_of

OUT_OF_ORDER = OperationalError("", None, Exception())


async def owe(store: Store, token: str, message: bytes) -> inbox.Owed:
    """Lotse owes a message to this browser."""
    to = ("web", address_of(token))
    return await store.write(lambda session: inbox.owe(session, to, message))


async def test_the_last_page_to_say_hello_is_the_live_one(web: Served) -> None:
    token = await web.token()
    async with web.page(token) as older:
        await older.says("0001", "hallo")
        async with web.page(token) as newer:
            assert await older.closed_with() == 4409
            assert texts(await newer.says("0002", "hier")) == ["hallo!", "hier!"]


async def test_what_an_earlier_run_left_is_answered(store: Store, clock: Clock, echo: Echo) -> None:
    """Stored and confirmed, then the power went."""

    async def dead(turn: Turn) -> inbox.Owed | None:
        raise OUT_OF_ORDER

    async with served(store, clock, dead) as web:
        token = await web.token()
        async with web.page(token) as page:
            await page.send(id="0001", say="hallo")
            assert await page.closed_with() == 1013
    async with served(store, clock, echo.converse) as web, web.page(token) as page:
        assert texts(await page.hears_until("seq")) == ["hallo!"]


async def test_after_a_fault_the_next_hello_brings_the_answer(store: Store, clock: Clock) -> None:
    echo, faults = Echo(store), [OUT_OF_ORDER]

    async def flaky(turn: Turn) -> inbox.Owed | None:
        if faults:
            raise faults.pop()
        return await echo.converse(turn)

    async with served(store, clock, flaky) as web:
        token = await web.token()
        async with web.page(token) as page:
            await page.send(id="0001", say="hallo")
            assert await page.closed_with() == 1013
        async with web.page(token) as page:
            assert texts(await page.hears_until("seq")) == ["hallo!"]


async def test_a_turn_that_never_can_be_answered_stands_in_nobodys_way(
    store: Store, clock: Clock
) -> None:
    echo = Echo(store)

    async def partly(turn: Turn) -> inbox.Owed | None:
        if turn.did == Said("gift"):
            raise KeyError(turn)
        return await echo.converse(turn)

    async with served(store, clock, partly) as web:
        token = await web.token()
        async with web.page(token) as page:
            await page.send(id="0001", say="gift")
            assert await page.hears_until("error") == [
                {"taken": "0001"},
                {"error": "failed", "id": "0001"},
            ]
            assert texts(await page.says("0002", "hallo")) == ["hallo!"]
        async with web.page(token) as page:
            assert texts([await page.hears()]) == ["hallo!"]
    with store.transaction() as session:
        assert quarantined(session) == 1


async def test_what_cannot_be_read_in_the_inbox_is_put_aside(
    store: Store, clock: Clock, echo: Echo
) -> None:
    with store.transaction() as session:
        inbox.take_in(session, "web", clock().date(), [("a:1", b"{}")])
    async with served(store, clock, echo.converse) as web, web.page() as page:
        await page.says("0001", "hallo")
    with store.transaction() as session:
        assert quarantined(session) == 1


async def test_what_lotse_sends_by_itself_arrives_at_once(web: Served, store: Store) -> None:
    token = await web.token()
    message = await answered("Neuigkeit", "de")
    async with web.page(token) as page:
        await page.says("0001", "hallo")
        await web.channel.send(await owe(store, token, message))
        assert texts([await page.hears()]) == ["Neuigkeit"]


async def test_what_is_sent_to_nobody_waits(web: Served, store: Store) -> None:
    token = await web.token()
    message = await answered("Neuigkeit", "de")
    await web.channel.send(await owe(store, token, message))
    async with web.page(token) as page:
        assert texts([await page.hears()]) == ["Neuigkeit"]


async def test_stopping_lets_the_page_come_back(store: Store, clock: Clock, echo: Echo) -> None:
    async with served(store, clock, echo.converse) as web:
        token = await web.token()
        async with web.page(token) as page:
            await page.says("0001", "hallo")
            await web.channel.stop()
            assert await page.closed_with() == 1012
    clock.later(timedelta(seconds=1))
    async with served(store, clock, echo.converse) as web, web.page(token) as page:
        assert texts([await page.hears()]) == ["hallo!"]


def quarantined(session: Session) -> int:
    """How many turns lie aside."""
    table = inbox.INBOX
    return len(session.execute(table.select().where(table.c.state == "quarantined")).all())
