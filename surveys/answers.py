"""What somebody has answered so far: plain data that is stored as JSON as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answers:
    """`values`: concrete path ("/children[2]/name", rows from 1) → value in its XForms spelling:
    numbers with a point, dates and times in ISO 8601, several choices and ranks with spaces
    between, "OK" for acknowledge, a reference for a file. An empty value is not there.

    `rows`: concrete path of a repeat → number of its rows. `skipped`: questions that were left
    out on purpose. `seed` decides all that is random for this person.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    seed: int = 0
