"""What happened since the start, for the metrics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counters:
    """Updates: `received` = `handled` + `ignored` + `quarantined` + those in hand.

    Sending: `sent` messages, `refused` for good, `retried` after a passing failure.
    """

    received: int = 0
    handled: int = 0
    ignored: int = 0
    quarantined: int = 0
    failed_polls: int = 0
    failed_turns: int = 0
    sent: int = 0
    refused: int = 0
    retried: int = 0
    unanswered: int = 0
