"""Contributions outside surveys (/idea): what people see as potential, challenge, need or gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from random import Random
from typing import Any

from sqlalchemy import String, and_, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit
from models.base import Base, rows, table
from models.mixing import week_of
from models.response import random_id
from models.roles import Deed
from models.survey import View
from surveys.screening import Trace, traces


class Kind(StrEnum):
    """What somebody tells of (Potenzial, Herausforderung, Problem, Bedarf, Lücke)."""

    POTENTIAL = "potential"
    CHALLENGE = "challenge"
    PROBLEM = "problem"
    NEED = "need"
    GAP = "gap"


class ContributionRow(Base):
    """Purpose: to hear what no survey asked. A released one is kept for the concept's period and
    one more (10 years). One that nobody released is kept for 90 days.

    No link to who wrote it. Until it is `mixed` it lies where it was written; then it is written
    anew among others, so that neither place nor transaction tells. `traces` as in free_text.
    """

    __tablename__ = "contribution"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    field: Mapped[str] = mapped_column(String(48))
    district: Mapped[str] = mapped_column(String(80))
    view: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]
    traces: Mapped[str] = mapped_column(String(80))
    week: Mapped[str] = mapped_column(String(8))
    mixed: Mapped[bool]
    released: Mapped[bool]


@dataclass(frozen=True, slots=True)
class Contribution:
    """`field` is a field of action's code; it and the district are "" where she named none."""

    kind: Kind
    view: View
    language: str
    text: str
    field: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A contribution as it is stored."""

    id: str
    contribution: Contribution
    traces: tuple[Trace, ...]
    week: str


CONTRIBUTION = table(ContributionRow)
ENTITY = "contribution"
POOL = 200


def contribute(session: Session, rng: Random, told: Contribution, today: date) -> None:
    """Keep it, unseen until somebody releases it."""
    found = ",".join(traces(told.text))
    values = asdict(told) | {"id": random_id(rng), "traces": found, "week": week_of(today)}
    session.execute(insert(CONTRIBUTION).values(**values, mixed=False, released=False))


def mix(session: Session, rng: Random) -> int:
    """Write new ones anew, shuffled among older ones. How many were new."""
    new = _taken(session, select(CONTRIBUTION.c.id).where(CONTRIBUTION.c.mixed.is_(False)))
    if not new:
        return 0
    ids = sorted(session.scalars(select(CONTRIBUTION.c.id)))
    drawn = rng.sample(ids, min(POOL, len(ids)))
    rows = [*new, *_taken(session, drawn)] if drawn else new
    rng.shuffle(rows)
    session.execute(insert(CONTRIBUTION), [row | {"mixed": True} for row in rows])
    return len(new)


def waiting(session: Session, most: int = 20) -> list[Told]:
    """Those to be screened, in an order that says nothing."""
    return _told(session, CONTRIBUTION.c.released.is_(False), most)


def released(session: Session, view: View, **about: str) -> list[Told]:
    """Those of one view that were released and have this kind, field or district."""
    chosen = CONTRIBUTION.c.released & (CONTRIBUTION.c.view == view)
    return _told(session, and_(chosen, *(CONTRIBUTION.c[x] == about[x] for x in about)), None)


def release(session: Session, deed: Deed, id: str, words: str) -> bool:
    """`words`, as they were or without what tells who. False: it is gone."""
    mine = (CONTRIBUTION.c.id == id) & CONTRIBUTION.c.released.is_(False)
    values = {"text": words, "traces": "", "released": True}
    done = rows(session.execute(update(CONTRIBUTION).where(mine).values(**values))) == 1
    return done and _noted(session, deed, "contribution.released")


def withhold(session: Session, deed: Deed, id: str) -> bool:
    """Nobody will see it. False: it is gone already, or released."""
    mine = (CONTRIBUTION.c.id == id) & CONTRIBUTION.c.released.is_(False)
    done = rows(session.execute(delete(CONTRIBUTION).where(mine))) == 1
    return done and _noted(session, deed, "contribution.withheld")


def forget_old(session: Session, unseen_before: str, before: str) -> int:
    """Enforce the periods, in ISO weeks. How many went."""
    unseen = (CONTRIBUTION.c.week < unseen_before) & CONTRIBUTION.c.released.is_(False)
    old = unseen | (CONTRIBUTION.c.week < before)
    return rows(session.execute(delete(CONTRIBUTION).where(old)))


def _taken(session: Session, ids: Any) -> list[dict[str, Any]]:
    wanted = CONTRIBUTION.c.id.in_(ids)
    found = [dict(x) for x in session.execute(select(CONTRIBUTION).where(wanted)).mappings()]
    gone: Iterable[str] = [row["id"] for row in found]
    session.execute(delete(CONTRIBUTION).where(CONTRIBUTION.c.id.in_(gone)))
    return found


def _noted(session: Session, deed: Deed, action: str) -> bool:
    audit.record(session, deed.at, deed.by, action, (ENTITY, None))
    return True


def _told(session: Session, condition: Any, most: int | None) -> list[Told]:
    query = select(CONTRIBUTION).where(condition).order_by(CONTRIBUTION.c.id).limit(most)
    return [_one(row) for row in session.execute(query).mappings()]


def _one(row: Any) -> Told:
    names = ("language", "text", "field", "district")
    told = Contribution(Kind(row["kind"]), View(row["view"]), **{n: row[n] for n in names})
    return Told(
        row["id"], told, tuple(map(Trace, filter(None, row["traces"].split(",")))), row["week"]
    )
