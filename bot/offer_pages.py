"""The pages of offers, put together for the web."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.routing import BaseRoute

from bot.conversation import Conversation
from bot.newspaper import paper_of
from web.offers import OfferPages


def offer_pages_of(conversation: Conversation, clock: Callable[[], datetime]) -> list[BaseRoute]:
    """The routes to the offers that the conversation knows, also when those change."""
    paper = paper_of(conversation, clock)
    return [*OfferPages(paper, lambda: conversation.catalogue).routes()]
