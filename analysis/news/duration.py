"""How long it takes until everybody has got it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

LEFT_TO_ANSWERS = 0.2
"""While people talk, what is sent unasked leaves them this part of Telegram's rate."""
BY_MAIL, IN_PAGES = 4.0, 500.0
"""Messages a second: four mails at a time, and pages that only have to be written down."""


def rates(telegram: float) -> Mapping[str, float]:
    """How many messages a second leave by each channel; `telegram` is what it allows."""
    return {"telegram": telegram * (1 - LEFT_TO_ANSWERS), "mail": BY_MAIL, "web": IN_PAGES}


def duration(numbers: Mapping[str, int], rates: Mapping[str, float]) -> timedelta:
    """How long so many messages by channel take: channels send beside each other. One without a
    rate is as fast as mail.
    """
    each = (number / rates.get(channel, BY_MAIL) for channel, number in numbers.items())
    return timedelta(seconds=max(each, default=0.0))
