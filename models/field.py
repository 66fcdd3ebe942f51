"""Form controls that may answer a question, in channels that can draw them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from models.action import Action
from models.button import Button
from models.text import Text, Verbatim

Words = Text | Verbatim
Written = Literal["date", "month", "year", "time", "moment", "integer", "decimal", "line", "lines"]
"""What is entered: a day, a month, a year, a time of day, a day with a time; a number; words in a
line or in several. Days and times are spelled as in ISO 8601, numbers as the person types them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """`name` names the control's values in what is sent, `label` is the question; `notes` are said
    before it, `hint` beside it.
    """

    name: str
    label: Words
    hint: Words | None = None
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Control):
    """One value that is entered; at most `longest` characters, where that is not 0."""

    kind: Written
    value: str = ""
    longest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider(Control):
    """A number from `start` to `end` in steps, all in XForms' spelling; `value` "" before it was
    moved.
    """

    start: str
    end: str
    step: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; one that is `alone` goes with no other."""

    name: str
    label: Words
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing(Control):
    """One of a list, one of a long list that is `sought`, several, or all in an order; `value` has
    the names that are chosen, in their order.
    """

    kind: Literal["one", "sought", "several", "rank"]
    options: tuple[Option, ...]
    value: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A question of a grid; it is answered with the names of the grid's options."""

    name: str
    label: Words
    hint: Words | None = None
    value: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Control):
    """Questions that share their options: one for each row, or several. It has no values itself."""

    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    several: bool = False


AnyControl = Entry | Slider | Choosing | Grid


@dataclass(frozen=True, slots=True)
class Field:
    """Controls to answer with, where a channel can draw them. What is filled in goes to `does`.

    With them the channel shows `buttons` instead of the reply's, and `text` instead of its text
    where it is not None: the controls say the rest.
    """

    does: Action = field(hash=False)
    controls: tuple[AnyControl, ...]
    text: tuple[Words, ...] | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
