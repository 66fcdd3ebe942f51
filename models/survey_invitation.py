"""Who was invited to a survey, and how to write to all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ForeignKey, Select, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.account import ROLE
from models.base import Base, table
from models.dialogue import Filters
from models.person import TABLE as PERSON
from models.reaching import Way
from models.role import Role
from models.survey import Survey
from models.survey_audience import Reader, is_for
from models.upsert import insert_for


class SurveyInvitationRow(Base):
    """Purpose: to remind all whom the town invited to a survey, whether they answered or not. Kept
    until the survey closes.

    It says who was asked, never who answered.
    """

    __tablename__ = "survey_invitation"

    survey_id: Mapped[int] = mapped_column(
        ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    told: Mapped[bool]


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who was invited, and the way to her."""

    person: int
    way: Way
    told: bool


INVITATION = table(SurveyInvitationRow)
REACHED = PERSON.c.gone_on.is_(None) & PERSON.c.quiet.is_(False)


def invite(session: Session, survey: Survey, channels: Collection[str]) -> int:
    """Put everybody on the list whom the survey is for and who takes messages in one of
    `channels`; of an account's channels the one used last. How many were new.
    """
    found: dict[tuple[str, int], int] = {}
    for person, account, reader in _readers(session, channels):
        if is_for(survey, reader):
            found.setdefault(
                ("person", person) if account is None else ("account", account), person
            )
    known = {one.person for one in invited(session, survey.id)}
    new = [person for person in found.values() if person not in known]
    values = [{"survey_id": survey.id, "person_id": id, "told": False} for id in new]
    if values:
        session.execute(insert_for(session, INVITATION).on_conflict_do_nothing(), values)
    return len(values)


def invited(session: Session, survey: int) -> list[Invited]:
    """All who were invited and still take messages."""
    columns = (PERSON.c.id, PERSON.c.channel, PERSON.c.address, PERSON.c.language)
    joined = select(*columns, INVITATION.c.told).join_from(INVITATION, PERSON)
    query = joined.where(INVITATION.c.survey_id == survey, REACHED).order_by(PERSON.c.id)
    return [Invited(id, Way(*way), told) for id, *way, told in session.execute(query)]


def told(session: Session, survey: int) -> None:
    """All have been written to."""
    untold = (INVITATION.c.survey_id == survey) & INVITATION.c.told.is_(False)
    session.execute(update(INVITATION).where(untold).values(told=True))


def forget_of(session: Session, survey: int) -> None:
    """The survey is closed: nobody is reminded any more."""
    session.execute(delete(INVITATION).where(INVITATION.c.survey_id == survey))


def _readers(
    session: Session, channels: Collection[str]
) -> Iterable[tuple[int, int | None, Reader]]:
    roles = _roles(session)
    for row in session.execute(_people(channels)):
        if not (row.channel == "telegram" and row.address.startswith("-")):
            district = Filters.model_validate_json(row.filters).district
            held = roles.get(row.account_id, frozenset())
            yield row.id, row.account_id, Reader(row.language, held, district)


def _people(channels: Collection[str]) -> Select[tuple[object, ...]]:
    names = ("id", "channel", "address", "language", "filters", "account_id")
    query = select(*(PERSON.c[name] for name in names))
    newest = (PERSON.c.last_seen.desc(), PERSON.c.id.desc())
    return query.where(REACHED, PERSON.c.channel.in_(list(channels))).order_by(*newest)


def _roles(session: Session) -> dict[int, frozenset[Role]]:
    found: dict[int, frozenset[Role]] = {}
    for account, role in session.execute(select(ROLE.c.account_id, ROLE.c.role)):
        found[account] = found.get(account, frozenset()) | {Role(role)}
    return found
