"""Tells the coordination of answers that need them, and people of what is theirs from now on."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobs.reminder_recipients import coordination
from jobs.surroundings import Surroundings, planned_in
from models import account as accounts
from models import delivery, measures, notices, reaching
from models.account import Account
from models.answers import CAUSES, AssignTo, ShowMeasure
from models.base import Session
from models.delivery import Planned
from models.measure_record import Measure
from models.notices import TO_OWNER, Notice
from models.text import Fixed, Listed, T, Text, Verbatim
from models.turn import Button, Reply

TIME_TO_EXPLAIN = timedelta(minutes=10)
"""So long somebody has to add a reason to her answer."""


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """Queue what was said and not told. How many messages."""
    queued = 0
    for notice in notices.untold(session, now - TIME_TO_EXPLAIN):
        measure = measures.find(session, notice.measure_id, now.date())
        notices.told(session, notice.id)
        if measure is not None:
            planned = _planned(session, notice, measure, now, around)
            queued += delivery.queue(session, planned, now)
    return queued


def _planned(
    session: Session, notice: Notice, measure: Measure, now: datetime, around: Surroundings
) -> list[Planned]:
    found = []
    reply = _reply(session, notice, measure)
    for id in _readers(session, notice, measure, now):
        reader, way = accounts.find(session, id), reaching.way_to(session, id, around.channels)
        if reader and way and id != notice.account_id:
            message, key = around.render(reply, way.language), f"note:{notice.id}:{id}"
            found.append(planned_in(around.slot(reader, now), key, way, message))
    return found


def _readers(session: Session, notice: Notice, measure: Measure, now: datetime) -> list[int]:
    if notice.answer != TO_OWNER:
        return coordination(session, now.date())
    hers = measures.acting(session, measure.id, now.date())
    return [] if hers is None else [hers]


def _reply(session: Session, notice: Notice, measure: Measure) -> Reply:
    number, title = Fixed(measure.number), Verbatim(measure.title, "de")
    name = _called(session, notice.account_id)
    said = T(f"notice.{notice.answer}", number=number, title=title, name=name)
    lines = tuple(map(_line, notice.text.splitlines()))
    words = (T("notice.words", words=Listed(lines)),) if lines else ()
    show = (Button(T("reminder.show"), ShowMeasure(measure=measure.id)),)
    rows = (*_suggested(session, notice, measure), show)
    return Reply(text=(said, *words), buttons=rows)


def _suggested(
    session: Session, notice: Notice, measure: Measure
) -> tuple[tuple[Button, ...], ...]:
    """Whom she named, to be made responsible with one tap."""
    named = notice.suggested_id
    if named is None:
        return ()
    label = T("notice.assign", name=_called(session, named))
    return ((Button(label, AssignTo(measure=measure.id, account=named)),),)


def _line(line: str) -> Text | Verbatim:
    return T(f"because.{line}") if line in CAUSES else Verbatim(line, "de")


def _called(session: Session, id: int | None) -> Text | Verbatim:
    found: Account | None = accounts.find(session, id) if id is not None else None
    if found is None:
        return T("who.nobody")
    return Verbatim(found.name, "de") if found.name else T("who.unnamed", number=found.id)
