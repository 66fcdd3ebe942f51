"""Conversations with counsellors, whom they were offered to, canned answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OPEN = sa.text("state <> 'closed'")


def upgrade() -> None:
    """Forward."""
    _counselling()
    _canned()
    _thread()
    _of_a_thread()


def _counselling() -> None:
    op.create_table(
        "counselling",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("topics", sa.String(length=1000), nullable=False),
        sa.Column("languages", sa.String(length=200), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given", sa.Integer(), nullable=False),
        _reference("counselling", "account_id", "account", "CASCADE"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_counselling")),
    )


def _canned() -> None:
    op.create_table(
        "canned",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=48), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canned")),
        sa.UniqueConstraint("code", name=op.f("uq_canned_code")),
    )
    op.create_table(
        "canned_text",
        sa.Column("canned_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        _reference("canned_text", "canned_id", "canned", "CASCADE"),
        sa.PrimaryKeyConstraint("canned_id", "language", name=op.f("pk_canned_text")),
    )


def _thread() -> None:
    moments = ("offered", "waiting_since", "until", "closed")
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("offered_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("to_tell", sa.String(length=8), nullable=False),
        sa.Column("topic", sa.String(length=48), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("district", sa.String(length=80), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in moments),
        sa.Column("passed", sa.SmallInteger(), nullable=False),
        sa.Column("helped", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _reference("thread", "person_id", "person", "CASCADE"),
        _reference("thread", "account_id", "account", "SET NULL"),
        _reference("thread", "offered_id", "account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread")),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "account_id", "offered_id", "state"):
        op.create_index(op.f(f"ix_thread_{column}"), "thread", [column], unique=False)
    op.create_index(
        "ix_thread_open",
        "thread",
        ["person_id"],
        unique=True,
        postgresql_where=OPEN,
        sqlite_where=OPEN,
    )


def _of_a_thread() -> None:
    op.create_table(
        "thread_offer",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        _reference("thread_offer", "thread_id", "thread", "CASCADE"),
        _reference("thread_offer", "account_id", "account", "CASCADE"),
        sa.PrimaryKeyConstraint("thread_id", "account_id", name=op.f("pk_thread_offer")),
    )
    op.create_table(
        "thread_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("translation", sa.LargeBinary(), nullable=True),
        sa.Column("translated_to", sa.String(length=16), nullable=False),
        sa.Column("file", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("thread_message", "thread_id", "thread", "CASCADE"),
        _reference("thread_message", "account_id", "account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_message")),
        sqlite_autoincrement=True,
    )
    index = op.f("ix_thread_message_thread_id")
    op.create_index(index, "thread_message", ["thread_id"], unique=False)


def _reference(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def downgrade() -> None:
    """Back."""
    tables = ("thread_message", "thread_offer", "thread", "canned_text", "canned", "counselling")
    for name in tables:
        op.drop_table(name)
