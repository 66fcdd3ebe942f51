"""What somebody can do in an interview, and what she is then shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveys.answers import Answers
from surveys.form import Choice, QuestionType
from surveys.slip import SlipKind as SlipKind


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
    same as words (labels of choices; numbers, dates and times stay for the caller to put in her
    language's way). `rows` are the headings of the groups and rows that it is in. `place` is "n of
    m" in a matrix, (0, 0) outside. `other` says that it takes the words of an "other".
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
    first). JSON-able.
    """

    answers: Answers
    language: str
    at: str = ""
    editing: bool = False
    picked: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """What goes for an interview whatever the form says.

    Without `files`, questions for files are left out. `largest` is a file's limit in bytes.
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
