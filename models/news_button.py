"""The buttons under a piece of news: an offer, a survey or an address, three at most."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import ForeignKey, String, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table

MOST = 3


class Leads(StrEnum):
    """What a button leads to."""

    OFFER = "offer"
    SURVEY = "survey"
    LINK = "link"


class NewsButtonRow(Base):
    """Purpose: to lead from news to an offer, a survey or a page. Kept with the news.

    `number` is 1 to 3. `target` is the number of the offer or the survey, or an https address.
    `labels` is JSON: language → what stands on it.
    """

    __tablename__ = "news_button"

    news_id: Mapped[int] = mapped_column(
        ForeignKey("news.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    target: Mapped[str] = mapped_column(String(500))
    labels: Mapped[str] = mapped_column(default="{}")


@dataclass(frozen=True, slots=True)
class NewsButton:
    """A button: what it leads to, and what stands on it by language; without a label the offer's
    or survey's own words are for whoever draws it.
    """

    kind: Leads
    target: str
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)


BUTTON = table(NewsButtonRow)


def of(session: Session, news: int) -> dict[int, NewsButton]:
    """Its buttons by their numbers."""
    names = ("number", "kind", "target", "labels")
    query = select(*(BUTTON.c[name] for name in names)).where(BUTTON.c.news_id == news)
    found = session.execute(query.order_by(BUTTON.c.number))
    return {
        number: NewsButton(Leads(kind), target, json.loads(labels))
        for number, kind, target, labels in found
    }


def put(session: Session, news: int, buttons: Sequence[NewsButton]) -> None:
    """It has exactly these from now on. Raises ValueError for more than three, and for an address
    that is not https.
    """
    if len(buttons) > MOST or not all(_is_safe(one) for one in buttons):
        raise ValueError("up to three buttons, and addresses with https")
    session.execute(delete(BUTTON).where(BUTTON.c.news_id == news))
    if buttons:
        session.execute(insert(BUTTON), [_row(news, n, b) for n, b in enumerate(buttons, 1)])


def _is_safe(button: NewsButton) -> bool:
    if button.kind is Leads.LINK:
        return button.target.startswith("https://") and len(button.target) > len("https://")
    return button.target.isascii() and button.target.isdigit()


def _row(news: int, number: int, button: NewsButton) -> dict[str, object]:
    labels = json.dumps(dict(button.labels), ensure_ascii=False)
    values = {"kind": button.kind, "target": button.target, "labels": labels}
    return {"news_id": news, "number": number, **values}
