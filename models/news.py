"""News (Neuigkeiten): what the town tells people, once or again and again, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import DateTime, ForeignKey, RowMapping, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.moment import Moment
from models.news_audience_record import Audience

ENTITY = "news"
"""What the audit calls it."""


class NewsState(StrEnum):
    """Where a piece of news stands. Repeated news are scheduled again after each sending."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class Missing(StrEnum):
    """What becomes of readers in whose language there is no version."""

    FALLBACK = "fallback"
    SKIP = "skip"


class NewsRow(Base):
    """Purpose: to tell people what is new in the town, and to account for it.

    Kept for 24 months after its last change and its last sending. `audience` is JSON of Audience.
    `begins`, `ends` and `place` are those of an event, `first` is when it is sent for the first
    time, all in the town's wall time; `rule` (RFC 5545, without DTSTART) repeats it. `next_due` is
    the next sending, None when there is none to come. `by_id` wrote it, or proposed it;
    `approved_by_id` released it. `note` is why it was sent back. `version` counts what people
    changed, `revision` what was corrected after it was sent.
    """

    __tablename__ = "news"

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    version: Mapped[int] = mapped_column(default=1)
    revision: Mapped[int] = mapped_column(default=0)
    urgent: Mapped[bool] = mapped_column(default=False)
    public: Mapped[bool] = mapped_column(default=False)
    missing: Mapped[str] = mapped_column(String(8), default=Missing.FALLBACK)
    audience: Mapped[str] = mapped_column(default="{}")
    begins: Mapped[datetime | None] = mapped_column(DateTime)
    ends: Mapped[datetime | None] = mapped_column(DateTime)
    place: Mapped[str] = mapped_column(String(300), default="")
    first: Mapped[datetime | None] = mapped_column(DateTime)
    rule: Mapped[str] = mapped_column(String(300), default="")
    next_due: Mapped[datetime | None] = mapped_column(Moment, index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    approved_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    note: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(Moment)
    changed: Mapped[datetime] = mapped_column(Moment)


@dataclass(frozen=True, slots=True)
class Event:
    """When something takes place, in the town's wall time (naive), and where."""

    begins: datetime
    ends: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When news is sent: wall time of the town (naive; None: at once when it is released), and the
    RRULE that repeats it ("FREQ=WEEKLY;COUNT=4"), or "".
    """

    first: datetime | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news as it is stored, without its texts."""

    id: int
    state: NewsState
    version: int
    revision: int
    urgent: bool
    public: bool
    missing: Missing
    audience: Audience
    event: Event | None
    schedule: Schedule
    next_due: datetime | None
    by_id: int | None
    approved_by_id: int | None
    note: str
    created: datetime
    changed: datetime


NEWS = table(NewsRow)
NEWEST = (NEWS.c.changed.desc(), NEWS.c.id.desc())


def find(session: Session, id: int) -> News | None:
    """A piece of news by its number."""
    row = session.execute(select(NEWS).where(NEWS.c.id == id)).mappings().one_or_none()
    return None if row is None else read(row)


def in_states(
    session: Session, states: Sequence[NewsState], most: int = 100, skip: int = 0
) -> list[News]:
    """Those in one of these states, what changed last first."""
    query = select(NEWS).where(NEWS.c.state.in_(states)).order_by(*NEWEST)
    return [read(row) for row in session.execute(query.limit(most).offset(skip)).mappings()]


def by_account(session: Session, account: int, most: int = 100) -> list[News]:
    """What somebody wrote or proposed, what changed last first."""
    query = select(NEWS).where(NEWS.c.by_id == account).order_by(*NEWEST).limit(most)
    return [read(row) for row in session.execute(query).mappings()]


def counted(session: Session) -> dict[NewsState, int]:
    """How many there are in each state."""
    query = select(NEWS.c.state, func.count()).group_by(NEWS.c.state)
    return {NewsState(state): number for state, number in session.execute(query)}


def read(row: RowMapping) -> News:
    """As it was stored."""
    begins = row["begins"]
    return News(
        state=NewsState(row["state"]),
        missing=Missing(row["missing"]),
        audience=Audience.model_validate_json(row["audience"]),
        event=None if begins is None else Event(begins, row["ends"], row["place"]),
        schedule=Schedule(row["first"], row["rule"]),
        **{name: row[name] for name in PLAIN},
    )


PLAIN = (
    *("id", "version", "revision", "urgent", "public", "next_due"),
    *("by_id", "approved_by_id", "note", "created", "changed"),
)
