"""The pages of news, put together for the web."""

from __future__ import annotations

from starlette.routing import BaseRoute

from bot.clock import clock
from bot.conversation import Conversation
from bot.settings import Settings
from bot.words import words
from web.go import Going
from web.news import NewsPages
from web.news_feeds import NewsFeeds
from web.newspaper import Newspaper


def newspaper_of(settings: Settings, conversation: Conversation) -> list[BaseRoute]:
    """The routes of what the conversation's store knows."""
    paper = Newspaper(
        store=conversation.store,
        say=words,
        town=conversation.town,
        zone=settings.zone,
        clock=clock,
        secret=conversation.secret,
    )
    pages = NewsPages(paper)
    return [*pages.routes(), *NewsFeeds(paper).routes(), *Going(pages).routes()]
