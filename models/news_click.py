"""How often the buttons of news were pressed: numbers only."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.upsert import insert_for

READ_ON = 0
"""The button of a digest that shows the whole text."""


class NewsClickRow(Base):
    """Purpose: to see whether news were of use. Kept with the news.

    Counts by sending, button, language and channel; nothing tells who pressed or when. Button 0 is
    the one that shows a text that was cut short.
    """

    __tablename__ = "news_click"

    issue_id: Mapped[int] = mapped_column(
        ForeignKey("news_issue.id", ondelete="CASCADE"), primary_key=True
    )
    button: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    count: Mapped[int]


CLICK = table(NewsClickRow)


def count(session: Session, issue: int, button: int, language: str, channel: str) -> None:
    """One more. The issue must exist."""
    values = {"issue_id": issue, "button": button, "language": language, "channel": channel}
    keys = list(values)
    insert = insert_for(session, CLICK).values(**values, count=1)
    more = {"count": CLICK.c.count + 1}
    session.execute(insert.on_conflict_do_update(index_elements=keys, set_=more))


def counted(session: Session, issue: int) -> dict[tuple[int, str, str], int]:
    """(button, language, channel) → how often."""
    query = select(CLICK).where(CLICK.c.issue_id == issue)
    ordered = query.order_by(CLICK.c.button, CLICK.c.language, CLICK.c.channel)
    found = session.execute(ordered).mappings()
    return {(row["button"], row["language"], row["channel"]): row["count"] for row in found}
