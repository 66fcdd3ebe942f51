"""A stand-in and a bare client for it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.standin import StandIn


class Client:
    """Calls the Bot API as a bot without any library would."""

    def __init__(self, server: StandIn, session: ClientSession) -> None:
        self.server = server
        self.session = session

    def address(self, method: str) -> str:
        """Where a method is called."""
        return f"{self.server.url}/bot{self.server.token}/{method}"

    async def ask(self, method: str, **params: Any) -> Any:
        """The whole answer to a call with a JSON body."""
        async with self.session.post(self.address(method), json=params) as response:
            return await response.json()

    async def result(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.ask(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def error(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that must be refused."""
        answer = await self.ask(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]


@pytest.fixture
async def server() -> AsyncIterator[StandIn]:
    async with StandIn(retry_delay=0.01) as running:
        yield running


@pytest.fixture
async def client(server: StandIn) -> AsyncIterator[Client]:
    async with ClientSession() as session:
        yield Client(server, session)
