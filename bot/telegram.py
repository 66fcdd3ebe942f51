"""The Telegram channel as the settings describe it. Imports aiogram: only when there is a token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_settings import OFFICIAL, TelegramSettings, WebhookSettings
from bot.conversation import Conversation
from bot.secret import derived
from bot.settings import Settings
from bot.words import words
from models.role import ANSWERING, ANY, KEEPING, LEADING, TELLING, Role
from models.text import T

COMMANDS = (
    *("start", "topics", "filter", "person", "events", "subscribe", "surveys", "idea"),
    *("language", "privacy", "mydata", "delete", "stop", "help"),
)
"""What everybody finds in the menu."""
STAFFS: Mapping[str, tuple[Role, ...]] = {
    "me": ANY,
    "measures": ANY,
    "ideas": ANY,
    "propose": (Role.NETWORK,),
    "news": TELLING,
    "inbox": ANSWERING,
    "keep": KEEPING,
    "changes": LEADING,
    "wishes": ANSWERING,
    "allsurveys": LEADING,
    "review": LEADING,
    "invite": LEADING,
    "people": LEADING,
}
"""What people with one of these roles find before it."""


def telegram_of(
    settings: Settings, conversation: Conversation, clock: Callable[[], datetime]
) -> TelegramChannel:
    """A channel that polls, or that waits for Telegram's calls when a webhook is set."""
    telegram = TelegramSettings(
        token=settings.telegram_token.get_secret_value(),
        url=settings.telegram_api_url or OFFICIAL,
        languages=settings.about_town.default_first,
        webhook=_webhook(settings),
    )
    return TelegramChannel(telegram, conversation, clock, _menu)


def _webhook(settings: Settings) -> WebhookSettings | None:
    """The webhook; without a secret of its own one is derived, so it is never open to everybody."""
    if not settings.telegram_webhook_url:
        return None
    given = settings.telegram_webhook_secret.get_secret_value()
    return WebhookSettings(settings.telegram_webhook_url, given or derived("webhook", settings))


def _menu(language: str, roles: frozenset[Role]) -> list[tuple[str, str]]:
    hers = [name for name, needed in STAFFS.items() if roles.intersection(needed)]
    return [(name, words(T(f"command.{name}"), language)) for name in (*hers, *COMMANDS)]
