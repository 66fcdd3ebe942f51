"""`lotse survey check`: what is wrong with a form, place by place, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from bot.words import words
from models.text import Fixed, T, Text
from surveys.form import UNASKED, Form
from surveys.xlsform.problems import Problem, Severity
from surveys.xlsform.reading import Reading, read

LEFT_OUT = frozenset({"type_personal", "type_unsupported", "appearance_unsupported"})
"""Problems whose value is something that the form has and a conversation has not."""


def check_form(path: Path, language: str) -> None:
    """Say all problems and what the form holds. Exit 1 when it has errors."""
    reading = read(path, path.name)
    # Errors last: there they are not lost above a hundred missing translations.
    for problem in sorted(reading.problems, key=lambda each: each.severity is Severity.ERROR):
        typer.echo(sentence(path.name, problem, language), err=True)
    for line in summary(reading):
        typer.echo(words(line, language))
    if reading.form is None:
        raise typer.Exit(1)


def sentence(file: str, problem: Problem, language: str) -> str:
    """Such as "needs.xlsx, sheet survey, row 7, column F (type): error: There is no …"."""
    place = ", ".join([file, *(words(part, language) for part in _place(problem))])
    severe = problem.severity is Severity.ERROR
    severity = words(T("survey_check.error") if severe else T("survey_check.warning"), language)
    return f"{place}: {severity}: {words(said(problem), language)}"


def said(problem: Problem) -> Text:
    """What is wrong, for the catalogs; names and expressions are never turned round."""
    values = problem.values
    return T(
        f"survey_problem.{problem.code}",
        name=Fixed(values.get("name", "")),
        value=Fixed(values.get("value", "")),
        first=Fixed(values.get("first", "")),
        language=Fixed(values.get("language", "")),
    )


def summary(reading: Reading) -> Iterator[Text]:
    """What the form is called, speaks and asks, and whether Lotse takes it."""
    if reading.form is not None:
        yield from _about(reading.form)
    left_out = [x.values["value"] for x in reading.problems if x.code in LEFT_OUT]
    if left_out:
        yield T("survey_check.left_out", value=Fixed(", ".join(dict.fromkeys(left_out))))
    errors = sum(x.severity is Severity.ERROR for x in reading.problems)
    if errors:
        yield T("survey_check.refused", value=errors)
    else:
        yield T("survey_check.good", value=len(reading.problems))


def _about(form: Form) -> Iterator[Text]:
    asked = sum(question.type not in UNASKED for question in form.questions())
    named = ", ".join(form.names.get(code) or code for code in form.languages if code)
    spoken = Fixed(named) if named else T("survey_check.no_language")
    yield T("survey_check.title", value=Fixed(form.said(form.title, form.default_language)))
    yield T("survey_check.languages", value=spoken)
    yield T("survey_check.questions", value=asked)


def _place(problem: Problem) -> Iterator[Text]:
    if problem.sheet:
        yield T("survey_check.sheet", name=Fixed(problem.sheet))
    if problem.row:
        yield T("survey_check.row", value=Fixed(str(problem.row)))
    if problem.column:
        yield T("survey_check.column", name=Fixed(problem.column))
