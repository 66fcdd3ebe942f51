"""Whether answers helped, and what stood in the way."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal, get_args

from sqlalchemy import Date, String, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.upsert import insert_for

Verdict = Literal["helped", "partly", "no"]
Reason = Literal[
    "topic",
    "language",
    "cost",
    "childcare",
    "hours",
    "way",
    "waiting",
    "status",
    "digital",
    "discrimination",
    "information",
    "other",
]
REASONS: tuple[Reason, ...] = get_args(Reason)


class FeedbackRow(Base):
    """Purpose: to make answers and offers better, and to see barriers (Zugangsbarrieren).

    `answer` is a random name of the answer; no link to a person. Kept for 10 years, as counters
    are.
    """

    __tablename__ = "feedback"

    answer: Mapped[str] = mapped_column(String(12), primary_key=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    topic: Mapped[str] = mapped_column(String(48))
    language: Mapped[str] = mapped_column(String(16))
    district: Mapped[str] = mapped_column(String(80))
    offer: Mapped[int | None]
    verdict: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(String(16), default="")


@dataclass(frozen=True, slots=True)
class About:
    """What an answer was about. `offer` is the id of the first one it showed."""

    day: date
    topic: str
    language: str
    district: str
    offer: int | None


TABLE = table(FeedbackRow)


def rate(session: Session, answer: str, about: About, verdict: Verdict) -> None:
    """One row an answer: pressing again changes the verdict and forgets the reason."""
    insert = insert_for(session, TABLE).values(
        answer=answer, **asdict(about), verdict=verdict, reason=""
    )
    again = {"verdict": verdict, "reason": ""}
    session.execute(insert.on_conflict_do_update(index_elements=["answer"], set_=again))


def explain(session: Session, answer: str, reason: Reason) -> None:
    """Why it did not help."""
    session.execute(update(TABLE).where(TABLE.c.answer == answer).values(reason=reason))
