"""Everything that is looked at before a form is used: one small module a matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from surveys.xlsform import (
    checks_appearances,
    checks_columns,
    checks_conditions,
    checks_cycles,
    checks_expressions,
    checks_languages,
    checks_lists,
    checks_names,
    checks_parameters,
    checks_patterns,
    checks_references,
    checks_types,
)
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem

CHECKS: tuple[Callable[[Building], Iterable[Problem]], ...] = (
    checks_columns.problems,
    checks_types.problems,
    checks_names.problems,
    checks_lists.problems,
    checks_parameters.problems,
    checks_appearances.problems,
    checks_languages.problems,
    checks_expressions.problems,
    checks_references.problems,
    checks_cycles.problems,
    checks_conditions.problems,
    checks_patterns.problems,
)


def checked(building: Building) -> tuple[Problem, ...]:
    """All problems, each said once."""
    found = (problem for check in CHECKS for problem in check(building))
    return tuple({repr(problem): problem for problem in found}.values())
