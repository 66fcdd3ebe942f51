"""People with a task: who holds a role, where, through which channels, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.role import Role


class AccountRow(Base):
    """Purpose: to remind and to ask those who have a task in the town's integration work.

    `name` is the function ("Amt für Soziales, Sachgebiet Integration"), a person's name only when
    she gave it. `hour` is when she wants to be written to, wall time. Kept until she gives her
    last role back and nothing is hers any more.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254), default="", index=True)
    email_verified: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(16), default="de")
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="SET NULL")
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL")
    )
    leads: Mapped[bool] = mapped_column(default=False)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    hour: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(64), default="")
    source_id: Mapped[str] = mapped_column(String(255), default="")
    created: Mapped[date] = mapped_column(Date)


class RoleRow(Base):
    """Purpose: what an account may do. Kept as long as the role is held.

    `organization_id` and `language` narrow a role to what was invited for.
    """

    __tablename__ = "role"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[str] = mapped_column(String(16), primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="SET NULL")
    )
    language: Mapped[str] = mapped_column(String(16), default="")
    given: Mapped[date] = mapped_column(Date)


class AbsenceRow(Base):
    """Purpose: to ask the deputy while somebody is away. Kept until the last day has passed."""

    __tablename__ = "absence"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as a turn sees it."""

    id: int
    name: str
    email: str
    language: str
    roles: frozenset[Role]
    organization_id: int | None = None
    department_id: int | None = None
    deputy_id: int | None = None
    hour: int | None = None


ACCOUNT = table(AccountRow)
ROLE = table(RoleRow)


def find(session: Session, id: int) -> Account | None:
    """An account with its roles."""
    row = session.execute(select(ACCOUNT).where(ACCOUNT.c.id == id)).mappings().one_or_none()
    if row is None:
        return None
    held = session.scalars(select(ROLE.c.role).where(ROLE.c.account_id == id))
    return Account(
        id=row["id"],
        name=row["name"],
        email=row["email"],
        language=row["language"],
        roles=frozenset(Role(role) for role in held),
        organization_id=row["organization_id"],
        department_id=row["department_id"],
        deputy_id=row["deputy_id"],
        hour=row["hour"],
    )
