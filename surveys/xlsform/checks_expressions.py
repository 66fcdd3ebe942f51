"""Every expression must be one: pyxform takes `. >` and `foo(${a} and` without a word."""

from __future__ import annotations

from collections.abc import Iterator

from surveys import xpath
from surveys.xlsform.building import Building
from surveys.xlsform.expressions import Written, written
from surveys.xlsform.problems import Problem
from surveys.xpath import ExpressionError, Reason

CODES = {
    Reason.ARGUMENTS: "arguments_wrong",
    Reason.PATTERN: "regex_invalid",
    Reason.UNKNOWN: "function_unknown",
}
AROUND = 20


def problems(building: Building) -> Iterator[Problem]:
    """Expression by expression."""
    for each in written(building):
        yield from _problems(each)


def _problems(each: Written) -> Iterator[Problem]:
    try:
        compiled = xpath.compile(each.text)
    except ExpressionError as wrong:
        yield _problem(each, wrong)
        return
    yield from (_problem(each, wrong) for wrong in compiled.mistakes)


def _problem(each: Written, wrong: ExpressionError) -> Problem:
    near = wrong.found or each.text[max(0, wrong.position - AROUND) :]
    code = CODES.get(wrong.reason, "expression_invalid")
    return each.error(code, name=near, value=each.text)
