"""What the web pages need: words, stateless answers, health and counters."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text

from bot.channels import Channel
from bot.channels.web import WebChannel
from bot.clock import clock
from bot.conversation import Conversation
from bot.message import to_json
from bot.settings import Settings
from bot.words import words
from models.text import T
from web.site import Site


def site_of(
    settings: Settings, conversation: Conversation, web: WebChannel, channels: Sequence[Channel]
) -> Site:
    """The site of this Lotse; `channels` are counted for /metrics."""
    town, store = conversation.town, conversation.store

    def worded(id: str, language: str) -> str:
        return words(T(id, town=town.name), language)

    async def answer(question: str, language: str) -> bytes:
        return to_json(await conversation.answer(question, language, clock()))

    async def check() -> object:
        return await store.read(lambda session: session.execute(text("SELECT 1")).one())

    def wait(network: str) -> float:
        return web.door.networks.take(network, clock().timestamp())

    def counted() -> dict[str, float]:
        return {name: n for channel in channels for name, n in channel.counted().items()}

    return Site(
        words=worded,
        answer=answer,
        wait=wait,
        languages=town.languages,
        check=check,
        counters=counted,
        public_url=town.public_url,
        ancestors=settings.frame_ancestors,
    )
