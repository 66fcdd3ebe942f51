"""Deadlines for people's own calendars: `/calendar/public.ics` and secret addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from analysis import calendar
from models import account as accounts
from models import deadlines, feed, public_events
from models.base import Session
from models.deadlines import Shown
from models.feed import FIELD, Feed
from models.store import Store
from models.town import Town
from web import etag

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRIVATE = "private, no-cache"
Words = Callable[[str, str], str]
NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Calendars:
    """The feeds of a town. `words(id, language)` as in web.site.Site."""

    store: Store
    words: Words
    town: Town
    zone: ZoneInfo
    clock: Callable[[], datetime]

    def routes(self) -> list[Route]:
        """For `web.app.build`. The public one comes first: no secret is called so."""
        return [
            Route("/calendar/public.ics", self.public),
            Route("/calendar/{token:str}.ics", self.secret),
        ]

    async def public(self, request: Request) -> Response:
        """The dates that the town shows everyone."""
        tasks = _wants_tasks(request)
        content = await self.store.read(lambda session: self._public(session, tasks=tasks))
        return _answer(request, content)

    async def secret(self, request: Request) -> Response:
        """A feed with a secret address. 404 when there is none, or its owner may not read it."""
        token, tasks = request.path_params["token"], _wants_tasks(request)
        content = await self.store.read(lambda session: self._secret(session, token, tasks=tasks))
        if content is None:
            return PlainTextResponse("", NOT_FOUND)
        return _answer(request, content)

    def _public(self, session: Session, *, tasks: bool) -> bytes:
        """Deadlines, and the events that news tell of."""
        language = self.town.default_language
        deadlines_shown = deadlines.public(session, Shown(self._today(), language))
        events = public_events.occasions(session, self._events(language), self._now())
        made = calendar.Feed(
            self.words("calendar.public", language), self.town.host, self.zone, tasks, alarms=False
        )
        return calendar.written(made, deadlines_shown, events)

    def _events(self, language: str) -> public_events.Shown:
        withdrawn = self.words("newspage.withdrawn_event", language)
        return public_events.Shown(language, f"{self.town.address}/news/", withdrawn)

    def _secret(self, session: Session, token: str, *, tasks: bool) -> bytes | None:
        found = feed.find(session, token)
        account = accounts.find(session, found.account_id) if found else None
        if found is None or account is None:
            return None
        shown = Shown(self._today(), account.language, f"{self.town.address}/?start=measure_")
        content = deadlines.readable(session, found, account, shown)
        if content is None:
            return None
        name = self._name(session, found, account.language)
        return calendar.written(calendar.Feed(name, self.town.host, self.zone, tasks), content)

    def _name(self, session: Session, found: Feed, language: str) -> str:
        if found.what != FIELD:
            return self.words("calendar.mine", language)
        field = deadlines.field_names(session, language).get(found.code, found.code)
        return f"{self.words('calendar.field', language)}: {field}"

    def _today(self) -> date:
        return self._now().date()

    def _now(self) -> datetime:
        return self.clock().astimezone(self.zone)


def _wants_tasks(request: Request) -> bool:
    return request.query_params.get("tasks") == "1"


def _answer(request: Request, content: bytes) -> Response:
    return etag.answer(request, content, MEDIA_TYPE, {"cache-control": PRIVATE})
