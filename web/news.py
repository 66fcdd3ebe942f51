"""`/news`: what is new in the town, for everybody, in every language, without an account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from analysis.occasions import alone
from models import public_events, public_news
from models.base import Session
from models.language import direction, native_name
from models.public_events import Coming
from models.public_news import Key, PublicNews
from web import calendar, news_view
from web.newspaper import Newspaper
from web.site import environment
from web.words import chat_words, preferred

PAGE = 10
EVENTS = 8
DEEPEST = 1000
FRESH = {"cache-control": "no-cache", "vary": "Accept-Language"}
"""What was withdrawn is gone from the next look on."""
WORDS = (
    *("news", "about", "events", "none", "newer", "older", "read_on", "all", "urgent"),
    *("calendar", "all_events", "feeds", "languages", "subscribe", "gone", "gone_why"),
)


@dataclass(frozen=True, slots=True)
class _Found:
    news: PublicNews
    keys: list[Key]
    languages: list[str]
    events: list[Coming]


class NewsPages:
    """The pages, and the file of an event for one's own calendar."""

    def __init__(self, paper: Newspaper) -> None:
        self.paper = paper
        self.templates = environment()

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [
            Route("/news", self.listed),
            Route("/news/{id:int}.ics", self.event),
            Route("/news/{id:int}", self.one),
        ]

    async def listed(self, request: Request) -> Response:
        """A page of news, the newest first; before the first one the events to come."""
        language, number = self._language(request), _number(request)
        news = partial(public_news.page, language=language, most=PAGE + 1, skip=(number - 1) * PAGE)
        found = await self.paper.store.read(news)
        coming = await self._coming(language) if number == 1 else []
        names = {
            "news": [news_view.shown(one, language, self.paper) for one in found[:PAGE]],
            "events": [news_view.coming(one, language, self.paper) for one in coming],
            "newer": number - 1,
            "older": number + 1 if len(found) > PAGE else 0,
            "others": self._tongues(language, self.paper.town.default_first),
            "here": "/news",
        }
        return self._html("news.html", language, names)

    async def one(self, request: Request) -> Response:
        """One of them. 404 with a kind word when it is no more."""
        language = self._language(request)
        found = await self._find(request, language)
        if found is None:
            return self.gone(request)
        names = {
            "one": news_view.shown(found.news, language, self.paper),
            "event": self._event(found, language),
            "keys": [news_view.key(key, found.news, language, self.paper) for key in found.keys],
            "others": self._tongues(language, found.languages),
            "here": f"/news/{found.news.news.id}",
        }
        return self._html("news_one.html", language, names)

    async def event(self, request: Request) -> Response:
        """The next time that it takes place, as a file for a calendar."""
        language = self._language(request)
        found = await self._find(request, language)
        if found is None or not found.events:
            return self.gone(request)
        shown = public_events.Shown(language, f"{self.paper.town.address}/news/", "")
        file = alone(
            public_events.occasion(found.events[0], shown), self.paper.town.host, self.paper.zone
        )
        headers = {"content-disposition": f'attachment; filename="{found.events[0].name}.ics"'}
        return Response(file, 200, FRESH | headers, calendar.MEDIA_TYPE)

    def gone(self, request: Request) -> Response:
        """There is nothing here, or no more."""
        return self._html("news_gone.html", self._language(request), {}, 404)

    async def _find(self, request: Request, language: str) -> _Found | None:
        id, now = request.path_params["id"], self.paper.now()

        def query(session: Session) -> _Found | None:
            one = public_news.find(session, id, language)
            if one is None:
                return None
            events = public_events.of(one, now)
            keys = public_news.keys(session, id)
            return _Found(one, keys, public_news.languages(session, id), events)

        return await self.paper.store.read(query) if id <= 2**31 - 1 else None

    async def _coming(self, language: str) -> list[Coming]:
        query = partial(public_events.coming, language=language, now=self.paper.now())
        return (await self.paper.store.read(query))[:EVENTS]

    def _event(self, found: _Found, language: str) -> Mapping[str, Any] | None:
        ahead = next((one.event for one in found.events), None)
        event = ahead or found.news.news.event
        if event is None:
            return None
        return {"is_ahead": ahead is not None, **news_view.event(event, language, self.paper)}

    def _tongues(self, language: str, codes: Any) -> list[tuple[str, str]]:
        shown = self.paper.town.languages
        return [(code, native_name(code)) for code in codes if code != language and code in shown]

    def _language(self, request: Request) -> str:
        wanted = request.query_params.get("lang", "")
        return preferred(request, wanted, self.paper.town.default_first)

    def _html(
        self, template: str, language: str, names: Mapping[str, Any], status: int = 200
    ) -> Response:
        paper = self.paper
        shared = {
            "lang": language,
            "dir": direction(language),
            "words": chat_words(paper.words, language),
            "say": {name: paper.words(f"newspage.{name}", language) for name in WORDS},
            "title": paper.words("newspage.title", language),
            "back": paper.words("web.back", language),
        }
        html = self.templates.get_template(template).render(**shared, **names)
        return HTMLResponse(html, status, FRESH)


def _number(request: Request) -> int:
    """Which page is asked for, from 1 on; whatever is none is the first."""
    asked = request.query_params.get("page", "1")
    plain = asked.isascii() and asked.isdecimal() and len(asked) < 6
    return min(max(int(asked), 1), DEEPEST) if plain else 1
