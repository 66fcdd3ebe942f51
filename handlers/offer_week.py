"""Opening hours for a card: the usual week of each place, other days, and what changes soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.hours.opening import Almanac, OpeningHours, Span
from analysis.hours.timetable import Dated, Period, timetable
from analysis.hours.timetable import Timetable as Known
from analysis.hours.week import MIDNIGHT, Interval
from models.offer import Offer, Place
from models.opening import hours_of, may_change, schedules_of
from models.opening_words import holiday_name
from models.text import Fixed, Listed, T, Text, Verbatim, Weekday
from models.translation import GERMAN
from models.turn import Hours, Timetable

NEAR = timedelta(days=7)
"""In a list only what changes this week is told."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Hours as somebody reads them."""

    hours: OpeningHours
    today: date
    language: str
    full: bool


def week(
    offer: Offer, almanac: Almanac, today: date, language: str, *, full: bool = False
) -> tuple[Timetable, ...]:
    """The hours as they are known today; `full` with every place and all that is known of it."""
    own = [one for one in schedules_of(offer) if one[1]]
    told = own if full or not own else own[:1]
    return tuple(
        one
        for place, schedules in told
        for one in _at(
            place if len(own) > 1 else None,
            _Read(hours_of(offer, schedules, almanac), today, language, full),
        )
    )


def _at(place: Place | None, read: _Read) -> Iterator[Timetable]:
    """Under the name of the place, where there are several."""
    if place and place.name:
        yield Timetable(Verbatim(place.name, GERMAN))
    known = timetable(read.hours, read.today)
    periods = () if read.hours.always else known.periods
    for one in periods if read.full else periods[:1]:
        yield _period(one, read.hours)
    if notes := tuple(_notes(known, read)):
        yield Timetable(notes=notes)


def _period(period: Period, hours: OpeningHours) -> Timetable:
    days = tuple(_day(day, spans, hours) for day, spans in enumerate(period.week) if spans)
    return Timetable(_heading(period), days)


def _heading(period: Period) -> Text | None:
    """From when until when, where that is not always."""
    if period.first and period.last:
        return T("offerpage.period", first=period.first, last=period.last)
    if period.first:
        return T("offerpage.valid_from", day=period.first)
    return T("offer.valid_until", day=period.last) if period.last else None


def _day(day: int, spans: tuple[Span, ...], hours: OpeningHours) -> Hours:
    """Appointments are marked where there are hours without, too."""
    each = tuple(_written(interval) for interval, _ in spans)
    marked = () if hours.only_by_appointment else [_written(one) for one, asked in spans if asked]
    return Hours(day, each, frozenset(marked))


def _notes(known: Known, read: _Read) -> Iterator[Text | Verbatim]:
    if read.full and read.hours.always:
        yield T("offerpage.always")
    for one in known.dates:
        yield T("offerpage.other_hours", days=_days(one), times=_times(one.spans, read.hours))
    for one in known.changes:
        if read.full or one.first < read.today + NEAR:
            yield _change(one, read)
    yield from (Verbatim(words, GERMAN) for words in known.words)
    yield from _limits(known, read)


def _limits(known: Known, read: _Read) -> Iterator[Text]:
    if read.full and known.shut_on_holidays:
        yield T("offerpage.not_on_holidays")
    last = may_change(read.hours, read.today)
    if last and last >= read.today:
        yield T("open.may_change", day=last)


def _change(one: Dated, read: _Read) -> Text:
    if one.spans and not one.holiday:
        times = _times(one.spans, read.hours)
        said = T("offerpage.other_hours", days=_days(one), times=times)
    else:
        said = T("offerpage.closed_on", days=_days(one))
    name = holiday_name(read.hours, one.first, read.language) if one.holiday else None
    why = name or (Verbatim(one.why, GERMAN) if one.why else None)
    return T("hours.why", said=said, why=why) if why else said


def _days(one: Dated) -> Text:
    if one.first == one.last:
        return T("hours.day", weekday=Weekday(one.first.weekday()), day=one.first)
    return T("offerpage.period", first=one.first, last=one.last)


def _times(spans: tuple[Span, ...], hours: OpeningHours) -> Listed:
    return Listed(tuple(_time(span, hours) for span in spans))


def _time(span: Span, hours: OpeningHours) -> Fixed | Text:
    interval, asked = span
    times = Fixed("–".join(_written(interval)))
    marked = asked and not hours.only_by_appointment
    return T("offerpage.span_appointment", times=times) if marked else times


def _written(interval: Interval) -> tuple[str, str]:
    closes = "24:00" if interval.closes == MIDNIGHT else f"{interval.closes:%H:%M}"
    return f"{interval.opens:%H:%M}", closes
