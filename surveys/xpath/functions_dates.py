"""Functions on dates and times (https://getodk.github.io/xforms-spec/#date-string-functions)."""

from __future__ import annotations

from datetime import date as date_
from datetime import datetime, tzinfo
from functools import lru_cache, partial

from surveys.xpath.calendar_names import days_in, months_in
from surveys.xpath.code import Code, Moments, Strings, Type, of_moment, of_number, of_string
from surveys.xpath.function import Arguments, Function
from surveys.xpath.moments import (
    NEVER,
    Moment,
    local_of,
    moment_at,
    moment_of,
    share_of_day,
    time_of_day,
    whole_day,
)
from surveys.xpath.scope import Frame


def today(_arguments: Arguments) -> Code:
    """`today()`: the date in the form's zone."""
    return of_moment(_today)


def now(_arguments: Arguments) -> Code:
    """`now()`."""
    return of_moment(lambda frame: moment_at(frame.scope.now))


def date(arguments: Arguments) -> Code:
    """`date(value)`: of a text in ISO 8601 or of days since 1970; the time of day stays."""
    if arguments[0].type is Type.BOOLEAN:
        return of_moment(lambda _frame: NEVER)
    return of_moment(arguments[0].moment)


def decimal_date_time(arguments: Arguments) -> Code:
    """`decimal-date-time(value)`: days since 1970, with the time of day as a fraction."""
    moment = arguments[0].moment
    return of_number(lambda frame: moment(frame).days)


def decimal_time(arguments: Arguments) -> Code:
    """`decimal-time(value)`: the share of the day, in the form's zone."""
    return of_number(partial(_decimal_time, arguments[0].string))


def format_date(arguments: Arguments) -> Code:
    """`format-date(value, format)`, with the codes below; "" for no date."""
    return of_string(partial(_formatted, arguments[0].moment, arguments[1].string))


def _today(frame: Frame) -> Moment:
    now = frame.scope.now
    return _beginning(now.date(), now.tzinfo)


@lru_cache(maxsize=16)
def _beginning(day: date_, zone: tzinfo | None) -> Moment:
    return whole_day(day.isoformat(), zone)


def _decimal_time(text: Strings, frame: Frame) -> float:
    said, zone = text(frame), frame.scope.now.tzinfo
    moment = moment_of(said, zone)
    local = local_of(moment.days, zone)
    if local is not None:
        return share_of_day(local)
    return time_of_day(said, zone, frame.scope.now)


def _formatted(moment: Moments, pattern: Strings, frame: Frame) -> str:
    local = local_of(moment(frame).days, frame.scope.now.tzinfo)
    if local is None:
        return ""
    pieces = pattern(frame).split("%")
    language = frame.scope.language
    return pieces[0] + "".join(_piece(local, piece, language) for piece in _escaped(pieces[1:]))


def _escaped(pieces: list[str]) -> list[str]:
    """`%%` is a percent sign: it split into an empty piece and what follows."""
    waiting = iter(pieces)
    return [piece or "%" + next(waiting, "") for piece in waiting]


def _piece(local: datetime, piece: str, language: str) -> str:
    code, rest = piece[0], piece[1:]
    if code == "%":
        return piece
    if code == "b":
        return months_in(language)[local.month - 1] + rest
    if code == "a":
        return days_in(language)[local.weekday()] + rest
    return CODES[code](local) + rest if code in CODES else "%" + piece


def _hour12(local: datetime) -> int:
    return local.hour % 12 or 12


CODES = {
    "Y": lambda local: f"{local.year:04d}",
    "y": lambda local: f"{local.year % 100:02d}",
    "m": lambda local: f"{local.month:02d}",
    "n": lambda local: str(local.month),
    "d": lambda local: f"{local.day:02d}",
    "e": lambda local: str(local.day),
    "H": lambda local: f"{local.hour:02d}",
    "h": lambda local: str(local.hour),
    "I": lambda local: f"{_hour12(local):02d}",
    "M": lambda local: f"{local.minute:02d}",
    "S": lambda local: f"{local.second:02d}",
    "3": lambda local: f"{local.microsecond // 1000:03d}",
    "W": lambda local: str(local.isocalendar().week),
    "j": lambda local: f"{local.timetuple().tm_yday:03d}",
}
FUNCTIONS = {
    "today": Function(today, 0, 0),
    "now": Function(now, 0, 0),
    "date": Function(date, 1, 1),
    "date-time": Function(date, 1, 1),
    "decimal-date-time": Function(decimal_date_time, 1, 1),
    "decimal-time": Function(decimal_time, 1, 1),
    "format-date": Function(format_date, 2, 2),
    "format-date-time": Function(format_date, 2, 2),
}
