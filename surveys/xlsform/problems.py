"""What can be wrong with a form, and where: codes whose words are in the catalogs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SHOWN = 80


class Severity(StrEnum):
    """With an error there is no form; a warning says what somebody should look at."""

    ERROR = "error"
    WARNING = "warning"


CODES = (
    *(
        "appearance_unsupported",
        "arguments_wrong",
        "begin_without_end",
        "calculation_missing",
        "cell_error",
    ),
    *("choice_blank", "choice_label_missing", "choice_name_missing", "choice_twice"),
    *("choice_unknown", "column_misspelled", "column_missing", "column_twice"),
    *("column_unsupported", "column_without_language", "converter", "cycle"),
    *("encoding", "end_without_begin", "expression_invalid", "file_missing", "file_unreadable"),
    *("function_unknown", "label_missing", "language_unknown", "language_without_code"),
    *("media_large", "media_missing", "media_wrong"),
    *("list_missing", "list_unknown", "name_bare", "name_invalid", "name_missing", "name_twice"),
    *("never_true", "no_questions", "parameter_unknown", "parameters_invalid", "path_unknown"),
    *("reference_ambiguous", "reference_unknown", "regex_invalid", "regex_open", "regex_slow"),
    *("repeat_deep", "select_from_answers", "setting_unsupported", "sheet_missing"),
    *("too_large", "too_many"),
    *("translation_column_missing", "translation_missing", "type_limited", "type_missing"),
    *("type_personal", "type_unknown", "type_unsupported", "unreadable"),
)
"""Every code a problem can have. In the catalogs: `survey_problem.<code>`."""

VALUES = ("name", "value", "first", "language")
"""The names that `Problem.values` may have."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `row` counts from 1 with the header and is 0 where none is meant;
    `column` is "F (label::Deutsch (de))".
    """

    severity: Severity
    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def error(code: str, sheet: str = "", row: int = 0, column: str = "", **values: str) -> Problem:
    """An error at a place."""
    return Problem(Severity.ERROR, code, sheet, row, column, _shown(values))


def warning(code: str, sheet: str = "", row: int = 0, column: str = "", **values: str) -> Problem:
    """A warning at a place."""
    return Problem(Severity.WARNING, code, sheet, row, column, _shown(values))


def refused(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class Unreadable(Exception):
    """A file that holds no form at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _shown(values: Mapping[str, str]) -> dict[str, str]:
    """Values as a sentence quotes them: a line at most, every character visible."""
    return {name: shown(value) for name, value in values.items()}


def shown(value: str) -> str:
    """A value as a sentence quotes it."""
    line = " ".join(value.split())
    visible = "".join(letter if letter.isprintable() else "�" for letter in line)
    return visible if len(visible) <= SHOWN else f"{visible[: SHOWN - 1]}…"
