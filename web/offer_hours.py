"""When an offer is open, in words: in a usual week, on single days, and what changes soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from analysis.hours.opening import OpeningHours, Span, opening_hours
from analysis.hours.schedule import Schedule
from analysis.hours.timetable import Dated, Period, Timetable, timetable
from analysis.hours.week import MIDNIGHT
from models import customs
from models.offer import Offer
from models.text import Fixed, T, Weekday
from web.offer_reader import Reader, german

Hours = Mapping[str, Any]


def shown(offer: Offer, reader: Reader) -> Hours:
    """The hours that hold everywhere, and in `places` of those that have some of their own."""
    own = [_at(one.schedules, offer, reader) if one.schedules else None for one in offer.places]
    everywhere = {**_at(offer.schedules, offer, reader), "note": reader.own(offer, "hours_note")}
    nothing_else = not all(own) or not own
    told = bool(offer.schedules or offer.by_appointment or everywhere["note"] or nothing_else)
    return {**everywhere, "is_known": told, "places": own, "state": ""}


def _at(schedules: tuple[Schedule, ...], offer: Offer, reader: Reader) -> Hours:
    town = reader.paper.town
    hours = opening_hours(
        schedules,
        reader.paper.zone,
        town.office.holidays,
        open_on_holidays=offer.open_on_holidays,
        by_appointment=offer.by_appointment,
    )
    table = timetable(hours, reader.today)
    return {
        "periods": [] if hours.always else [_period(one, hours, reader) for one in table.periods],
        "dates": [_date(one, hours, reader) for one in table.dates],
        "changes": [_change(one, hours, reader) for one in table.changes],
        "words": [german(words) for words in table.words],
        "lines": list(_lines(hours, table, reader)),
        "note": None,
    }


def _lines(hours: OpeningHours, table: Timetable, reader: Reader) -> Iterator[str]:
    if hours.always:
        yield reader.say(T("offerpage.always"))
    if hours.only_by_appointment:
        yield reader.say(T("open.by_appointment"))
    elif not (table.periods or table.dates or table.words or hours.always):
        yield reader.say(T("offerpage.hours_unknown"))
    if table.shut_on_holidays:
        yield reader.say(T("offerpage.not_on_holidays"))


def _period(one: Period, hours: OpeningHours, reader: Reader) -> Hours:
    return {"heading": _held(one, reader), "rows": list(_rows(one.week, hours, reader))}


def _held(one: Period, reader: Reader) -> str:
    """From when until when, where that is not always."""
    if one.first and one.last:
        return reader.say(T("offerpage.period", first=one.first, last=one.last))
    if one.first:
        return reader.say(T("offerpage.valid_from", day=one.first))
    return reader.say(T("offer.valid_until", day=one.last)) if one.last else ""


def _rows(week: Sequence[tuple[Span, ...]], hours: OpeningHours, reader: Reader) -> Iterator[Hours]:
    """One for each run of days with the same hours."""
    for spans, run in groupby(enumerate(week), key=lambda pair: pair[1]):
        days = [day for day, _ in run]
        if spans:
            yield {"days": _weekdays(days, reader), "spans": _spans(spans, hours, reader)}


def _weekdays(days: Sequence[int], reader: Reader) -> str:
    first, last = Weekday(days[0]), Weekday(days[-1])
    if first == last:
        return reader.plain(first)
    return reader.say(T("hours.days", first=first, last=last))


def _spans(spans: Sequence[Span], hours: OpeningHours, reader: Reader) -> list[str]:
    return [_span(one, hours, reader) for one in spans]


def _span(span: Span, hours: OpeningHours, reader: Reader) -> str:
    """ "09:00–12:00"; said with each where only some are by appointment."""
    interval, by_appointment = span
    closes = "24:00" if interval.closes == MIDNIGHT else customs.clock(interval.closes)
    times = Fixed(f"{customs.clock(interval.opens)}–{closes}")
    if by_appointment and not hours.only_by_appointment:
        return reader.say(T("offerpage.span_appointment", times=times))
    return reader.plain(times)


def _date(one: Dated, hours: OpeningHours, reader: Reader) -> Hours:
    return {"days": _days(one, reader), "spans": _spans(one.spans, hours, reader)}


def _change(one: Dated, hours: OpeningHours, reader: Reader) -> Hours:
    days = _days(one, reader)
    name = _holiday(one.first, reader) if one.holiday else ""
    if one.spans and not one.holiday:
        times = ", ".join(_spans(one.spans, hours, reader))
        said = reader.say(T("offerpage.other_hours", days=days, times=times))
    else:
        said = reader.say(T("offerpage.closed_on", days=days))
    return {"said": said, "why": german(name or one.why)}


def _days(one: Dated, reader: Reader) -> str:
    first, last = (customs.full_day(day, reader.language) for day in (one.first, one.last))
    if one.first == one.last:
        return first
    return reader.say(T("offerpage.period", first=first, last=last))


def _holiday(day: date, reader: Reader) -> str:
    holidays = reader.paper.town.office.holidays
    return (holidays.name_of(day) or "") if holidays else ""
