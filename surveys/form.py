"""A questionnaire (Fragebogen) as Lotse understands it, in XLSForm's terms (https://xlsform.org).

Values here are frozen and made of plain data, so that a form is stored as JSON as it is.
Expressions are kept as they were written, "" where there is none; `surveys.xpath` compiles them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Mapping[str, str]
"""Language → text. A language without a text is missing, never "-"."""


class QuestionType(StrEnum):
    """XLSForm's types of questions that Lotse knows, by XLSForm's names."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    DATETIME = "dateTime"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    CALCULATE = "calculate"
    HIDDEN = "hidden"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    BARCODE = "barcode"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"
    START = "start"
    END = "end"
    TODAY = "today"


SELECTS = frozenset({QuestionType.SELECT_ONE, QuestionType.SELECT_MULTIPLE, QuestionType.RANK})
UNASKED = frozenset(
    {
        QuestionType.CALCULATE,
        QuestionType.HIDDEN,
        QuestionType.START,
        QuestionType.END,
        QuestionType.TODAY,
    }
)
"""Types that get their value without anybody being asked."""


@dataclass(frozen=True, slots=True)
class Media:
    """File names by language, as the form names them."""

    image: Words = field(default_factory=dict)
    audio: Words = field(default_factory=dict)
    video: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the sheet `choices`. `columns` are all its other columns, for choice filters."""

    name: str
    label: Words
    media: Media = Media()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the sheet `survey` that has a value. `path` is "/group/name", without rows.

    `list` names a list of choices, or a secondary instance. `exclusive` are choices that go with
    no other, known from a constraint of the usual shape or from a column `exclusive`.
    `other` is the question that takes the words of `or_other`, by its path. `field_of_action`
    (Handlungsfeld) is the town's code for what it is about: its own, or that of its group.
    """

    name: str
    path: str
    type: QuestionType
    label: Words = field(default_factory=dict)
    hint: Words = field(default_factory=dict)
    guidance: Words = field(default_factory=dict)
    media: Media = Media()
    relevant: str = ""
    required: str = ""
    required_message: Words = field(default_factory=dict)
    constraint: str = ""
    constraint_message: Words = field(default_factory=dict)
    default: str = ""
    dynamic_default: bool = False
    calculation: str = ""
    trigger: tuple[str, ...] = ()
    read_only: str = ""
    list: str = ""
    choice_filter: str = ""
    exclusive: frozenset[str] = frozenset()
    other: str = ""
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    field_of_action: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """`begin_group`. The root of a form is a group without a name, its path is ""."""

    name: str
    path: str
    children: tuple[Node, ...] = ()
    label: Words = field(default_factory=dict)
    hint: Words = field(default_factory=dict)
    relevant: str = ""
    appearance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """`begin_repeat`. `count` is an expression for the number of rows, "" where she may add."""

    name: str
    path: str
    children: tuple[Node, ...] = ()
    label: Words = field(default_factory=dict)
    hint: Words = field(default_factory=dict)
    relevant: str = ""
    appearance: tuple[str, ...] = ()
    count: str = ""


Node = Question | Group | Repeat


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire. `languages` in the form's order, by BCP 47 code where the form names one
    ("Deutsch (de)" is "de"), else by its name; ("",) for a form in one unnamed language.

    `names` are the languages' names as the form has them. `lists` are the lists of choices and
    `instances` the rows of attached files by the file's name without ending.
    """

    id: str
    version: str
    title: Words
    languages: tuple[str, ...]
    default_language: str
    root: Group
    names: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    instances: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    def nodes(self) -> Iterator[Node]:
        """All nodes below the root, each before what is in it."""
        return _below(self.root)

    def questions(self) -> Iterator[Question]:
        """All questions in their order."""
        return (node for node in self.nodes() if isinstance(node, Question))

    def said(self, words: Words, language: str) -> str:
        """`words` in a language, else in the form's default language, else in any, else ""."""
        for candidate in (language, self.default_language):
            if words.get(candidate):
                return words[candidate]
        return next(filter(None, words.values()), "")


def _below(group: Group | Repeat) -> Iterator[Node]:
    for child in group.children:
        yield child
        if not isinstance(child, Question):
            yield from _below(child)
