"""The Telegram channel: receives by polling or by a webhook, handles, sends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.utils.token import TokenValidationError
from sqlalchemy.exc import DBAPIError
from starlette.routing import Route

from bot.background import Background, Stop, delays
from bot.channels import CannotStart
from bot.channels.flood import Flood
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_counters import Counters
from bot.channels.telegram_errors import NotReady
from bot.channels.telegram_handling import Handling
from bot.channels.telegram_inbox import Inbox
from bot.channels.telegram_limits import ALLOWED_UPDATES
from bot.channels.telegram_menus import Commands, set_menus
from bot.channels.telegram_polling import Polling
from bot.channels.telegram_sending import Sending
from bot.channels.telegram_settings import TelegramSettings, WebhookSettings
from bot.channels.telegram_staff_menus import StaffMenus, holders
from bot.channels.telegram_struck import StruckOff
from bot.channels.telegram_tools import Tools
from bot.channels.telegram_turns import NAME, Reader
from bot.channels.telegram_webhook import webhook_route
from bot.conversation import Conversation
from models import inbox
from models.inbox import Owed
from models.turn import Left, Sender, Turn

log = logging.getLogger(__name__)
IN_HAND = 500  # no new updates while so much is unfinished
Clock = Callable[[], datetime]


class TelegramChannel:
    """`run` lives until `stop`; `receive` is for the webhook's route."""

    name = NAME

    def __init__(
        self,
        settings: TelegramSettings,
        conversation: Conversation,
        clock: Clock,
        commands: Commands,
    ) -> None:
        self.settings = settings
        self.counters = Counters()
        self.flood = Flood()
        self._conversation = conversation
        self._clock = clock
        self._commands = commands
        self._tools = Tools(
            _api(settings), Background(IN_HAND), Stop(), settings.timing, self.counters, self.flood
        )
        struck = StruckOff(conversation.store, self._tools.background)
        self._sending = Sending(self._tools, conversation.store, struck, self._gone)
        self._handling = Handling(self._tools, conversation, self._sending)
        self._inbox: Inbox | None = None

    async def run(self) -> None:
        """Receive and answer until `stop`; then finish what is in hand and return.

        Raises CannotStart when Telegram does not accept the token.
        """
        try:
            async with self._tools.background:
                await self._start()
                await self._receive_until_stopped()
        finally:
            self._inbox = None
            await self._tools.api.close_connections()

    async def stop(self) -> None:
        """Take in nothing new."""
        self._tools.stop.ask()

    async def send(self, owed: Owed) -> None:
        """Hand over one message, once. Raises DeliveryError."""
        await self._sending.once(owed)

    def routes(self) -> list[Route]:
        """Where Telegram brings updates, if it does."""
        webhook = self.settings.webhook
        return [webhook_route(self.receive, webhook)] if webhook else []

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics, by name."""
        return {f"telegram_{name}_total": n for name, n in asdict(self.counters).items()}

    async def receive(self, raw: dict[str, Any]) -> None:
        """An update from the webhook; what it does is committed on return.

        Raises NotReady, and what the database raises: then Telegram has to bring it again.
        """
        if self._inbox is None or self._tools.stop.asked:
            raise NotReady
        taken = self._inbox.take([raw])
        await asyncio.gather(taken.stored, *map(self._handling.now, taken.incoming))

    async def _start(self) -> None:
        """First what was left over: replies that are owed, then updates that wait."""
        me = await self._insist("getMe")
        reader = Reader(self._tools.api, str((me or {}).get("username", "")), self._clock)
        self._inbox = Inbox(self._conversation.store, reader, self.counters)
        read = self._conversation.store.read
        for owed in await read(partial(inbox.owed, channel=NAME)):
            self._sending.put(owed)
        for incoming in await self._inbox.left_over():
            self._handling.later(incoming)
        self._tools.background.start(self._menus())

    async def _menus(self) -> None:
        """For everybody once; for people with a task as long as it runs."""
        languages, commands = self.settings.languages, self._commands
        await self._tools.stop.unless(set_menus(self._tools.api, languages, commands))
        staff = StaffMenus(self._tools.api, languages, commands)
        while not self._tools.stop.asked:
            with suppress(DBAPIError):  # the next time will do
                there = await self._conversation.store.read(holders)
                await self._tools.stop.unless(staff.keep(there))
            await self._tools.stop.sleep(self.settings.timing.menus)

    async def _receive_until_stopped(self) -> None:
        webhook = self.settings.webhook
        if webhook is not None:
            await self._insist("setWebhook", **_webhook(webhook))
            await self._tools.stop.wait()
        elif self._inbox is not None:
            await self._insist("deleteWebhook")
            await Polling(self._tools, self._inbox, self._handling).run()

    async def _insist(self, name: str, **params: Any) -> Any:
        """A call without which there is no start; None when stopped before it succeeded."""
        timing = self._tools.timing
        for delay in delays(timing.first_delay, timing.longest_delay):
            try:
                return await self._tools.stop.unless(self._tools.api.call(name, **params))
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise CannotStart(WRONG) from None
            except AiogramError as error:
                kind = type(error).__name__
                log.warning("Telegram is out of reach", extra={"call": name, "error": kind})
            await self._tools.stop.sleep(delay)
        return None

    async def _gone(self, address: str) -> None:
        await self._conversation.converse(Turn(Sender(NAME, address), Left(), self._clock()))


WRONG = "Telegram does not know this token. Ask @BotFather for the right one."


def _api(settings: TelegramSettings) -> TelegramApi:
    try:
        return TelegramApi(settings.token, settings.url, settings.timing.patience)
    except TokenValidationError:
        raise CannotStart(WRONG) from None


def _webhook(settings: WebhookSettings) -> dict[str, Any]:
    return {
        "url": settings.url,
        "secret_token": settings.secret,
        "max_connections": settings.connections,
        "allowed_updates": ALLOWED_UPDATES,
    }
