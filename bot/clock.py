"""The only clock and the only dice: everything else is given the time and its chances."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random, SystemRandom


def clock() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


def chance() -> Random:
    """The only source of chance: the operating system's."""
    return SystemRandom()
