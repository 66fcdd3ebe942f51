"""What those who were invited to a survey are sent: the invitation, and reminders to all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from analysis.measures.sending_time import slot_from
from jobs.surroundings import Surroundings
from models import delivery, survey_course, survey_invitation
from models.base import Session
from models.delivery import Kind, Planned
from models.survey import Survey
from models.survey_actions import OpenSurvey
from models.survey_invitation import Invited
from models.text import Fixed, T, Verbatim
from models.turn import Button, Reply


def send(session: Session, survey: Survey, now: datetime, around: Surroundings) -> int:
    """Queue what is due now. How many messages."""
    everybody = survey_invitation.invited(session, survey.id)
    new = [one for one in everybody if not one.told]
    queued = _queue(session, _Wave(survey, "invitation", now, around), new)
    if new:
        survey_invitation.told(session, survey.id)
    days = _days_before_the_end(survey, now)
    if days is None:
        return queued
    survey_course.reminded(session, survey.id, days)
    return queued + _queue(session, _Wave(survey, f"reminder{days}", now, around), everybody)


class _Wave:
    """The same message for many; written once for each language."""

    def __init__(self, survey: Survey, name: str, now: datetime, around: Surroundings) -> None:
        self.survey, self.name, self.now, self.around = survey, name, now, around
        self.begin = slot_from(now, around.rules).begin
        self.message = cache(self._message)

    def planned(self, one: Invited) -> Planned:
        """For one of them."""
        key, way = f"survey:{self.survey.id}:{self.name}:{one.person}", one.way
        message = self.message(way.language or self.around.language)
        return Planned(Kind.NEWS, key, way.channel, way.address, message, self.begin)

    def _message(self, language: str) -> bytes:
        return self.around.render(
            _reply(self.survey, self.name == "invitation", language), language
        )


def _queue(session: Session, wave: _Wave, people: Sequence[Invited]) -> int:
    return delivery.queue(session, [wave.planned(one) for one in people], wave.now)


def _days_before_the_end(survey: Survey, now: datetime) -> int | None:
    """Which reminder has come, the nearest to the end; None: none, or it went out already."""
    if survey.plan.closes is None:
        return None
    left = (survey.plan.closes - now.date()).days
    come = min((days for days in survey.plan.reminders if left <= days), default=None)
    if come is None or (survey.reminded is not None and survey.reminded <= come):
        return None
    return come


def _reply(survey: Survey, invites: bool, language: str) -> Reply:
    titles = survey.plan.title
    spoken = next((x for x in (language, "de", *titles) if titles.get(x)), language)
    title = Verbatim(titles.get(spoken, ""), spoken)
    last = () if survey.plan.closes is None else (T("survey_call.until", day=survey.plan.closes),)
    first = (
        T("survey_call.invited", title=title) if invites else T("survey_call.reminded", title=title)
    )
    begin = T("survey_call.begin_with", command=Fixed(f"/survey {survey.code}"))
    button = Button(T("survey_call.begin"), OpenSurvey(survey=survey.id))
    return Reply(text=(first, *last, T("survey_call.voluntary"), begin), buttons=((button,),))
