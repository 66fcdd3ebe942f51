"""What a Telegram bot needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.channels import CannotStart

OFFICIAL = "https://api.telegram.org"
PLEASE = "A Telegram webhook needs a secret: 1 to 256 of the characters A-Z a-z 0-9 _ and -."
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram brings updates. Raises CannotStart for a secret that Telegram refuses."""

    url: str
    secret: str = field(repr=False)
    connections: int = 40

    def __post_init__(self) -> None:
        if not SECRET.fullmatch(self.secret):
            raise CannotStart(PLEASE)

    @property
    def path(self) -> str:
        """The path of our own address."""
        return urlsplit(self.url).path or "/"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. `poll` is how long Telegram holds a question for updates open, `menus` how long it
    takes until a menu follows a change of roles.
    """

    poll: int = 50
    typing_after: float = 0.7
    typing_again: float = 4.5
    first_delay: float = 1.0
    longest_delay: float = 60.0
    patience: float = 30.0
    menus: float = 60.0


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """`languages` are those the menus are made in; the first serves everybody else."""

    token: str = field(repr=False)
    url: str = OFFICIAL
    languages: tuple[str, ...] = ("en",)
    webhook: WebhookSettings | None = None
    timing: Timing = Timing()
