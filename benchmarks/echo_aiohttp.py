"""`python -m benchmarks.echo_aiohttp URL TOKEN`: the least that an echo bot can be."""

import asyncio
import json
import sys
from typing import Any

from aiohttp import ClientSession

AT_ONCE = 100


class Echo:
    """getUpdates in a loop, and a task for each update."""

    def __init__(self, session: ClientSession, base: str) -> None:
        self._session = session
        self._base = base
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def run(self) -> None:
        """Polls until it is terminated."""
        offset = 0
        async with asyncio.TaskGroup() as tasks:
            while True:
                updates = await self._call("getUpdates", offset=offset, timeout=50)
                for update in updates:
                    tasks.create_task(self._echo(update))
                    offset = update["update_id"] + 1

    async def _echo(self, update: dict[str, Any]) -> None:
        query = update.get("callback_query")
        message = query["message"] if query else update["message"]
        async with self._slots:
            if query:
                await self._call("answerCallbackQuery", callback_query_id=query["id"])
            text = query["data"] if query else message["text"]
            await self._call("sendMessage", chat_id=message["chat"]["id"], text=text)

    async def _call(self, method: str, **params: Any) -> Any:
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            return json.loads(await response.read())["result"]


async def main(url: str, token: str) -> None:
    """One session, one loop."""
    async with ClientSession() as session:
        await Echo(session, f"{url}/bot{token}").run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
