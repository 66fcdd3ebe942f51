"""What every thing of schema.org is made of."""

from __future__ import annotations

from datetime import date, time
from typing import Any

Thing = dict[str, Any]
SCHEMA = "https://schema.org/"


def thing(type_: str, /, **properties: Any) -> Thing:
    """A thing with those of its properties that are known; 0 and False are known."""
    known = {name: value for name, value in properties.items() if is_known(value)}
    return {"@type": type_, **known}


def is_known(value: object) -> bool:
    """Whether there is anything to say."""
    return value is not None and value not in ("", [], {}, ())


def day(value: date | None) -> str | None:
    """ISO 8601."""
    return value.isoformat() if value else None


def clock(value: time) -> str:
    """ISO 8601, without a zone: wall time."""
    return f"{value:%H:%M}"
