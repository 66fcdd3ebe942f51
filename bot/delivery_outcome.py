"""What an error means for a row, and for all rows of its channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels import Busy, DeliveryError, Gone, Moved, Unsure
from bot.channels.journey import Journey
from models.delivery import State
from models.delivery_work import Result


async def nobody(_channel: str, _address: str) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Options:
    """`gone` is told the channel and address of whoever cannot be reached any more.

    `unsure` is how long a message waits that may have arrived; `give_up` counts attempts: with
    these figures a row is tried for about a day. `lease` is how long a claim lasts, `look_again`
    how many seconds at most pass between two looks at the queue.
    """

    gone: Callable[[str, str], Awaitable[None]] = nobody
    first_delay: timedelta = timedelta(seconds=1)
    longest_delay: timedelta = timedelta(minutes=10)
    unsure: timedelta = timedelta(minutes=1)
    give_up: int = 150
    lease: timedelta = timedelta(minutes=5)
    look_again: float = 5.0


def result_of(journey: Journey, error: DeliveryError, now: datetime, options: Options) -> Result:
    """The row's end, or when it is tried again."""
    row, reason, parts = journey.row, str(error), journey.parts
    match error:
        case Gone():
            return Result(row.id, State.GONE, parts, reason)
        case DeliveryError(permanent=True):
            return Result(row.id, State.FAILED, parts, reason)
        case Moved(address=address):
            return Result(row.id, State.QUEUED, parts, reason, now, address)
        case Unsure():
            return Result(row.id, State.UNKNOWN, parts, reason, now + options.unsure)
    if _counts(error) and row.attempts >= options.give_up:
        return Result(row.id, State.FAILED, parts, reason)
    return Result(row.id, State.QUEUED, parts, reason, now + _wait(row.attempts, error, options))


def _counts(error: DeliveryError) -> bool:
    """Whether it was a real try: nobody gives up because others had to wait."""
    return error.retry_after is None and not isinstance(error, Busy)


def _wait(attempts: int, error: DeliveryError, options: Options) -> timedelta:
    if isinstance(error, Busy):
        return timedelta(seconds=error.seconds)
    if error.retry_after is not None:
        return timedelta(seconds=error.retry_after)
    doubled: timedelta = options.first_delay * 2 ** min(attempts, 20)
    return min(doubled, options.longest_delay)


class Trouble:
    """Failures in a row that are no message's fault: the messenger, or the way to it, is down."""

    MANY = 10
    LONGEST_S = 60.0

    def __init__(self) -> None:
        self._in_a_row = 0

    def pause(self, error: DeliveryError | None) -> float:
        """Seconds for which the whole channel had better wait; None is a success."""
        if error is None or error.permanent:
            self._in_a_row = 0
        elif error.retry_after is not None:
            return error.retry_after
        elif not isinstance(error, (Busy, Moved)):
            self._in_a_row += 1
        over = self._in_a_row - self.MANY
        return min(2.0 ** min(over, 10), self.LONGEST_S) if over >= 0 else 0.0
