"""The whole record of a measure: scope, guidelines, evidence, evaluation, and how steps stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXTS = {
    "scope": sa.String(length=12),
    "guidelines": sa.String(),
    "gender": sa.String(),
    "merged_into": sa.String(length=32),
    "evidence": sa.String(),
    "link": sa.String(length=500),
}
DAYS = ("binding_since", "evaluation", "submitted_on")


def upgrade() -> None:
    """Forward. Columns are only added, so that no table is copied."""
    for name, kind in TEXTS.items():
        op.add_column("measure", sa.Column(name, kind, nullable=False, server_default=""))
    for name in DAYS:
        op.add_column("measure", sa.Column(name, sa.Date(), nullable=True))
    begun: sa.Column[bool] = sa.Column(
        "begun", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("step", begun)
    op.add_column("step", sa.Column("comment", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Back."""
    for name in ("comment", "begun"):
        op.drop_column("step", name)
    for name in (*DAYS, *TEXTS):
        op.drop_column("measure", name)
