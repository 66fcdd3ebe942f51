"""What somebody can do in an interview."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Given:
    """Typed words, or a value from a form control in its XForms spelling when `exact`."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Picked:
    """A choice pressed: an answer for select_one, a toggle for select_multiple, the next place
    for rank.
    """

    choice: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """All choices at once, as a web form sends them (their order counts for rank)."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file was stored: the channel's reference, its media type and its size in bytes."""

    reference: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Together:
    """Answers to several questions of one page, by their concrete paths, in the page's order."""

    answers: tuple[tuple[str, Given | Chosen], ...]


class Move(StrEnum):
    """What needs nothing said."""

    DONE = "done"  # with a select_multiple, a rank, a note, an added row's question
    SKIP = "skip"
    BACK = "back"
    KEEP = "keep"  # the value that is already there, or the default
    UNDO = "undo"  # the last place of a rank
    ADD_ROW = "add_row"
    NO_ROW = "no_row"
    SUBMIT = "submit"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Speak:
    """In another language from here on."""

    language: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """To a question (concrete path) of the summary, to change it; then back to the summary. To a
    row: through it once more, then back to the question whether there is another.
    """

    path: str


@dataclass(frozen=True, slots=True)
class DropRow:
    """Away with a row of a repeat, by its concrete path ("/children[2]")."""

    path: str


Input = Given | Picked | Chosen | Attached | Together | Move | Speak | GoTo | DropRow
