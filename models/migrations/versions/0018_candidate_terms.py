"""Words of which Lotse knows nothing, for a person to look at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "candidate_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("concept", sa.String(length=48), nullable=False),
        sa.Column("term", sa.String(length=96), nullable=False),
        *[sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS],
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_term")),
        sa.UniqueConstraint("sign", name=op.f("uq_candidate_term_sign")),
    )
    op.create_index(op.f("ix_candidate_term_day"), "candidate_term", ["day"])
    op.create_table(
        "candidate_mark",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate_term.id"],
            name=op.f("fk_candidate_mark_candidate_id_candidate_term"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", "mark", name=op.f("pk_candidate_mark")),
    )
    op.create_index(op.f("ix_candidate_mark_day"), "candidate_mark", ["day"])


COUNTS = ("clicked", "unhelpful", "rephrased", "people")


def downgrade() -> None:
    """Back."""
    op.drop_table("candidate_mark")
    op.drop_table("candidate_term")
