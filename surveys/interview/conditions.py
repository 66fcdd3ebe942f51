"""What goes for an interview whatever the form says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surveys.form import Choice, QuestionType


def _as_stored(_kind: QuestionType, value: str, _language: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Conditions:
    """Without `files`, questions for files are left out. `largest` is a file's limit in bytes.
    Without `times`, start and end are told to the day only. `decimals` of a position's degrees
    are kept; `districts` are offered for a position, `places` known when somebody types a name:
    each choice is named by its own "lat lon 0 0". `tell` writes an answer for people, inside a
    sentence of the form in a language; `quote` makes it harmless there, where the caller's labels
    are markup. `most_rows` limits each repeat.
    """

    files: bool = True
    largest: int = 10_000_000
    times: bool = False
    decimals: int = 2
    districts: tuple[Choice, ...] = ()
    places: tuple[Choice, ...] = ()
    tell: Callable[[QuestionType, str, str], str] = _as_stored
    quote: Callable[[str], str] = str
    most_rows: int = 50
