"""Handles turns: in order for each chat, so many at once, with a typing sign on slow ones."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from functools import partial
from typing import Any

from aiogram.exceptions import AiogramError
from sqlalchemy.exc import OperationalError

from bot.background import delays
from bot.channels.telegram_files import Fetching
from bot.channels.telegram_limits import NOTICE, clean, clip
from bot.channels.telegram_pieces import is_blank
from bot.channels.telegram_sending import Sending
from bot.channels.telegram_tools import Tools
from bot.channels.telegram_turns import NAME, Incoming
from bot.conversation import Conversation
from bot.lines import Lines
from bot.message import message_of
from bot.trouble import report
from models import inbox
from models.inbox import Owed
from models.turn import Turn

log = logging.getLogger(__name__)
AT_ONCE = 100  # as many as the store commits together
MANNERS = 5.0  # seconds for calls that only show good manners


class Handling:
    """Turns go through the door here, and their replies on to the sending."""

    def __init__(self, tools: Tools, conversation: Conversation, sending: Sending) -> None:
        self._tools = tools
        self._conversation = conversation
        self._sending = sending
        self._fetching = Fetching(tools.api, conversation)
        self._lines = Lines()
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def now(self, incoming: Incoming) -> None:
        """Handle a turn; its effects are committed on return. Raises what the database raises."""
        async with self._lines.of(incoming.turn.sender.address):
            owed = await self._handle(incoming)
        if owed:
            self._sending.put(owed)

    def later(self, incoming: Incoming) -> None:
        """Handle a turn in the background, again and again while the database is out of order."""
        self._tools.background.start(self._persist(incoming))

    async def _persist(self, incoming: Incoming) -> None:
        async with self._lines.of(incoming.turn.sender.address):
            owed = await self._insist(incoming)
        if owed and incoming.query:
            self._sending.put(owed)  # behind the answer to the query
        elif owed:
            await self._sending.deliver(owed)

    async def _insist(self, incoming: Incoming) -> Owed | None:
        timing, stop = self._tools.timing, self._tools.stop
        for delay in delays(timing.first_delay, timing.longest_delay):
            try:
                return await self._handle(incoming)
            except OperationalError as error:
                report(log, "the database is out of order", error)
            await stop.sleep(delay)
            if stop.asked:
                break
        return None

    async def _handle(self, incoming: Incoming) -> Owed | None:
        counters, turn = self._tools.counters, incoming.turn
        try:
            owed = await self._converse(turn)
        except OperationalError:
            counters.failed_turns += 1
            raise
        except Exception as error:  # noqa: BLE001  not even an apology: it would fail for ever
            report(log, "turn put aside", error, update=turn.id)
            counters.quarantined += 1
            aside = partial(inbox.quarantine, channel=NAME, id=turn.id)
            await self._conversation.store.write(aside)
            return None
        counters.handled += 1
        if incoming.query:
            self._tools.background.start(self._answer_query(incoming.query, owed))
        return owed

    async def _answer_query(self, query: str, owed: Owed | None) -> None:
        """Ends the progress bar on the button; at worst it ends by itself."""
        notice = clip(clean(message_of(owed).notice), NOTICE) if owed else ""
        text = {} if is_blank(notice) else {"text": notice}
        await self._politely("answerCallbackQuery", callback_query_id=query, **text)

    async def _converse(self, turn: Turn) -> Owed | None:
        """Shows "typing…" while the answer takes its time."""
        stop, chat = asyncio.Event(), turn.sender.address
        after = self._tools.timing.typing_after
        timer = asyncio.get_running_loop().call_later(after, self._start_typing, chat, stop)
        try:
            async with self._slots:
                return await self._conversation.converse(await self._fetching.filled(turn))
        finally:
            timer.cancel()
            stop.set()

    def _start_typing(self, chat: str, stop: asyncio.Event) -> None:
        self._tools.background.start(self._type(chat, stop))

    async def _type(self, chat: str, stop: asyncio.Event) -> None:
        """With very much in hand it is left out: it would only make everybody wait longer."""
        while not stop.is_set() and self._tools.background.in_hand < AT_ONCE:
            await self._politely("sendChatAction", chat_id=int(chat), action="typing")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self._tools.timing.typing_again)

    async def _politely(self, name: str, **params: Any) -> None:
        try:
            await self._tools.api.tell(name, patience=MANNERS, **params)
        except AiogramError:
            self._tools.counters.unanswered += 1
