"""News as feeds: `/news/feed.LANGUAGE.atom` and `.rss`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analysis.feeds.atom import MEDIA_TYPE as ATOM
from analysis.feeds.atom import atom
from analysis.feeds.entry import Entry, Feed, Picture
from analysis.feeds.rss import MEDIA_TYPE as RSS
from analysis.feeds.rss import rss
from models import event_words, news_reply, public_news
from models.language import direction
from models.public_news import PublicNews
from web import etag
from web.newspaper import Newspaper

FORMATS = {"atom": (ATOM, atom), "rss": (RSS, rss)}
MOST = 30
REVISITED = {"cache-control": "no-cache"}
"""Ask each time whether it changed: what was withdrawn is gone at once."""
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class NewsFeeds:
    """The last news in each language."""

    paper: Newspaper

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route("/news/feed.{language:str}.{ending:str}", self.feed)]

    async def feed(self, request: Request) -> Response:
        """One language in one format."""
        language, ending = request.path_params["language"], request.path_params["ending"]
        if ending not in FORMATS or language not in self.paper.town.languages:
            raise HTTPException(404)
        media_type, write = FORMATS[ending]
        query = partial(public_news.page, language=language, most=MOST)
        found = await self.paper.store.read(query)
        content = write(self._feed(found, language, ending))
        return etag.answer(request, content, f"{media_type}; charset=utf-8", REVISITED)

    def _feed(self, found: list[PublicNews], language: str, ending: str) -> Feed:
        paper, home = self.paper, self.paper.town.address
        return Feed(
            id=self._tag("news", language),
            title=paper.words("newspage.title", language),
            subtitle=paper.words("newspage.about", language),
            author=paper.town.name,
            language=language,
            address=f"{home}/news?lang={language}",
            own=f"{home}/news/feed.{language}.{ending}",
            changed=BEGAN,
            entries=tuple(self._entry(one, language) for one in found),
        )

    def _entry(self, one: PublicNews, language: str) -> Entry:
        text, home = one.text, self.paper.town.address
        return Entry(
            id=self._tag(f"news-{one.news.id}", language),
            address=f"{home}/news/{one.news.id}?lang={language}",
            title=text.title,
            paragraphs=(*self._event(one), *_paragraphs(one)),
            language=text.language,
            direction=direction(text.language),
            published=one.published,
            updated=one.updated,
            picture=self._picture(one),
        )

    def _picture(self, one: PublicNews) -> Picture | None:
        found = one.picture
        if found is None:
            return None
        address = f"{self.paper.town.address}/media/{found.hash}"
        return Picture(address, found.media_type, found.length, one.text.alt)

    def _event(self, one: PublicNews) -> tuple[str, ...]:
        """When and where, in the language of the text around it."""
        if one.news.event is None:
            return ()
        lines = event_words.lines(one.news.event, one.text.language)
        return ("\n".join(self.paper.say(line, one.text.language) for line in lines),)

    def _tag(self, name: str, language: str) -> str:
        """A URI that stays the same for good (RFC 4151)."""
        return f"tag:{self.paper.town.host},2026:{name}:{language}"


def _paragraphs(one: PublicNews) -> list[str]:
    return [part.text for part in news_reply.paragraphs(one.text.body, one.text.language)]
