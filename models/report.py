"""Offers that somebody called wrong or outdated, for their keepers."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.upsert import insert_for

Kind = Literal["closed", "hours", "contact", "place", "cost", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class ReportRow(Base):
    """Purpose: to tell the keeper of an offer that something about it is wrong.

    No link to the person who said so. Kept for a year.
    """

    __tablename__ = "report"

    offer: Mapped[int] = mapped_column(ForeignKey("service.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    count: Mapped[int]


TABLE = table(ReportRow)


def record(session: Session, offer: int, kind: Kind, day: date) -> None:
    """One more report of this kind today."""
    insert = insert_for(session, TABLE).values(offer=offer, kind=kind, day=day, count=1)
    more = {"count": TABLE.c.count + 1}
    key = ["offer", "kind", "day"]
    session.execute(insert.on_conflict_do_update(index_elements=key, set_=more))
