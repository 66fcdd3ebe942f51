"""The pages of news, put together for the web."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.routing import BaseRoute

from bot.conversation import Conversation
from bot.words import words
from web.go import Going
from web.news import NewsPages
from web.news_feeds import NewsFeeds
from web.newspaper import Newspaper


def newspaper_of(conversation: Conversation, clock: Callable[[], datetime]) -> list[BaseRoute]:
    """The routes of what the conversation's store knows."""
    paper = paper_of(conversation, clock)
    pages = NewsPages(paper)
    return [*pages.routes(), *NewsFeeds(paper).routes(), *Going(pages).routes()]


def paper_of(conversation: Conversation, clock: Callable[[], datetime]) -> Newspaper:
    """What every public page is made with."""
    return Newspaper(
        store=conversation.store,
        say=words,
        town=conversation.town,
        zone=conversation.timezone,
        clock=clock,
        secret=conversation.secret,
    )
