"""Word translations learned from the town's own offers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "learned_words",
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("learned", sa.DateTime(timezone=True), nullable=False),
        sa.Column("translations", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_learned_words")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("learned_words")
