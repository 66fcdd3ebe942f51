"""With which revision each offer last changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "offer_revision",
        sa.Column("service_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
            name=op.f("fk_offer_revision_service_id_service"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("service_id", name=op.f("pk_offer_revision")),
    )
    op.create_index("ix_offer_revision_number", "offer_revision", ["number"])


def downgrade() -> None:
    """Back."""
    op.drop_table("offer_revision")
