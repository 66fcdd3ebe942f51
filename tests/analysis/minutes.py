"""A slow reference for sending times: it lives through every minute and looks at the clock."""

from array import array
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from analysis.measures.sending_time import SendingRules

MINUTE = 60
FIRST = date(2027, 1, 1)
MINUTES = 2 * 365 * 24 * 60
NOTHING = -1


class Clock:
    """A clock tower that strikes every minute of a day once, for two years.

    `struck[n]` is what it strikes in the nth minute, as a minute of the day. A time that a clock
    change skips it strikes late, when a clock that nobody has changed shows it: `missed[n]`. A
    doubled one it strikes the first time alone. `days[n]` is the day on the calendar.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self.begin = int(datetime.combine(FIRST, time(), zone).timestamp())
        self.struck, self.missed = array("h"), array("h")
        self.days = array("l")
        for n in range(MINUTES):
            self._live(datetime.fromtimestamp(self.begin + n * MINUTE, zone))

    def _live(self, local: datetime) -> None:
        today = local.toordinal()
        shown = local.hour * 60 + local.minute
        if not self.days or self.days[-1] != today:
            self.done: set[int] = set()
            self.unchanged = shown
        self.days.append(today)
        self.struck.append(self._once(shown))
        self.missed.append(self._once(self.unchanged) if self.unchanged < shown else NOTHING)
        self.unchanged += 1

    def _once(self, minute: int) -> int:
        if minute in self.done:
            return NOTHING
        self.done.add(minute)
        return minute


@cache
def clock(zone: ZoneInfo) -> Clock:
    """The clock of a zone, wound up once."""
    return Clock(zone)


class Walk:
    """Two years under some rules; `open` has a byte for each minute, 1 when all allow sending."""

    def __init__(self, rules: SendingRules, hour: int | None) -> None:
        self.clock = clock(rules.zone)
        days = {day: rules.is_open(date.fromordinal(day)) for day in set(self.clock.days)}
        awake = _own_hour(self.clock, hour) if hour is not None else _awake(self.clock, rules)
        self.open = bytearray(
            may and days[day] for may, day in zip(awake, self.clock.days, strict=True)
        )

    def first_from(self, now: datetime) -> datetime:
        """The first moment from `now` on that falls into an open minute."""
        index = (int(now.timestamp()) - self.clock.begin) // MINUTE
        found = self.open.find(1, index)
        assert found >= 0, "the walk is too short"
        return max(now, datetime.fromtimestamp(self.clock.begin + found * MINUTE, UTC))


def _own_hour(clock: Clock, hour: int) -> bytearray:
    """Sixty minutes from the strike of the hour."""
    left, open_minutes = 0, bytearray()
    for strikes in zip(clock.struck, clock.missed, strict=True):
        left = 60 if hour * 60 in strikes else left - 1
        open_minutes.append(left > 0)
    return open_minutes


def _awake(clock: Clock, rules: SendingRules) -> bytearray:
    """From the strike that ends quiet hours to the one that begins them."""
    bed, rise = (wall.hour * 60 + wall.minute for wall in (rules.quiet_from, rules.quiet_until))
    if bed == rise:
        return bytearray(b"\1" * MINUTES)
    awake, minutes = 0 < bed < rise, bytearray()
    for strikes in zip(clock.struck, clock.missed, strict=True):
        if rise in strikes:
            awake = True
        elif bed in strikes:
            awake = False
        minutes.append(awake)
    return minutes
