"""What the web pages need: words, stateless answers, health and counters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Protocol

from bot.channels.web import WebChannel
from bot.clock import clock
from bot.conversation import Conversation
from bot.message import to_json
from bot.settings import Settings
from bot.words import words
from models.store import ping
from models.text import T
from web.site import Site


class Counted(Protocol):
    """Whatever has figures."""

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics, by name."""


def site_of(
    settings: Settings, conversation: Conversation, web: WebChannel, channels: Sequence[Counted]
) -> Site:
    """The site of this Lotse; `channels` are counted for /metrics."""
    town = conversation.town

    async def answer(question: str, language: str) -> bytes:
        return to_json(await conversation.answer(question, language, clock()))

    return Site(
        words=lambda id, language: words(T(id, town=town.name), language),
        answer=answer,
        wait=lambda network: web.door.networks.take(network, clock().timestamp()),
        languages=town.default_first,
        check=lambda: conversation.store.read(ping),
        counters=lambda: dict(chain.from_iterable(x.counted().items() for x in channels)),
        public_url=town.public_url,
        ancestors=settings.frame_ancestors,
    )
