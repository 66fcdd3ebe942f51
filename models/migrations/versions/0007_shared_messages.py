"""What many get is stored once, and it is known where it arrived."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

DUE = ["channel", "priority", "not_before", "id"]
SHARED = ["shared_id", "state", "not_before", "id", "edits"]


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "shared_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("opens", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_message")),
    )
    op.drop_index("ix_delivery_due", table_name="delivery")
    op.add_column("delivery", sa.Column("shared_id", sa.Integer(), nullable=True))
    edits = sa.Column("edits", sa.String(length=64), server_default="", nullable=False)
    op.add_column("delivery", edits)
    _index("ix_delivery_due", DUE, "state = 'queued' AND shared_id IS NULL")
    _index("ix_delivery_shared", SHARED, "shared_id IS NOT NULL")
    _index("ix_delivery_address", ["channel", "address"], "address <> ''")
    op.create_table(
        "delivery_receipt",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["delivery.id"],
            name=op.f("fk_delivery_receipt_delivery_id_delivery"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_delivery_receipt")),
    )
    op.create_index("ix_delivery_receipt_address", "delivery_receipt", ["channel", "address"])


def downgrade() -> None:
    """Back. What shares a message cannot be sent without it and goes."""
    op.drop_table("delivery_receipt")
    op.execute("DELETE FROM delivery WHERE shared_id IS NOT NULL")
    for name in ("ix_delivery_due", "ix_delivery_shared", "ix_delivery_address"):
        op.drop_index(name, table_name="delivery")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("edits")
        batch_op.drop_column("shared_id")
    _index("ix_delivery_due", DUE, "state = 'queued'")
    op.drop_table("shared_message")


def _index(name: str, columns: list[str], where: str) -> None:
    """An index of some rows, in both databases."""
    these = sa.text(where)
    op.create_index(name, "delivery", columns, postgresql_where=these, sqlite_where=these)
