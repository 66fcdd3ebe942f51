"""What is asked for, as counters: the raw material of the needs analysis (Bedarfsanalyse)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, Dialect, String, bindparam
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.prepared import Prepared
from models.upsert import insert_in


class AskedRow(Base):
    """Purpose: to know which topics people ask for, and where the town has no answer.

    No text and no link to a person. Kept for the period of the concept and one more (10 years).
    """

    __tablename__ = "asked"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    topic: Mapped[str] = mapped_column(String(48), primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    district: Mapped[str] = mapped_column(String(80), primary_key=True)
    zone: Mapped[str] = mapped_column(String(12), primary_key=True)
    count: Mapped[int]


class Outcome(StrEnum):
    """What became of what somebody wrote: a zone of the answer (search.answer.Zone), or nothing
    that is searched for.

    `HIGH` is answered and `LOW` an unmet need. `FILTERED`: only her filters left nothing.
    `FOLLOW_UP` was about what she had just been shown, `TALK` a greeting or thanks, and what is
    `OUTSIDE` no town answers.
    """

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    FILTERED = "filtered"
    FOLLOW_UP = "follow_up"
    TALK = "talk"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, coarsened: empty topic or district when not known."""

    day: date
    topic: str
    language: str
    district: str
    outcome: Outcome


TABLE = table(AskedRow)
KEY = ("day", "topic", "language", "district", "zone")


def _one_more(dialect: Dialect) -> Any:
    insert = insert_in(dialect, TABLE).values(
        {name: bindparam(name) for name in KEY} | {"count": 1}
    )
    return insert.on_conflict_do_update(index_elements=KEY, set_={"count": TABLE.c.count + 1})


ONE_MORE = Prepared(_one_more)


def count(session: Session, asked: Asked) -> None:
    """One more question of this kind."""
    ONE_MORE.touch(
        session,
        day=asked.day,
        topic=asked.topic,
        language=asked.language,
        district=asked.district,
        zone=asked.outcome.value,
    )
