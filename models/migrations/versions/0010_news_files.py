"""From which file a piece of news was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "news_file",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["news_id"], ["news.id"], name=op.f("fk_news_file_news_id_news"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_news_file")),
        sa.UniqueConstraint("news_id", name=op.f("uq_news_file_news_id")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("news_file")
