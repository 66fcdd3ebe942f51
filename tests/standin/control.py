"""A small JSON interface for a stand-in that runs as a process of its own.

`POST /_push` (a list of updates) returns their ids; `POST /_say` `{"id", "text"}` and `POST
/_press` `{"id", "data"}` do as a person would; `GET /_calls?since=N&until=M` returns `{"next",
"calls"}`, all new ones without `until`; `GET /_screen?id=N` what that person sees; `GET /_state`
counts; `POST /_flood` `{"per_second": N}` answers 429 to more messages than that in any second.
"""

import json
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.standin.listener import json_answer
from tests.standin.people import Person
from tests.standin.server import StandIn

Json = dict[str, Any]


class Controlled(StandIn):
    """A stand-in that can also be driven over HTTP."""

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """Answers control requests, and everything else as Telegram would."""
        control = CONTROLS.get(request.path)
        if control is None:
            return await super().handle(request)
        try:
            given = json.loads(await request.read()) if request.can_read_body else {}
            return json_answer(await control(self, given or dict(request.query)))
        except (KeyError, TypeError, ValueError) as error:
            return json_answer({"error": f"{type(error).__name__}: {error}"}, 400)


async def push(server: Controlled, updates: list[Json]) -> list[int]:
    return [server.push(update) for update in updates]


async def say(server: Controlled, given: Json) -> int:
    return await _person(server, given).says(given["text"])


async def press(server: Controlled, given: Json) -> int:
    return await _person(server, given).presses_data(given["data"])


async def screen(server: Controlled, given: Json) -> list[Json]:
    return [message.raw for message in _person(server, given).screen]


async def calls(server: Controlled, given: Json) -> Json:
    new = server.calls[int(given.get("since", 0)) : int(given.get("until", len(server.calls)))]
    return {"next": len(server.calls), "calls": [call.as_json() for call in new]}


async def state(server: Controlled, given: Json) -> Json:
    updates = server.world.updates
    return {
        "pushed": updates.pushed,
        "pending": len(updates.pending),
        "calls": Counter(call.method for call in server.calls),
        "violations": server.violations,
    }


async def flood(server: Controlled, given: Json) -> None:
    server.faults.flood(given["per_second"])


def _person(server: Controlled, given: Json) -> Person:
    return server.person(int(given["id"]), language_code=given.get("language_code"))


CONTROLS: dict[str, Callable[[Controlled, Any], Awaitable[Any]]] = {
    "/_push": push,
    "/_say": say,
    "/_press": press,
    "/_screen": screen,
    "/_calls": calls,
    "/_state": state,
    "/_flood": flood,
}
