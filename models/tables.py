"""All tables: importing this makes `Base.metadata` complete, for migrations and for tests."""

from __future__ import annotations

from sqlalchemy import Engine, StaticPool, create_engine

from models import (
    account,
    asked,
    audit,
    contact,
    cost,
    delivery,
    delivery_channel,
    department,
    feed,
    feedback,
    goal,
    inbox,
    invitation,
    location,
    measure,
    organization,
    person,
    progress,
    report,
    revision,
    schedule,
    service,
    taxonomy,
    translation,
)
from models.base import Base

MODULES = (
    account,
    asked,
    audit,
    contact,
    cost,
    delivery,
    delivery_channel,
    department,
    feed,
    feedback,
    goal,
    inbox,
    invitation,
    location,
    measure,
    organization,
    person,
    progress,
    report,
    revision,
    schedule,
    service,
    taxonomy,
    translation,
)

METADATA = Base.metadata


def empty_engine() -> Engine:
    """A database in memory with all tables and nothing in them."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    return engine
