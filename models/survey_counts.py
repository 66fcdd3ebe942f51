"""How many have answered: for quotas, and for whoever leads a workshop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import submission
from models.response import RESPONSE
from models.survey import Survey

ALL = ""
FACETS = ("language", "district", "mode")
"""By what a quota may limit."""


def total(session: Session, survey: int) -> int:
    """All responses, those that wait among them."""
    mixed = select(func.count()).where(RESPONSE.c.survey_id == survey)
    return (session.scalar(mixed) or 0) + submission.number(session, survey)


def live(session: Session, survey: int, key: bytes, mode: str) -> int:
    """So many have answered in this way, up to this moment (Workshop)."""
    waiting = sum(one.content.mode == mode for one in submission.waiting(session, survey, key))
    mine = (RESPONSE.c.survey_id == survey) & (RESPONSE.c.mode == mode)
    return waiting + (session.scalar(select(func.count()).where(mine)) or 0)


def is_full(session: Session, survey: Survey) -> bool:
    """Whether as many have answered as were wanted in all."""
    wanted = survey.plan.quotas.get(ALL)
    return wanted is not None and total(session, survey.id) >= wanted


def is_wanted(session: Session, survey: Survey, facets: Mapping[str, str]) -> bool:
    """Whether somebody with this language, district or mode is still asked.

    Responses that wait for company are not looked into, so a quota of a kind may be passed by a few
    of each language and mode.
    """
    if is_full(session, survey):
        return False
    names = [f"{name}:{value}" for name, value in facets.items() if name in FACETS]
    limited = {name: survey.plan.quotas[name] for name in names if name in survey.plan.quotas}
    counted = _counted(session, survey.id) if limited else Counter()
    return all(counted[name] < wanted for name, wanted in limited.items())


def _counted(session: Session, survey: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for name in FACETS:
        column = RESPONSE.c[name]
        query = select(column, func.count()).where(RESPONSE.c.survey_id == survey).group_by(column)
        found.update({f"{name}:{value}": number for value, number in session.execute(query)})
    return found
