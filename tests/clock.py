"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # 10:30 in the town


class Clock:
    """`clock()` is the time; `later` moves it."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def later(self, by: timedelta) -> None:
        """Time passes. A second passes between any two things a person does, too."""
        self.now += by
