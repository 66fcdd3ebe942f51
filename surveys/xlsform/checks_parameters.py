"""The column `parameters`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveys.form import Question
from surveys.form import QuestionType as Type
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem
from surveys.xlsform.questions import PAIR
from surveys.xlsform.rows import Row

_SELECT = frozenset({"randomize", "seed", "value", "label"})
TAKEN: Mapping[Type, frozenset[str]] = {
    Type.SELECT_ONE: _SELECT,
    Type.SELECT_MULTIPLE: _SELECT,
    Type.RANK: _SELECT,
    Type.RANGE: frozenset({"start", "end", "step"}),
    Type.TEXT: frozenset({"rows"}),
}
NUMBERS = {"start": 1.0, "end": 10.0, "step": 1.0}
"""A range's defaults (https://xlsform.org/en/#range)."""


def problems(building: Building) -> Iterator[Problem]:
    """Question by question."""
    for question in building.form.questions():
        row = building.origins[question.path]
        if row.code("parameters"):
            yield from _parameters(question, row)


def _parameters(question: Question, row: Row) -> Iterator[Problem]:
    text = row.code("parameters")
    if PAIR.sub("", text).strip(" ,;\n"):
        yield row.error("parameters_invalid", "parameters", value=text)
    for name in question.parameters:
        if name not in TAKEN.get(question.type, frozenset()) and name != "rows":
            yield row.warning("parameter_unknown", "parameters", name=name)
    if question.type is Type.RANGE and not _is_range(question.parameters):
        yield row.error("parameters_invalid", "parameters", value=text)


def _is_range(said: Mapping[str, str]) -> bool:
    try:
        start, end, step = (float(said.get(name, number)) for name, number in NUMBERS.items())
    except ValueError:
        return False
    return step != 0 and start != end
