"""News, who wants them and how they were sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "news",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("missing", sa.String(length=8), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("begins", sa.DateTime(), nullable=True),
        sa.Column("ends", sa.DateTime(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("first", sa.DateTime(), nullable=True),
        sa.Column("rule", sa.String(length=300), nullable=False),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("approved_by_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by_id"],
            ["account.id"],
            name=op.f("fk_news_approved_by_id_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_news_by_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
    )
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_next_due"), ["next_due"], unique=False)
        batch_op.create_index(batch_op.f("ix_news_state"), ["state"], unique=False)

    op.create_table(
        "news_button",
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("target", sa.String(length=500), nullable=False),
        sa.Column("labels", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["news_id"], ["news.id"], name=op.f("fk_news_button_news_id_news"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("news_id", "number", name=op.f("pk_news_button")),
    )
    op.create_table(
        "news_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("cursor", sa.String(length=24), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("weekly", sa.Integer(), nullable=False),
        sa.Column("opens", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=True),
        sa.Column("edited", sa.Integer(), nullable=True),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("report", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["news_id"], ["news.id"], name=op.f("fk_news_issue_news_id_news"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_issue")),
        sa.UniqueConstraint("news_id", "number", name=op.f("uq_news_issue_news_id")),
    )
    with op.batch_alter_table("news_issue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_issue_state"), ["state"], unique=False)

    op.create_table(
        "news_picture",
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["hash"], ["form_media.hash"], name=op.f("fk_news_picture_hash_form_media")
        ),
        sa.ForeignKeyConstraint(
            ["news_id"], ["news.id"], name=op.f("fk_news_picture_news_id_news"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("news_id", name=op.f("pk_news_picture")),
    )
    with op.batch_alter_table("news_picture", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_picture_hash"), ["hash"], unique=False)

    op.create_table(
        "news_text",
        sa.Column("news_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("alt", sa.String(length=300), nullable=False),
        sa.Column("machine", sa.Boolean(), nullable=False),
        sa.Column("source_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["news_id"], ["news.id"], name=op.f("fk_news_text_news_id_news"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("news_id", "language", name=op.f("pk_news_text")),
    )
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("topics", sa.String(), nullable=False),
        sa.Column("district", sa.String(length=80), nullable=False),
        sa.Column("rhythm", sa.String(length=8), nullable=False),
        sa.Column("consent", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_subscription_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_subscription_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
        sa.UniqueConstraint("account_id", name=op.f("uq_subscription_account_id")),
        sa.UniqueConstraint("person_id", name=op.f("uq_subscription_person_id")),
    )
    op.create_table(
        "digest_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_digest_item_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["news_issue.id"],
            name=op.f("fk_digest_item_issue_id_news_issue"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_digest_item_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_item")),
        sa.UniqueConstraint("account_id", "issue_id", name=op.f("uq_digest_item_account_id")),
        sa.UniqueConstraint("person_id", "issue_id", name=op.f("uq_digest_item_person_id")),
    )
    with op.batch_alter_table("digest_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_digest_item_issue_id"), ["issue_id"], unique=False)

    op.create_table(
        "news_click",
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("button", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["news_issue.id"],
            name=op.f("fk_news_click_issue_id_news_issue"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "issue_id", "button", "language", "channel", name=op.f("pk_news_click")
        ),
    )
    op.create_table(
        "news_message",
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("shared_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["news_issue.id"],
            name=op.f("fk_news_message_issue_id_news_issue"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "issue_id", "purpose", "language", "channel", name=op.f("pk_news_message")
        ),
    )
    with op.batch_alter_table("news_message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_message_shared_id"), ["shared_id"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("news_message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_message_shared_id"))

    op.drop_table("news_message")
    op.drop_table("news_click")
    with op.batch_alter_table("digest_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_digest_item_issue_id"))

    op.drop_table("digest_item")
    op.drop_table("subscription")
    op.drop_table("news_text")
    with op.batch_alter_table("news_picture", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_picture_hash"))

    op.drop_table("news_picture")
    with op.batch_alter_table("news_issue", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_issue_state"))

    op.drop_table("news_issue")
    op.drop_table("news_button")
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_news_state"))
        batch_op.drop_index(batch_op.f("ix_news_next_due"))

    op.drop_table("news")
