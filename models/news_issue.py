"""One sending of a piece of news (Ausgabe), and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, RowMapping, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.moment import Moment

SENT_AS, CORRECTED_AS, WITHDRAWN_AS = "news", "correction", "withdrawal"
"""What a message of a sending is for."""
DONE = "done"
"""The cursor of a sending whose recipients are all prepared."""


class IssueState(StrEnum):
    """Where a sending stands."""

    PREPARING = "preparing"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


OPEN = (IssueState.PREPARING, IssueState.SENDING, IssueState.PAUSED)


class NewsIssueRow(Base):
    """Purpose: to send a piece of news once to each, and to know how that went. Kept with the news.

    `due` is when it was to be sent. `cursor` says how far the recipients are prepared ("a:12": all
    accounts up to 12, "p:7": persons up to 7, "done"), `total` how many are to get it now, `weekly`
    how many with their digest. From `opens` until `closes` it may leave: between quiet hours.
    `edited` is how far what was delivered is corrected or withdrawn: the last delivery looked at,
    -1 before the first, None when nothing is to be done. `report` is what became of it, as JSON,
    once that is final.
    """

    __tablename__ = "news_issue"
    __table_args__ = (UniqueConstraint("news_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    news_id: Mapped[int] = mapped_column(ForeignKey("news.id", ondelete="CASCADE"))
    number: Mapped[int]
    due: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(12), index=True)
    cursor: Mapped[str] = mapped_column(String(24), default="")
    total: Mapped[int] = mapped_column(default=0)
    weekly: Mapped[int] = mapped_column(default=0)
    opens: Mapped[datetime | None] = mapped_column(Moment)
    closes: Mapped[datetime | None] = mapped_column(Moment)
    edited: Mapped[int | None]
    begun: Mapped[datetime] = mapped_column(Moment)
    finished: Mapped[datetime | None] = mapped_column(Moment)
    report: Mapped[str] = mapped_column(default="")


class NewsMessageRow(Base):
    """Purpose: to know which words went where, to pause, correct, withdraw and count them.

    Kept with the news. `purpose` is "news", "correction" or "withdrawal", and `shared_id` the
    message that all of this language and channel share.
    """

    __tablename__ = "news_message"

    issue_id: Mapped[int] = mapped_column(
        ForeignKey("news_issue.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[str] = mapped_column(String(12), primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    shared_id: Mapped[int] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Issue:
    """A sending as it is stored."""

    id: int
    news_id: int
    number: int
    due: datetime
    state: IssueState
    cursor: str
    total: int
    weekly: int
    opens: datetime | None
    closes: datetime | None
    edited: int | None
    begun: datetime
    finished: datetime | None
    report: str


ISSUE = table(NewsIssueRow)
MESSAGE = table(NewsMessageRow)


def find(session: Session, id: int) -> Issue | None:
    """A sending by its number in the table."""
    row = session.execute(select(ISSUE).where(ISSUE.c.id == id)).mappings().one_or_none()
    return None if row is None else read(row)


def of(session: Session, news: int) -> list[Issue]:
    """All sendings of a piece of news, the newest first."""
    query = select(ISSUE).where(ISSUE.c.news_id == news).order_by(ISSUE.c.number.desc())
    return [read(row) for row in session.execute(query).mappings()]


def newest(session: Session, news: int) -> Issue | None:
    """Its last sending."""
    return next(iter(of(session, news)), None)


def messages(session: Session, issue: int, purpose: str = SENT_AS) -> dict[tuple[str, str], int]:
    """(language, channel) → the shared message."""
    query = select(MESSAGE).where(MESSAGE.c.issue_id == issue, MESSAGE.c.purpose == purpose)
    return {(row.language, row.channel): row.shared_id for row in session.execute(query)}


def shared_ids(session: Session, issue: int) -> list[int]:
    """All shared messages of a sending, whatever they are for."""
    query = select(MESSAGE.c.shared_id).where(MESSAGE.c.issue_id == issue)
    return list(session.scalars(query.order_by(MESSAGE.c.shared_id)))


def read(row: RowMapping) -> Issue:
    """As it was stored."""
    return Issue(**{**row, "state": IssueState(row["state"])})
