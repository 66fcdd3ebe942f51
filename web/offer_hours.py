"""When an offer is open, as its page tells it: now, in a usual week, and what is different soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from analysis.hours.schedule import Schedule
from handlers.offer_week import week
from models.card import Hours, Timetable
from models.offer import Offer
from models.opening_words import state_words
from models.text import Fixed, T, Text, Verbatim, Weekday
from web.offer_reader import Reader, quoted

Drawn = Mapping[str, Any]


def shown(offer: Offer, reader: Reader) -> Drawn:
    """The hours that hold everywhere, and in `places` of those that have some of their own."""
    own = [list(_tables(one.schedules, offer, reader)) for one in offer.places]
    everywhere = list(_tables(offer.schedules, offer, reader))
    note = reader.own(offer, "hours_note")
    nothing = not (everywhere or note or any(own))
    line = T("open.by_appointment") if offer.by_appointment else None
    if nothing and offer.kind == "offer":
        line = line or T("offerpage.hours_unknown")
    return {
        "state": _state(offer, reader) if everywhere or any(own) else "",
        "is_known": bool(everywhere or note or line),
        "tables": everywhere,
        "places": own,
        "line": reader.say(line) if line else "",
        "note": note,
    }


def _state(offer: Offer, reader: Reader) -> str:
    """How it is now; that it is closed for long is a notice."""
    if offer.temporarily_closed:
        return ""
    said = state_words(offer, reader.paper.town.almanac, reader.now, reader.language)
    return reader.say(said) if said else ""


def _tables(schedules: tuple[Schedule, ...], offer: Offer, reader: Reader) -> Iterator[Drawn]:
    """What is told of these hours alone, wherever they hold."""
    if schedules:
        alone = replace(offer, places=(), schedules=schedules)
        almanac = reader.paper.town.almanac
        for one in week(alone, almanac, reader.today, reader.language, full=True):
            yield _table(one, reader)


def _table(one: Timetable, reader: Reader) -> Drawn:
    return {
        "heading": _said(one.heading, reader) if one.heading else None,
        "rows": [_row(run, reader) for run in _runs(one.week)],
        "notes": [_said(note, reader) for note in one.notes],
    }


def _said(text: Text | Verbatim, reader: Reader) -> Drawn:
    if isinstance(text, Verbatim):
        return quoted(text)
    return quoted(Verbatim(reader.say(text), reader.language))


def _runs(days: Sequence[Hours]) -> Iterator[list[Hours]]:
    """Neighbouring days with the same hours together."""
    numbered = enumerate(days)
    for _, run in groupby(numbered, key=lambda pair: _alike(*pair)):
        yield [day for _, day in run]


def _alike(number: int, day: Hours) -> object:
    return day.day - number, day.spans, day.by_appointment


def _row(run: Sequence[Hours], reader: Reader) -> Drawn:
    first, last = Weekday(run[0].day), Weekday(run[-1].day)
    days = reader.say(T("hours.days", first=first, last=last))
    return {
        "days": reader.plain(first) if first == last else days,
        "spans": [_span(span, run[0], reader) for span in run[0].spans],
    }


def _span(span: tuple[str, str], day: Hours, reader: Reader) -> str:
    """ "09:00–12:00"; said with each where only some are by appointment."""
    times = Fixed("–".join(span))
    asked = T("offerpage.span_appointment", times=times)
    return reader.say(asked) if span in day.by_appointment else reader.plain(times)
