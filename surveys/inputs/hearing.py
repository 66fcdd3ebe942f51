"""What has to be known, beside the question, to understand typed words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hearing:
    """`language` by BCP 47 code, `now` aware (for "today" and two-digit years), `options` name →
    label in the order shown, `decimals` of a position's degrees that are kept (2 is about 1 km),
    `places` as `options`, known by name but not shown.
    """

    language: str
    now: datetime
    options: Mapping[str, str] = field(default_factory=dict)
    decimals: int = 2
    places: Mapping[str, str] = field(default_factory=dict)
