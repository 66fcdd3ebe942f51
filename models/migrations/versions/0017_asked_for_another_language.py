"""Whether somebody was asked if she would rather be answered in another language."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward: nobody was yet."""
    no = sa.false()
    op.add_column(
        "person", sa.Column("asked_language", sa.Boolean(), server_default=no, nullable=False)
    )


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("person") as batch:
        batch.drop_column("asked_language")
