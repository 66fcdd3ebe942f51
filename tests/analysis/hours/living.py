"""A slow reference for hours: somebody lives through some days and hears the clock tower."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from analysis.hours.week import Interval, OfficeHours
from tests.analysis.minutes import HOLIDAYS, MINUTE, Clock

BERLIN = ZoneInfo("Europe/Berlin")
DAYS = 12
A_DAY = 24 * 60


@dataclass(frozen=True)
class Lived:
    """When in these days, counted in minutes, the tower struck: by the day and what it struck."""

    begin: int
    days: range
    struck: dict[tuple[int, int], int]


@cache
def lived(first: date) -> Lived:
    """The days from `first` on, minute by minute."""
    clock = Clock(BERLIN, first, DAYS * A_DAY)
    struck = {
        (day, minute): n
        for n, (day, *both) in enumerate(zip(clock.days, clock.struck, clock.missed, strict=True))
        for minute in both
    }
    return Lived(clock.begin, range(clock.days[0], clock.days[-1] + 1), struck)


class Threshold:
    """Whether it was open in each minute of those days: from the stroke at which it is opened to
    the one at which it is closed.
    """

    def __init__(self, first: date, on: Callable[[date], Iterable[Interval]]) -> None:
        self.lived = lived(first)
        self.open = bytearray(DAYS * A_DAY)
        for day in self.lived.days:
            for one in on(date.fromordinal(day)):
                self._live(day, one)

    def moment(self, minute: int) -> datetime:
        """When a minute begins."""
        return datetime.fromtimestamp(self.lived.begin, UTC) + timedelta(minutes=minute)

    def minute(self, moment: datetime) -> int:
        """Which minute begins then."""
        return (int(moment.timestamp()) - self.lived.begin) // MINUTE

    def _live(self, day: int, one: Interval) -> None:
        last = day + (one.closes <= one.opens)
        never = len(self.open)
        opened = self.lived.struck.get((day, _minute(one.opens)), never)
        closed = self.lived.struck.get((last, _minute(one.closes)), never)
        for minute in range(opened, closed):
            self.open[minute] = 1


class Door(Threshold):
    """That of an office."""

    def __init__(self, hours: OfficeHours, first: date) -> None:
        self.hours = hours
        super().__init__(first, self._on)

    def _on(self, there: date) -> tuple[Interval, ...]:
        """Holidays as the almanac has them, closed days, and the week."""
        names = {str(there), str(there)[len("2027-") :]}
        closed = is_holiday(there) or not names.isdisjoint(self.hours.closed)
        return () if closed else self.hours.week[there.weekday()]


def is_holiday(day: date) -> bool:
    """As the almanac has it."""
    return day.toordinal() in HOLIDAYS


def _minute(wall: time) -> int:
    return wall.hour * 60 + wall.minute
