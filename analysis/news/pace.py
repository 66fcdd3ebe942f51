"""How long it takes until a piece of news has left to all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from math import ceil

RATES: Mapping[str, float] = {"telegram": 30.0, "mail": 5.0, "web": 500.0}
"""Messages a second that a channel sends, where the town has set nothing else."""
SLOWEST = 1.0


def duration(counts: Mapping[str, int], rates: Mapping[str, float] = RATES) -> timedelta:
    """How long the channels need for so many messages each. They send at the same time, so the
    slowest decides; whole seconds. Quiet hours come on top.
    """
    needed = (number / rates.get(channel, SLOWEST) for channel, number in counts.items())
    return timedelta(seconds=ceil(max(needed, default=0.0)))
