"""Some rows drawn by chance, however many there are: their ids are random already."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session


def drawn(
    session: Session, ids: Any, mine: ColumnElement[bool], pivot: str, most: int
) -> list[str]:
    """At most so many of `mine`: those that come next after `pivot`, which is as random as they
    are, and then from the beginning. Nothing else is read.
    """
    after = select(ids).where(mine, ids >= pivot).order_by(ids).limit(most)
    found = list(session.scalars(after))
    if len(found) < most:
        before = select(ids).where(mine, ids < pivot).order_by(ids).limit(most - len(found))
        found += session.scalars(before)
    return found
