"""All tables: importing this makes `Base.metadata` complete, for migrations and for tests."""

from __future__ import annotations

from sqlalchemy import Engine, StaticPool, create_engine

from models import (
    account,
    asked,
    audit,
    contact,
    contact_wish,
    contribution,
    cost,
    delivery,
    delivery_channel,
    department,
    draft,
    feed,
    feedback,
    free_text,
    goal,
    inbox,
    invitation,
    location,
    measure,
    organization,
    participation,
    person,
    progress,
    report,
    response,
    revision,
    schedule,
    service,
    submission,
    survey,
    survey_invitation,
    survey_version,
    taxonomy,
    translation,
)
from models.base import Base

MODULES = (
    account,
    asked,
    audit,
    contact,
    contact_wish,
    contribution,
    cost,
    delivery,
    delivery_channel,
    department,
    draft,
    feed,
    feedback,
    free_text,
    goal,
    inbox,
    invitation,
    location,
    measure,
    organization,
    participation,
    person,
    progress,
    report,
    response,
    revision,
    schedule,
    service,
    submission,
    survey,
    survey_invitation,
    survey_version,
    taxonomy,
    translation,
)

METADATA = Base.metadata


def empty_engine() -> Engine:
    """A database in memory with all tables and nothing in them."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    return engine
