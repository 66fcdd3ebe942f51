"""Who may answer which survey now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.role import Role
from models.survey import Audience, Survey, SurveyState, View, in_state


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of somebody: "" where it is not. `topic` is what she just asked about."""

    language: str
    roles: frozenset[Role] = frozenset()
    district: str = ""
    topic: str = ""


def is_open(survey: Survey, today: date) -> bool:
    """Whether it can be answered today, also when no job has closed it yet."""
    last = survey.plan.closes
    return survey.state is SurveyState.OPEN and (last is None or today <= last)


def open_for(session: Session, reader: Reader, today: date) -> list[Survey]:
    """What she may answer, the newest first. Whether she has, `participation.answered` knows."""
    found = in_state(session, SurveyState.OPEN)
    return [x for x in found if is_open(x, today) and is_for(x, reader)]


def about(surveys: list[Survey], topic: str) -> list[Survey]:
    """Those that are about what somebody just asked."""
    return [survey for survey in surveys if topic and survey.plan.audience.topic == topic]


def is_for(survey: Survey, reader: Reader) -> bool:
    """Whether she is among those asked. A network's survey asks nobody without a task."""
    audience = survey.plan.audience
    if survey.plan.view is View.NETWORK and not reader.roles:
        return False
    return (
        _has_role(audience, reader) and _lives_there(audience, reader) and _reads(audience, reader)
    )


def _has_role(audience: Audience, reader: Reader) -> bool:
    return not audience.roles or not audience.roles.isdisjoint(reader.roles)


def _lives_there(audience: Audience, reader: Reader) -> bool:
    return not audience.district or audience.district == reader.district


def _reads(audience: Audience, reader: Reader) -> bool:
    return not audience.languages or reader.language in audience.languages
