"""Which offers are to be looked at again, and what is to become of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    _reviews()
    _changes()


def downgrade() -> None:
    """Back."""
    op.drop_table("offer_change")
    op.drop_table("offer_review")


def _reviews() -> None:
    op.create_table(
        "offer_review",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=8), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("asked", "reminded", "told")),
        _points_to("offer_review", "service_id", "service", "CASCADE"),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_offer_review")),
    )


def _changes() -> None:
    op.create_table(
        "offer_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("source_id", sa.String(length=255), nullable=False),
        *(sa.Column(x, sa.String(length=8), nullable=False) for x in ("kind", "origin", "state")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("proposed", "columns")),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        _points_to("offer_change", "service_id", "service", "CASCADE"),
        _points_to("offer_change", "account_id", "account", "SET NULL"),
        _points_to("offer_change", "decided_by", "account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_change")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offer_change_state", "offer_change", ["state", "id"])
    op.create_index("ix_offer_change_service_id", "offer_change", ["service_id"])


def _points_to(table: str, column: str, other: str, gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=gone)
