"""What goes for an interview whatever the form says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surveys.form import Choice


@dataclass(frozen=True, slots=True)
class Conditions:
    """Without `files`, questions for files are left out. `largest` is a file's limit in bytes.
    Without `times`, start and end are told to the day only. `decimals` of a position's degrees
    are kept; `districts` are offered for a position: each is named by its own "lat lon 0 0".
    `quote` makes answers harmless in labels, where the caller's labels are markup. `most_rows`
    limits each repeat.
    """

    files: bool = True
    largest: int = 10_000_000
    times: bool = False
    decimals: int = 2
    districts: tuple[Choice, ...] = ()
    quote: Callable[[str], str] = str
    most_rows: int = 50
