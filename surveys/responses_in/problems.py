"""What can be wrong with a table of responses, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` counts from 1 with the header, in JSON it is the response; `column` is "F (age)"."""

    code: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


class Unreadable(Exception):
    """A file that holds no table of responses at all."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, values=values)


class Unexpected(ValueError):
    """A cell that is not what its column takes; becomes a Problem where the place is known."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code = code
        self.value = shown(value)


def shown(value: str) -> str:
    """A value as a sentence quotes it: not longer than a line, all its characters visible."""
    visible = "".join(letter if letter.isprintable() else "�" for letter in value)
    return visible if len(visible) <= SHOWN else f"{visible[: SHOWN - 1]}…"


def nearest(value: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" with the name most like `value`, "" when none is like it."""
    like = get_close_matches(value[:SHOWN], list(known), 1)
    return f"; did you mean “{like[0]}”?" if like else ""
