"""What runs beside the channels, where the settings ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from bot.clock import clock
from bot.conversation import Conversation
from bot.pages import Counted
from bot.settings import Settings


class Worker(Counted, Protocol):
    """Runs until it is asked to stop."""

    async def run(self) -> None:
        """Until asked to stop."""

    def stop(self) -> None:
        """Take up nothing new."""


def workers_of(settings: Settings, conversation: Conversation) -> Iterator[Worker]:
    """Those that a town wants; a ranker takes part in the conversation, too."""
    if settings.translator_url:
        from bot.translation import translating_of  # aiohttp, where nothing else needs it

        yield translating_of(settings, conversation, clock)
    if settings.ranker_url:
        from bot.ranking.setting import ranking_of  # aiohttp, too

        conversation.ranking = ranking = ranking_of(settings, conversation)
        yield ranking
