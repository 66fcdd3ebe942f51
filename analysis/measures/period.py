"""The period of a measure (Umsetzungszeitraum), read from German and English spellings.

Readings where people differ: a bare span ("2. Quartal 2027") is start and end; a bare day and the
beginning, middle or end of something are an end alone ("Ende 2026" is due on 31 December). "Anfang
2027" is its first quarter, "Ende 2027" its last, "Mitte 2027" ends on 30 June and as a start begins
on 1 July. A season is the quarter in which it ends: Frühjahr 2027 is April to June. "seit 2024",
"laufend" and "unbefristet" run on; "ab 2026" only has no end yet. Years may have two figures where
nothing else can be meant ("Dez 26", as Excel writes what was typed as 12/2026).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.measures.grammar import Bare, span_in
from analysis.measures.point import Point, Precision, point_around
from analysis.measures.reading import Reason, Unreadable, point_in
from analysis.measures.spelling import is_open, is_vague, lacks_a_year, names_an_edge, plain

__all__ = [
    "Period",
    "Point",
    "Precision",
    "Unreadable",
    "parse_period",
    "parse_point",
    "point_around",
    "written",
    "written_period",
]

_GERMAN_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when, either of them perhaps open; `running`: it goes on (laufend).

    Raises Unreadable (`reversed`) when it ends before it begins.
    """

    start: Point | None = None
    end: Point | None = None
    running: bool = False

    def __post_init__(self) -> None:
        if self.start and self.end and self.end.last < self.start.first:
            raise Unreadable(written_period(self), "reversed", "2025–2027")

    @property
    def begins(self) -> date | None:
        """The first day, None when open."""
        return self.start.first if self.start else None

    @property
    def due(self) -> date | None:
        """The last day, by which the measure is to be done; None when open."""
        return self.end.last if self.end else None


def parse_point(text: str, *, starting: bool = False) -> Point | None:
    """Return the point that a text names, None for an open one ("offen", "n. n.", nothing).

    `starting` says that something begins then. Raises Unreadable with an example.
    """
    if is_open(text):
        return None
    try:
        point = point_in(_at(plain(text), starting=starting), starting=starting)
    except Unreadable as problem:
        raise Unreadable(text, problem.reason, problem.example) from None
    if point is None:
        raise Unreadable(text, _reason(text))
    return point


def _at(plain: str, *, starting: bool) -> str:
    """What ends may end "until" then, and what begins may begin "from" then."""
    return plain.removeprefix("ab ") if starting else plain.removeprefix("bis ")


def parse_period(text: str) -> Period:
    """Return the period that a text names. Raises Unreadable with an example."""
    if is_open(text):
        return Period()
    bare: Bare = "end" if names_an_edge(text) else "both"
    try:
        span = span_in(plain(text), bare)
        if span:
            return Period(*span)
    except Unreadable as problem:
        raise Unreadable(text, problem.reason, problem.example) from None
    raise Unreadable(text, _reason(text))


def _reason(text: str) -> Reason:
    """Why a text that is no date is none."""
    if is_vague(text):
        return "vague"
    return "no_year" if lacks_a_year(text) else "spelling"


def written(point: Point | None) -> str:
    """Return the German spelling for tables and files, which `parse_point` reads as the same."""
    if point is None:
        return "offen"
    day = point.last
    match point.precision:
        case Precision.DAY:
            return f"{day:%d.%m.%Y}"
        case Precision.MONTH:
            return f"{_GERMAN_MONTHS[day.month - 1]} {day.year}"
        case Precision.QUARTER:
            return f"{day.month // 3}. Quartal {day.year}"
        case Precision.HALF_YEAR:
            return f"{day.month // 6}. Halbjahr {day.year}"
    return str(day.year)


def written_period(period: Period) -> str:
    """Return the German spelling of a period, which `parse_period` reads as the same."""
    start, end = period.start, period.end
    if not (start or end):
        return "laufend" if period.running else "offen"
    if period.running:
        return f"{_written_span(start, end)}, laufend"
    if end and start == end and end.precision is not Precision.DAY:
        return written(end)
    return _written_span(start, end)


def _written_span(start: Point | None, end: Point | None) -> str:
    if end is None:
        return f"ab {written(start)}"
    if start is None:
        return f"bis {written(end)}"
    return f"{written(start)} – {written(end)}"
