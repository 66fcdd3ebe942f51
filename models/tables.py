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
    draft_file,
    feed,
    feedback,
    form_media,
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
    response_file,
    revision,
    schedule,
    service,
    submission,
    submission_file,
    survey,
    survey_invitation,
    survey_version,
    taxonomy,
    telegram_file,
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
    draft_file,
    feed,
    feedback,
    form_media,
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
    response_file,
    revision,
    schedule,
    service,
    submission,
    submission_file,
    survey,
    survey_invitation,
    survey_version,
    taxonomy,
    telegram_file,
    translation,
)

METADATA = Base.metadata


def empty_engine() -> Engine:
    """A database in memory with all tables and nothing in them."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    return engine
