"""How surely a question was answered, not only whether."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = ("day", "topic", "language", "district")


def upgrade() -> None:
    """Forward: what was answered was answered surely, and what was not was not."""
    _remade("zone", sa.String(length=12), "CASE WHEN answered THEN 'high' ELSE 'low' END")


def downgrade() -> None:
    """Back: what was not answered surely was not answered."""
    _remade("answered", sa.Boolean(), "zone = 'high'")


def _remade(name: str, kind: sa.types.TypeEngine[Any], made: str) -> None:
    """The table with another last column of its key, made of the one that was."""
    op.rename_table("asked", "asked_before")
    op.create_table(
        "asked",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=48), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("district", sa.String(length=80), nullable=False),
        sa.Column(name, kind, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
    )
    kept = ", ".join(KEY)
    op.execute(
        f"INSERT INTO asked ({kept}, {name}, count) SELECT {kept}, {made}, sum(count) "  # noqa: S608
        f"FROM asked_before GROUP BY {kept}, {made}"
    )
    op.drop_table("asked_before")
    with op.batch_alter_table("asked") as batch:
        batch.create_primary_key(op.f("pk_asked"), [*KEY, name])
