"""Reads one point in time from its plain spelling."""

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from analysis.measures.point import Point, Precision, point_around
from analysis.measures.units import unit_in

Reason = Literal["spelling", "vague", "no_year", "no_such_day", "reversed"]
Fields = dict[str, int]

EXAMPLE = "2. Quartal 2027"


class Unreadable(ValueError):
    """A spelling that names no date: `text` as written, why, and an `example` that works.

    `reason`: `spelling` (not understood), `vague` (kurzfristig), `no_year` (bis März),
    `no_such_day` (31.02.2027) or `reversed` (it ends before it starts). The message leaves the text
    out, because messages come into logs.
    """

    def __init__(self, text: str, reason: Reason = "spelling", example: str = EXAMPLE) -> None:
        super().__init__(f"no date: {reason}; one is {example!r}")
        self.text = text
        self.reason = reason
        self.example = example


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"m(?P<month>\d\d?)"
_QUARTER = r"(?P<quarter>[1-4])"
_HALF = r"(?P<half>[12])"
_DAY = r"(?P<day>\d\d?)"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}\. ?(?P<month>\d\d?)\. ?(?:{_YEAR}|(?P<short>\d\d))",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:[t ]00:00(?::00)?)?",
        rf"{_DAY}\.? ?{_MONTH} {_YEAR}",
        rf"{_MONTH} {_DAY}\.? {_YEAR}",
        rf"(?P<month>\d\d?) ?[/.] ?{_YEAR}",
        rf"{_YEAR}-(?P<month>0\d|1[0-2])",
        # Since 2013 no second year can be meant: "2027/06", as some programs write June.
        r"(?P<year>20(?:1[3-9]|[2-9]\d))/(?P<month>0\d|1[0-2])",
        rf"(?P<month>0\d|1[0-2])-{_YEAR}",
        rf"{_MONTH}[ /-]?{_YEAR}",
        rf"{_QUARTER}\.? ?q ?[/-]? ?{_YEAR}",
        rf"q ?{_QUARTER} ?[/-]? ?{_YEAR}",
        rf"{_YEAR} ?[/-]? ?q ?{_QUARTER}",
        rf"{_HALF}\.? ?h ?[/-]? ?{_YEAR}",
        rf"h ?{_HALF} ?[/-]? ?{_YEAR}",
        rf"{_YEAR} ?[/-]? ?h ?{_HALF}",
        rf"(?P<middle>mitte) {_YEAR}",
        rf"winter (?P<before>20\d\d)/(?:{_YEAR}|(?P<short>\d\d))",
        _YEAR,
    )
)


def point_in(plain: str, *, starting: bool = False) -> Point | None:
    """Return the point that a plain spelling names, None when it names none.

    `starting`: "Mitte 2027" begins on 1 July as a start, and ends on 30 June as an end. Raises
    Unreadable (`no_such_day`) for a date that no calendar has.
    """
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        first, last = unit_in(plain) or (None, None)
        return first if starting else last
    fields = _fields(found, starting=starting)
    if fields.get("before", fields["year"] - 1) != fields["year"] - 1:
        return None
    try:
        return _point(fields)
    except ValueError:
        raise Unreadable(plain, "no_such_day") from None


def _fields(found: re.Match[str], *, starting: bool) -> Fields:
    words = {name: value for name, value in found.groupdict().items() if value}
    if words.pop("middle", None):
        words["half"] = "2" if starting else "1"
    fields = {name: int(value) for name, value in words.items()}
    if "short" in fields:
        fields["year"] = 2000 + fields["short"]
    return fields


def _point(fields: Fields) -> Point | None:
    for name, made in _MAKERS.items():
        if name in fields:
            return made(fields)
    return point_around(date(fields["year"], 1, 1), Precision.YEAR)


def _months(name: str, length: int, precision: Precision) -> Callable[[Fields], Point | None]:
    return lambda fields: point_around(
        date(fields["year"], (fields[name] - 1) * length + 1, 1), precision
    )


# The most exact first: a day has a month too. Winter ends in its second year's first quarter.
_MAKERS: dict[str, Callable[[Fields], Point | None]] = {
    "day": lambda fields: point_around(
        date(fields["year"], fields["month"], fields["day"]), Precision.DAY
    ),
    "month": _months("month", 1, Precision.MONTH),
    "quarter": _months("quarter", 3, Precision.QUARTER),
    "half": _months("half", 6, Precision.HALF_YEAR),
    "before": lambda fields: point_around(date(fields["year"], 1, 1), Precision.QUARTER),
}
