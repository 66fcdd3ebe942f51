"""What is sent unasked to a browser."""

import asyncio

from bot.channels.web_delivery import WebDelivery
from models import inbox
from models.delivery import State
from models.inbox import Owed
from models.store import Store
from tests.delivery.delivering import delivering, finished
from tests.delivery.queued import put, row_of, said, to


class Pages:
    """Notes which page is woken with what."""

    def __init__(self) -> None:
        self.woken: list[Owed] = []
        self.ring = asyncio.Event()

    async def send(self, owed: Owed) -> None:
        self.woken.append(owed)
        self.ring.set()


async def test_it_is_owed_to_the_page_and_the_page_is_woken(store: Store) -> None:
    pages = Pages()
    async with delivering(store, {"web": WebDelivery(pages.send)}):
        await store.write(lambda session: put(session, to("browser", channel="web")))
        await asyncio.wait_for(pages.ring.wait(), 10)
        await finished(store)
    with store.transaction() as session:
        assert inbox.owed(session, "web", "browser") == pages.woken
        assert [owed.message for owed in pages.woken] == [said("Guten Tag")]
        row = row_of(session, "browser")
    assert (row.state, row.parts_sent, row.address) == (State.SENT, 1, "")


async def test_a_page_that_is_closed_gets_it_when_it_comes_back(store: Store) -> None:
    async def nobody_there(_owed: Owed) -> None:
        raise RuntimeError("the page has gone between two frames")

    async with delivering(store, {"web": WebDelivery(nobody_there)}):
        await store.write(lambda session: put(session, to("browser", channel="web")))
        await finished(store)
    with store.transaction() as session:
        assert len(inbox.owed(session, "web", "browser")) == 1
