"""The names by which somebody would keep offers (models.keeping)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.keeping import ORGANIZATION, SERVICE


def is_keeper(session: Session, name: str) -> bool:
    """Whether offers are kept, or made, by somebody of this name."""
    kept = select(SERVICE.c.keeper).distinct()
    made = select(ORGANIZATION.c.name).where(
        ORGANIZATION.c.id.in_(select(SERVICE.c.organization_id))
    )
    names = (*session.scalars(kept), *session.scalars(made))
    return name.lower() in {one.lower() for one in names}
