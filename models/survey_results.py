"""Responses as the analysis takes them: each question with its kind, each answer as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from analysis.needs.variables import Answer, Category, Kind, Respondent, Variable
from surveys.anonymous import FILES
from surveys.answers import Answers
from surveys.exports.dataset import Dataset, Response
from surveys.exports.merging import MAIN, Column, Table
from surveys.form import UNASKED, Form, Group, Node, Question, QuestionType
from surveys.interview.interview import Interview
from surveys.leading import led

KINDS: Mapping[QuestionType, Kind] = {
    QuestionType.SELECT_ONE: Kind.ONE,
    QuestionType.SELECT_MULTIPLE: Kind.SEVERAL,
    QuestionType.RANK: Kind.RANK,
    QuestionType.INTEGER: Kind.NUMBER,
    QuestionType.DECIMAL: Kind.NUMBER,
    QuestionType.RANGE: Kind.NUMBER,
}
"""All others are told of only by how many answered."""

NOT_TOLD = UNASKED | FILES | {QuestionType.NOTE, QuestionType.ACKNOWLEDGE, QuestionType.TEXT}
"""Words and files lie apart until somebody has read them: how many there are is not known here."""


@dataclass(frozen=True)
class Results:
    """A dataset's questions in a language; rows of repeats are not among them.

    `zone` is the town's: when the answers were given is known by the week.
    """

    dataset: Dataset
    language: str
    zone: tzinfo

    @property
    def questions(self) -> tuple[Variable, ...]:
        """Everything that people were asked, in the form's order."""
        conditional = frozenset(
            path for form in self.dataset.versions for path in _conditional(form)
        )
        everywhere = len(self.dataset.versions)
        return tuple(
            self._variable(column, column.path in conditional or len(column.versions) < everywhere)
            for column in self._columns()
        )

    def people(self) -> Iterator[Respondent]:
        """One after another."""
        interviews = {form.version: Interview(form) for form in self.dataset.versions}
        columns = self._columns()
        for response in self.dataset.responses:
            asked = self._asked(response, interviews[response.version])
            answers = {x.path: _answer(x, response) for x in columns if x.path in asked}
            yield Respondent(answers, _groups(response))

    @property
    def in_repeats(self) -> tuple[str, ...]:
        """The words of what was asked several times of everybody, and is not among `questions`."""
        repeats = (table for table in self.dataset.tables if table.path != MAIN)
        return tuple(self._asked_as(x) for table in repeats for x in _told(table))

    def _columns(self) -> list[Column]:
        return _told(next(table for table in self.dataset.tables if table.path == MAIN))

    def _variable(self, column: Column, conditional: bool) -> Variable:
        form, question = self.dataset.form, column.question
        return Variable(
            column.path,
            self._asked_as(column),
            KINDS.get(column.type, Kind.OPEN) if column.steady else Kind.OPEN,
            tuple(
                Category(choice.name, form.said(choice.label, self.language) or choice.name)
                for choice in column.choices
            ),
            conditional,
            question.exclusive,
            self._links.get(column.path, {}),
            question.field_of_action,
        )

    def _asked_as(self, column: Column) -> str:
        """The question's words; of a row of a matrix with those above it."""
        said = self.dataset.form.said(column.question.label, self.language) or column.question.name
        above = self._headers.get(column.path.rpartition("/")[0])
        in_rows = "list-nolabel" in column.question.appearance
        return f"{above} {said}" if above and in_rows else said

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        """What stands above a matrix, by the path of its group."""
        form = self.dataset.form
        return {
            question.path.rpartition("/")[0]: form.said(question.label, self.language)
            for question in form.questions()
            if _is_header(question)
        }

    @cached_property
    def _links(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """In any version: what linked two questions once still does for those who answered then."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for form in self.dataset.versions:
            for path, others in led(form).items():
                mine = found.setdefault(path, {})
                mine.update({x: mine.get(x, frozenset()) | names for x, names in others.items()})
        return found

    def _asked(self, response: Response, interview: Interview) -> frozenset[str]:
        """What this respondent was asked, by the answers; what was answered was asked."""
        monday = datetime.strptime(f"{response.week}-1", "%G-W%V-%u").replace(tzinfo=self.zone)
        asked = interview.asked(Answers(response.values, response.rows), monday)
        return asked.union(response.values)


def _told(table: Table) -> list[Column]:
    return [x for x in table.columns if x.type not in NOT_TOLD and not _is_header(x.question)]


def _is_header(question: Question) -> bool:
    """The row of labels above a matrix, which nobody is asked."""
    return "label" in question.appearance


def _groups(response: Response) -> dict[str, str]:
    return {
        "language": response.language,
        "district": response.district,
        "mode": response.mode,
        "week": response.week,
    }


def _answer(column: Column, response: Response) -> Answer:
    value = response.values.get(column.path, "")
    kind = KINDS.get(column.type, Kind.OPEN) if column.steady else Kind.OPEN
    match kind:
        case _ if not value:
            return None
        case Kind.NUMBER:
            return float(value)
        case Kind.OPEN:
            return ()
    return (value,) if kind is Kind.ONE else tuple(dict.fromkeys(value.split()))


def _conditional(form: Form) -> Iterator[str]:
    """Paths of questions that not everybody is asked."""
    return _below(form.root.children, within=False)


def _below(nodes: Iterable[Node], *, within: bool) -> Iterator[str]:
    for node in nodes:
        here = within or bool(node.relevant)
        if isinstance(node, Group):
            yield from _below(node.children, within=here)
        elif here:
            yield node.path
