"""What somebody can do in an interview, and what she is then shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.answers import Answers
from surveys.form import QuestionType
from surveys.interview.conditions import Conditions
from surveys.interview.doings import (
    Attached,
    Chosen,
    DropRow,
    Given,
    GoTo,
    Input,
    Move,
    Picked,
    Speak,
    Together,
)
from surveys.slip import SlipKind

__all__ = [
    "Answers",
    "Ask",
    "AskRow",
    "Attached",
    "Chosen",
    "Conditions",
    "DropRow",
    "Ended",
    "Given",
    "GoTo",
    "Input",
    "Line",
    "Move",
    "Option",
    "Outcome",
    "Picked",
    "Progress",
    "Slip",
    "SlipKind",
    "Speak",
    "State",
    "Summary",
    "Together",
]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as it is offered: filtered, in this person's order, in her language."""

    name: str
    label: str
    media: Mapping[str, str]
    chosen: bool = False
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Section `section` of `sections` (0 of 0 without any), `share` of all from 0 to 1."""

    section: int
    sections: int
    share: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it is asked, all words in her language and piped (`${name}` filled in).

    `path` is concrete. `notes` are the notes and headings that come before it and were not shown
    since her last answer. `value` is what is there already, in its XForms spelling, `shown` the
    same as words (labels of choices; numbers, dates and times stay for the caller to put in her
    language's way). `rows` are the headings of the groups and rows that it is in. `place` is "n of
    m" in a matrix, (0, 0) outside. `other` says that it takes the words of an "other". `page` are
    all questions that may be answered together with it, in their order and itself among them; none
    where it is asked alone.
    """

    path: str
    type: QuestionType
    label: str
    hint: str = ""
    guidance: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    value: str = ""
    shown: str = ""
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    place: tuple[int, int] = (0, 0)
    other: bool = False
    may_skip: bool = False
    may_go_back: bool = False
    progress: Progress = Progress(0, 0, 0.0)
    page: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One question and its answer in the summary; `section` is the heading before it, if new.

    A repeat has a line too: without a type, with the number of its rows as `value`.
    """

    path: str
    label: str
    shown: str
    section: str = ""
    type: QuestionType | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class AskRow:
    """Whether there is another row of a repeat (`path`, concrete); `count` rows are there.

    `rows` has a line for each: its concrete path and heading, and the first answer in it. `GoTo`
    opens one again, `DropRow` takes it away.
    """

    path: str
    label: str
    count: int
    rows: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    may_go_back: bool = False
    progress: Progress = Progress(0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Summary:
    """All questions that were relevant, with what was answered ("" where skipped). `notes` are
    those after the last question.
    """

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """Submitted: only what is relevant and valid."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class Slip:
    """An answer that was not taken: the form's own message where it has one ("" else), and the
    question again.
    """

    kind: SlipKind
    message: str
    again: Ask | AskRow | Summary


Outcome = Ask | AskRow | Summary | Slip | Ended


@dataclass(frozen=True, slots=True)
class State:
    """Where somebody is in a form. `at` is a concrete path, "/" in the summary. `editing` is true
    from the summary on. `picked` are the choices ticked but not yet answered with (None before the
    first). `opened` are the rows that she has opened, each in the one before it: they are gone
    through to their end, and then their repeat asks again. `alone` says that she is asked this
    question by itself, because the rest of its page is done. JSON-able.
    """

    answers: Answers
    language: str
    at: str = ""
    editing: bool = False
    picked: tuple[str, ...] | None = None
    opened: tuple[str, ...] = ()
    alone: bool = False
