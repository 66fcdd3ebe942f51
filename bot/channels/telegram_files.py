"""Files that people send: fetched only where a question of a survey asks for one."""

from __future__ import annotations

import logging
from dataclasses import replace

from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.channels.telegram_api import TelegramApi, TooLarge
from bot.conversation import Conversation
from bot.receiving import Receiving, lost, most, too_large
from models.medium import Received, Upload
from models.turn import Sent, Turn

log = logging.getLogger(__name__)
TRIES = 2


class Fetching:
    """A turn with a file goes on with the file in it, if anybody asked for one."""

    def __init__(self, api: TelegramApi, conversation: Conversation) -> None:
        self._api = api
        self._conversation = conversation
        self._receiving = Receiving()

    async def filled(self, turn: Turn) -> Turn:
        """The same turn; nothing is fetched that nobody asked for."""
        sent = turn.did
        if not isinstance(sent, Sent) or not sent.reference:
            return turn
        wanted = await self._conversation.wanted(turn.sender, turn.at)
        if wanted is None:
            return turn
        received = await self._received(wanted, sent)
        return replace(turn, did=replace(sent, received=received))

    async def _received(self, wanted: Upload, sent: Sent) -> Received:
        if sent.size > most(wanted):
            return too_large(wanted)
        for _ in range(TRIES):
            try:
                content = await self._api.fetch(sent.reference, most(wanted))
            except TooLarge:
                return too_large(wanted)
            except TelegramBadRequest as error:
                is_too_large = "too big" in error.message
                return too_large(wanted) if is_too_large else lost(wanted)
            except AiogramError as error:
                log.info("a file was not fetched", extra={"error": type(error).__name__})
                continue
            return await self._receiving.taken(wanted, content)
        return lost(wanted)
