"""Surveys (Befragungen): whom they ask, from when until when, and under which public code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random
from typing import Any

from sqlalchemy import Date, LargeBinary, RowMapping, String, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit, survey_plan
from models.base import Base, table
from models.roles import Deed
from models.secrets import code
from models.survey_plan import Audience, Plan, View

__all__ = ["Audience", "Plan", "View"]
"""What a plan is made of is read from here too."""

ENTITY = "survey"
CODE_LETTERS = 8
KEY_BYTES = 32


class SurveyState(StrEnum):
    """A survey that is closed is never opened again: its key is gone."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class SurveyRow(Base):
    """Purpose: to ask people a form, each once. Kept for the concept's period and one more (10
    years).

    `salt` is the survey's own random key; with the installation's secret, which is not in the
    database, it makes the key under which participation is marked (`models.survey_key`). When the
    survey closes it is destroyed, with a line in `audit`. `reminders` are days before the last one,
    `quotas` JSON as in Plan.
    """

    __tablename__ = "survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    title: Mapped[str]
    view: Mapped[str] = mapped_column(String(8))
    roles: Mapped[str] = mapped_column(String(120))
    languages: Mapped[str] = mapped_column(String(200))
    district: Mapped[str] = mapped_column(String(80))
    topic: Mapped[str] = mapped_column(String(48))
    attributed: Mapped[bool]
    files: Mapped[bool]
    consent: Mapped[str] = mapped_column(String(32))
    statute: Mapped[str] = mapped_column(String(200))
    opens: Mapped[date | None] = mapped_column(Date)
    closes: Mapped[date | None] = mapped_column(Date)
    reminders: Mapped[str] = mapped_column(String(40))
    reminded: Mapped[int | None]
    quotas: Mapped[str]
    contact: Mapped[bool | None]
    invites: Mapped[bool]
    state: Mapped[str] = mapped_column(String(8), index=True)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    closed_on: Mapped[date | None] = mapped_column(Date)


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey as it is stored. `code` is public: it stands in links and QR codes."""

    id: int
    code: str
    plan: Plan
    state: SurveyState
    reminded: int | None
    closed_on: date | None

    @property
    def link(self) -> str:
        """What follows ?start= in a link."""
        return f"survey_{self.code}"


SURVEY = table(SurveyRow)


def make(session: Session, rng: Random, deed: Deed, plan: Plan, named: str = "") -> int:
    """A planned survey with a key of its own. Raises ValueError for a plan that names migrants'
    organizations.
    """
    values = survey_plan.columns(plan) | {"code": named or code(rng, CODE_LETTERS).lower()}
    values |= {"state": SurveyState.PLANNED, "salt": rng.randbytes(KEY_BYTES)}
    id = session.execute(insert(SURVEY).values(**values).returning(SURVEY.c.id)).scalar_one()
    audit.record(session, deed.at, deed.by, "survey.made", (ENTITY, id))
    return int(id)


def change(session: Session, deed: Deed, id: int, plan: Plan) -> None:
    """Another plan. Raises ValueError like `make`."""
    session.execute(update(SURVEY).where(SURVEY.c.id == id).values(**survey_plan.columns(plan)))
    audit.record(session, deed.at, deed.by, "survey.changed", (ENTITY, id))


def find(session: Session, id: int) -> Survey | None:
    """A survey by its number."""
    return next(iter(_found(session, SURVEY.c.id == id)), None)


def by_code(session: Session, typed: str) -> Survey | None:
    """A survey by its public code, in whatever case it was typed."""
    return next(iter(_found(session, SURVEY.c.code == typed.strip().lower())), None)


def in_state(session: Session, *states: SurveyState) -> list[Survey]:
    """All in one of these states, the newest first."""
    return _found(session, SURVEY.c.state.in_(states))


def _found(session: Session, condition: Any) -> list[Survey]:
    query = select(SURVEY).where(condition).order_by(SURVEY.c.id.desc())
    return [_survey(row) for row in session.execute(query).mappings()]


def _survey(row: RowMapping) -> Survey:
    state = SurveyState(row["state"])
    return Survey(
        row["id"], row["code"], survey_plan.read(row), state, row["reminded"], row["closed_on"]
    )
