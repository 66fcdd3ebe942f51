"""Whether answers on paper are such as the form would have taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from surveys.answers import Answers
from surveys.exports.dataset import Response
from surveys.form import Form
from surveys.inputs.hearing import Hearing
from surveys.interview import Interview
from surveys.interview.checking import Fault
from surveys.interview.conditions import Conditions
from surveys.responses_in.problems import Problem, shown

ROW = re.compile(r"\[\d+\]")
UNASKED = "unasked"
Where = Callable[[str], tuple[str, int, str]]
"""Concrete path of an answer → the sheet, row and column where it stands or should."""


@dataclass(slots=True)
class Checker:
    """Goes through responses as if they were given in an interview. `warnings` are what was left
    out, `problems` what nobody may leave so.
    """

    versions: Sequence[Form]
    hearing: Hearing
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    _interviews: dict[str, Interview] = field(default_factory=dict)

    def checked(self, one: Response, where: Where) -> Response:
        """A response with what the form reckons and without what nobody is asked."""
        if _was_exported(one):
            return one
        found = self._interview(one.version).check(
            Answers(one.values, one.rows), self.hearing.language, self.hearing.now
        )
        self.problems += (_problem(fault, one, where) for fault in found.faults)
        self.warnings += (_left_out(path, one, where) for path in found.unasked)
        return replace(one, values=found.answers.values, rows=found.answers.rows)

    def _interview(self, version: str) -> Interview:
        if version not in self._interviews:
            form = next(form for form in self.versions if form.version == version)
            self._interviews[version] = Interview(form, Conditions(files=False))
        return self._interviews[version]


def enclosing(path: str) -> Iterator[str]:
    """The rows that a concrete path is in, the innermost first; "" for none."""
    while "]" in path:
        path = path[: path.rindex("]") + 1]
        yield path
        path = path[: path.rindex("[")]
    yield ""


def _was_exported(one: Response) -> bool:
    """What says when it came in has been checked then; its free words may be missing, and how it
    came in, where only few came in like that.
    """
    return bool(one.id and one.week)


def _problem(fault: Fault, one: Response, where: Where) -> Problem:
    values = {"value": shown(one.values.get(fault.path, "")), "message": fault.message}
    sheet, row, column = where(fault.path)
    return Problem("form_says" if fault.message else fault.kind, sheet, row, column, values)


def _left_out(path: str, one: Response, where: Where) -> Problem:
    sheet, row, column = where(path)
    return Problem(UNASKED, sheet, row, column, {"value": shown(one.values[path])})
