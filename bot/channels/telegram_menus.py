"""The commands that Telegram offers in its menu, in every language it accepts."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from typing import Any

from aiogram.exceptions import AiogramError

from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_limits import COMMAND, COMMANDS, DESCRIPTION, clean, clip
from models.role import Role

log = logging.getLogger(__name__)
Commands = Callable[[str, frozenset[Role]], Sequence[tuple[str, str]]]
"""Names and descriptions of commands in a language, for somebody with these roles."""
NOBODYS: frozenset[Role] = frozenset()
NAME = re.compile(rf"[a-z0-9_]{{1,{COMMAND}}}")
TWO_LETTERS = re.compile(r"[a-z]{2}")


async def set_menus(api: TelegramApi, languages: Sequence[str], commands: Commands) -> None:
    """A menu for each language, and the first one's for everybody else. Best effort."""
    scopes = ["", *(code for code in languages if TWO_LETTERS.fullmatch(code))]
    for code in scopes:
        listed = menu(commands(code or languages[0], NOBODYS))
        only_for: dict[str, Any] = {"language_code": code} if code else {}
        try:
            await api.call("setMyCommands", commands=listed, **only_for)
        except AiogramError as error:
            log.warning("menu not set", extra={"language": code, "error": type(error).__name__})


def menu(commands: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """The commands that Telegram accepts: a name in a-z, 0-9 and _, a description."""
    listed = [
        {"command": name, "description": clip(clean(about), DESCRIPTION)}
        for name, about in commands
        if NAME.fullmatch(name) and about.strip()
    ]
    return listed[:COMMANDS]
