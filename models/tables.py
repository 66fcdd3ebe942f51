"""All tables: importing this makes `Base.metadata` complete, for migrations and for tests."""

from __future__ import annotations

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
