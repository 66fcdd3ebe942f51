"""What every part of the channel works with."""

from __future__ import annotations

from dataclasses import dataclass

from bot.background import Background, Stop
from bot.channels.flood import Flood
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_counters import Counters
from bot.channels.telegram_settings import Timing


@dataclass(frozen=True, slots=True)
class Tools:
    """One set a channel."""

    api: TelegramApi
    background: Background
    stop: Stop
    timing: Timing
    counters: Counters
    flood: Flood
