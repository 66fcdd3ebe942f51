"""A point in time as a plan names it: a day, month, quarter, half-year or year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a plan names a date (Genauigkeit); `open` is no date at all."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    OPEN = "open"


_MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.HALF_YEAR: 6,
    Precision.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Point:
    """A day or a calendar unit, from its first day to its last. Made by `point_around`."""

    first: date
    last: date
    precision: Precision

    @property
    def due(self) -> date:
        """The day by which something due then is to be done: the last one."""
        return self.last


def point_around(day: date, precision: Precision) -> Point | None:
    """Return the unit of this precision that holds `day`, None for `open`.

    So a date and a precision are all that storage needs of a point.
    """
    if precision is Precision.OPEN:
        return None
    if precision is Precision.DAY:
        return Point(day, day, precision)
    length = _MONTHS[precision]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    month = first.month + length - 1
    return Point(first, date(first.year, month, monthrange(first.year, month)[1]), precision)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
