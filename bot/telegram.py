"""Puts the Telegram channel together from the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.channels.telegram_settings import OFFICIAL, TelegramSettings, WebhookSettings
from bot.conversation import Conversation
from bot.settings import Settings
from bot.words import words
from models.text import T

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramChannel

MENU = ("topics", "filter", "language", "help", "privacy", "mydata", "delete", "stop")


def telegram_of(
    settings: Settings, conversation: Conversation, clock: Callable[[], datetime]
) -> TelegramChannel:
    """The channel that `settings` describe. Raises CannotStart when Telegram could not take them.

    aiogram costs seconds and 150 MB to import: only who has a bot pays for it.
    """
    from bot.channels.telegram import TelegramChannel

    return TelegramChannel(telegram_settings(settings), conversation, clock, commands)


def telegram_settings(settings: Settings) -> TelegramSettings:
    """The part of the settings that is about Telegram, the town's own language first."""
    languages = settings.about_town.languages
    return TelegramSettings(
        token=settings.telegram_token.get_secret_value(),
        url=settings.telegram_api_url or OFFICIAL,
        languages=tuple(sorted(languages, key=lambda code: code != settings.default_language)),
        webhook=_webhook(settings),
    )


def commands(language: str) -> list[tuple[str, str]]:
    """The menu in a language: names and what they do."""
    return [(name, words(T(f"command.{name}"), language)) for name in MENU]


def _webhook(settings: Settings) -> WebhookSettings | None:
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    return WebhookSettings(url, secret.get_secret_value()) if url else None
