"""Organizations by name, for those who work for them."""

from __future__ import annotations

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from models.base import table
from models.organization import OrganizationRow

TABLE = table(OrganizationRow)


def names(session: Session) -> dict[int, str]:
    """All of them by id, in the order of their names."""
    query = select(TABLE.c.id, TABLE.c.name).order_by(func.lower(TABLE.c.name), TABLE.c.id)
    return {row.id: row.name for row in session.execute(query)}


def name_of(session: Session, id: int | None) -> str:
    """One name, or "" when there is no such organization."""
    return session.scalar(select(TABLE.c.name).where(TABLE.c.id == id)) or ""


def with_name(session: Session, name: str) -> int | None:
    """The id of the organization of that name, in whatever case; the oldest one's."""
    wanted = func.lower(TABLE.c.name) == name.strip().lower()
    return session.scalar(select(TABLE.c.id).where(wanted).order_by(TABLE.c.id).limit(1))


def make(session: Session, source: str, name: str) -> int:
    """A new organization, known by its name. Returns its id."""
    values = dict.fromkeys(_TEXTS, "") | {"name": name, "source": source, "source_id": name}
    return int(session.execute(insert(TABLE).values(**values).returning(TABLE.c.id)).scalar_one())


_TEXTS = ("description", "alternate_name", "email", "website", "uri", "logo", "legal_status")
