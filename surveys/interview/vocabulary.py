"""What somebody can do in an interview, and what she is then shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveys.answers import Answers
from surveys.form import QuestionType


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
    """To a question (concrete path) of the summary, to change it; then back to the summary."""

    path: str


@dataclass(frozen=True, slots=True)
class DropRow:
    """Away with a row of a repeat, by its concrete path ("/children[2]")."""

    path: str


Input = Given | Picked | Chosen | Attached | Move | Speak | GoTo | DropRow


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
    same as words. `rows` are the headings of the groups and rows that it is in.
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
    may_skip: bool = False
    may_go_back: bool = False
    progress: Progress = Progress(0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class AskRow:
    """Whether there is another row of a repeat (`path`, concrete); `count` rows are there."""

    path: str
    label: str
    count: int
    notes: tuple[str, ...] = ()
    may_go_back: bool = False
    progress: Progress = Progress(0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One question and its answer in the summary; `section` is the heading before it, if new."""

    path: str
    label: str
    shown: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """All questions that were relevant, with what was answered ("" where skipped)."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """Submitted: only what is relevant and valid."""

    answers: Answers


class SlipKind(StrEnum):
    """Why an answer was not taken. Lotse's own words are found by these names."""

    REQUIRED = "required"
    CONSTRAINT = "constraint"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    NOT_A_TIME = "not_a_time"
    NO_SUCH_CHOICE = "no_such_choice"
    SEVERAL_FIT = "several_fit"
    NOT_ALONE = "not_alone"  # an exclusive choice with another
    TOO_LONG = "too_long"
    WRONG_FILE = "wrong_file"
    TOO_LARGE = "too_large"
    NOT_HERE = "not_here"  # the input does not go with what is asked


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
    """Where somebody is in a form. `at` is a concrete path, "" before the first question,
    "/" in the summary. `since` are paths already shown as notes. JSON-able.
    """

    answers: Answers
    language: str
    at: str = ""
    editing: bool = False
