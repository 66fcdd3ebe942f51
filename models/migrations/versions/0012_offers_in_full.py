"""All that a source says about an offer: several places, exceptions, kinds, pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

PARENT = "fk_organization_parent_organization_id_organization"


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("schedule") as batch:
        batch.add_column(_no("by_appointment"))
        batch.add_column(_no("instead"))
    with op.batch_alter_table("service") as batch:
        batch.add_column(sa.Column("kind", sa.String(8), nullable=False, server_default="offer"))
        batch.add_column(_no("open_on_holidays"))
        batch.add_column(sa.Column("page", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("location") as batch:
        batch.drop_constraint("uq_location_source", type_="unique")
        batch.alter_column("source_id", type_=sa.String(255), existing_nullable=False)
    op.execute("UPDATE location SET source_id = ''")
    with op.batch_alter_table("organization") as batch:
        batch.add_column(sa.Column("parent", sa.String(255), nullable=False, server_default=""))
        batch.drop_constraint(PARENT, type_="foreignkey")
        batch.drop_column("parent_organization_id")


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("organization") as batch:
        batch.add_column(sa.Column("parent_organization_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            PARENT, "organization", ["parent_organization_id"], ["id"], ondelete="SET NULL"
        )
        batch.drop_column("parent")
    op.execute("UPDATE location SET source_id = CAST(id AS VARCHAR)")
    with op.batch_alter_table("location") as batch:
        batch.alter_column("source_id", type_=sa.String(64), existing_nullable=False)
        batch.create_unique_constraint("uq_location_source", ["source", "source_id"])
    with op.batch_alter_table("service") as batch:
        for name in ("page", "open_on_holidays", "kind"):
            batch.drop_column(name)
    with op.batch_alter_table("schedule") as batch:
        batch.drop_column("instead")
        batch.drop_column("by_appointment")


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
