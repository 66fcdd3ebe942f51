"""All tables: importing this makes `Base.metadata` complete, for migrations and for tests."""

from __future__ import annotations

from models import (
    asked,
    contact,
    cost,
    feedback,
    inbox,
    location,
    organization,
    person,
    report,
    revision,
    schedule,
    service,
    taxonomy,
    translation,
)
from models.base import Base

MODULES = (
    asked,
    contact,
    cost,
    feedback,
    inbox,
    location,
    organization,
    person,
    report,
    revision,
    schedule,
    service,
    taxonomy,
    translation,
)

METADATA = Base.metadata
