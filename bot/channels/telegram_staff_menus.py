"""What people with a task find in Telegram's menu, kept as their roles come and go."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import Any

from aiogram.exceptions import AiogramError

from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_menus import Commands, menu
from bot.channels.telegram_turns import NAME
from models import accounts
from models.accounts import Holder
from models.base import Session

log = logging.getLogger(__name__)


def holders(session: Session) -> list[Holder]:
    """Everybody with a role who writes to Lotse here, but no groups."""
    return [one for one in accounts.at_channel(session, NAME) if not one.address.startswith("-")]


class StaffMenus:
    """A menu for each chat of somebody with a task. Best effort: what fails is tried again."""

    def __init__(self, api: TelegramApi, languages: Collection[str], commands: Commands) -> None:
        self._api = api
        self._languages = languages
        self._commands = commands
        self._given: dict[str, Holder] = {}

    async def keep(self, there: Sequence[Holder]) -> None:
        """Tell Telegram what changed since the last time."""
        now = {one.address: one for one in there}
        for address in sorted(self._given.keys() - now.keys()):
            if await self._tell("deleteMyCommands", address):
                del self._given[address]
        for one in there:
            if self._given.get(one.address) != one and await self._give(one):
                self._given[one.address] = one

    async def _give(self, one: Holder) -> bool:
        language = one.language if one.language in self._languages else next(iter(self._languages))
        listed = menu(self._commands(language, one.roles))
        return await self._tell("setMyCommands", one.address, commands=listed)

    async def _tell(self, method: str, address: str, **params: Any) -> bool:
        scope = {"type": "chat", "chat_id": int(address)}
        try:
            await self._api.call(method, scope=scope, **params)
        except AiogramError as error:
            log.warning("menu not set", extra={"error": type(error).__name__})
            return False
        return True
