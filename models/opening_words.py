"""Is it open, till when, and when next: so that nobody goes there in vain. Nothing is guessed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from analysis.hours.opening import Almanac, OpeningHours
from analysis.hours.state import OpenState
from models.offer import Offer
from models.opening import best_state
from models.text import Fixed, T, Text, Verbatim, Weekday
from models.translation import GERMAN

A_WEEK = timedelta(days=7)
NIGHT = time(6)
"""What closes before that closes in the night of the day before."""


def state_words(offer: Offer, almanac: Almanac, at: datetime, language: str) -> Text | None:
    """How it is at a moment, for a reader of `language`. None: it is nothing that opens."""
    if offer.temporarily_closed:
        return T("open.temporarily_closed")
    said, hours, place = best_state(offer, almanac, at)
    if said.kind == "unknown":
        return _unknown(offer, hours)
    words = _said(said, hours, at.astimezone(almanac.zone), language)
    if place is None or not place.name or said.kind in {"text", "appointment"}:
        return words
    return T("open.at_place", place=Verbatim(place.name, GERMAN), state=words)


def holiday_name(hours: OpeningHours, day: date, language: str) -> Verbatim:
    """In the reader's language where it has a name there, else in German."""
    named = hours.holidays.named_in(day, language) if hours.holidays else None
    return Verbatim(*named) if named else Verbatim("", GERMAN)


def _unknown(offer: Offer, hours: OpeningHours) -> Text | None:
    """Nobody said, or what they said is over; of what one need not go to, nothing is missing."""
    if hours.rules:
        return T("open.lapsed")
    to_go_to = offer.kind == "offer" and bool(offer.places)
    told = any("hours_note" in fields for fields in offer.texts.values())
    return T("offerpage.hours_unknown") if to_go_to and not told else None


def _said(said: OpenState, hours: OpeningHours, now: datetime, language: str) -> Text:
    match said.kind:
        case "open":
            return _open(said, hours, now)
        case "appointment":
            return _by_appointment(said)
        case "text":
            return T("open.as_written")
    return _closed(said, hours, now, language)


def _open(said: OpenState, hours: OpeningHours, now: datetime) -> Text:
    if said.until is None:
        return T("offerpage.always") if hours.always else T("open.now")
    if is_tonight(said.until, now):
        return T("open.until", at=_end(said.until))
    return T("open.until_day", day=Weekday(said.until.weekday()), at=said.until.time())


def is_tonight(moment: datetime, now: datetime) -> bool:
    """Whether it is today, or in the night that follows."""
    days = (moment.date() - now.date()).days
    return days == 0 or (days == 1 and moment.time() < NIGHT)


def _end(moment: datetime) -> time | Fixed:
    return moment.time() if moment.time() != time() else Fixed("24:00")


def _by_appointment(said: OpenState) -> Text:
    if said.until is None:
        return T("open.by_appointment")
    return T("open.appointment_until", at=_end(said.until))


def _closed(said: OpenState, hours: OpeningHours, now: datetime, language: str) -> Text:
    then = _next(said.next_opening, now)
    if said.holiday:
        return T("open.holiday", name=holiday_name(hours, said.holiday, language), then=then)
    today = said.next_opening is not None and said.next_opening.date() == now.date()
    if said.special and not today and not hours.named_for(now.date()):
        return T("open.closed_today", then=then)
    return then


def _next(opening: datetime | None, now: datetime) -> Text:
    if opening is None:
        return T("open.no_more")
    if opening.date() == now.date():
        return T("open.today", at=opening.time())
    weekday = Weekday(opening.weekday())
    if opening.date() - now.date() < A_WEEK:
        return T("open.later", day=weekday, at=opening.time())
    return T("open.on_day", weekday=weekday, day=opening.date(), at=opening.time())
