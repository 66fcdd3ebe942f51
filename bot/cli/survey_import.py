"""`lotse import survey`: read a form, say what is wrong or what changes, apply at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import typer

from bot.cli.opening import checked, connected
from bot.cli.survey import sentence
from bot.clock import chance, clock
from bot.settings import Settings
from models import survey_course
from models.base import Session
from models.imports import surveys as importing
from models.imports.survey_plan import Decided, Wrong, read_plan
from models.imports.surveys import CannotBe, Change, FormIs
from models.roles import Deed
from models.survey import SurveyState
from models.upgrading import upgrade
from surveys.anonymous import FILES
from surveys.form import UNASKED, Form
from surveys.media.checking import File
from surveys.xlsform.problems import Severity
from surveys.xlsform.reading import read

PLAN = "plan.toml"
ENGLISH = "en"
CANNOT = {
    "closes": "It cannot close on {}: that is before it opens.",
    "code": "The code “{}” cannot be: another survey has it, or this one has a code already.",
    "view": "The survey is open: its view cannot become “{}”.",
    "attributed": "The survey is open: whether organizations are named stays as people were told.",
    "files": "The survey is open: whether it asks for files stays as people were told.",
}
Shown = tuple[Form, Mapping[str, File]]
"""A form, and the pictures and sounds that it names."""
DECIDED = datetime(2026, 11, 2, 8, tzinfo=UTC)
"""When the demo town decided to ask."""


def import_form(path: Path, plan: Path | None, *, check: bool, **others: Any) -> None:
    """Report and apply; with `check` nothing is changed. `others` are values of a plan that were
    typed. Exit 1 when form or plan have problems.
    """
    form, media = _form(path)
    decided = _plan(plan, form) if plan else None
    settings = Settings()
    if not check:
        upgrade(settings.database_url)
    with checked(settings) if check else connected(settings) as session, session.begin():
        change = _planned(session, (form, media), decided, **others)
        _about_fields(session, form)
        code = change.code
        if not check and not change.does_nothing:
            deed = Deed(clock().astimezone(settings.zone))
            code = importing.apply(session, chance(), deed, change).code
    _show(change, code, check=check)


def fill_demo(session: Session, folder: Path) -> None:
    """The demo town's surveys, open, in the caller's transaction."""
    deed = Deed(DECIDED)
    for path in sorted(folder.glob("*.xlsx")):
        form, media = _form(path)
        decided = _plan(path.with_suffix("") / PLAN, form)
        change = _planned(session, (form, media), decided)
        made = importing.apply(session, chance(), deed, change)
        survey_course.open_now(session, deed, made.id)


def _form(path: Path) -> Shown:
    reading = read(path, path.name)
    shown = reading.problems
    if reading.form is None:
        shown = tuple(x for x in shown if x.severity is Severity.ERROR)
    for problem in shown:
        typer.echo(sentence(path.name, problem, ENGLISH), err=True)
    if reading.form is None:
        _refuse(())
    return reading.form, reading.media


def _plan(path: Path, form: Form) -> Decided:
    try:
        return read_plan(path.read_text(encoding="utf-8"), form.title)
    except (Wrong, UnicodeDecodeError) as wrong:
        said = wrong.sentences if isinstance(wrong, Wrong) else ("is no text in UTF-8",)
        _refuse(f"{path.name}: {each}" for each in said)


def _planned(session: Session, shown: Shown, decided: Decided | None, **others: Any) -> Change:
    form, media = shown
    try:
        change = importing.plan(session, form, decided, media, **others)
    except CannotBe as refused:
        _refuse([CANNOT[refused.name].format(refused.value)])
    if change.form_is is FormIs.FORMER:
        _refuse(["This form was asked before and followed by another: give it a new version."])
    return change


def _about_files(change: Change) -> Iterator[str]:
    """What the form shows, and whether it may ask for files."""
    if change.media:
        yield f"Pictures, sound and film to show: {len(change.media)}."
    asked = sum(question.type in FILES for question in change.form.questions())
    if asked and change.lets_in_files:
        yield f"Questions for pictures, sound and files: {asked}."
    elif asked:
        yield f"Questions for pictures, sound and files are left out: {asked}. --files asks them."


def _about_fields(session: Session, form: Form) -> None:
    """Codes of fields of action that the town's list has not."""
    for code in importing.unknown_fields(session, form):
        said = f"There is no field of action “{code}” in the town’s list: reports show the code."
        typer.echo(said, err=True)


def _refuse(sentences: Iterable[str]) -> NoReturn:
    for each in sentences:
        typer.echo(each, err=True)
    typer.echo("Nothing was changed.", err=True)
    raise typer.Exit(1)


def _show(change: Change, code: str, *, check: bool) -> None:
    form, survey = change.form, change.survey
    asked = sum(question.type not in UNASKED for question in form.questions())
    version = f"version {form.version}" if form.version else "without a version"
    spoken = ", ".join(code for code in form.languages if code) or "one language"
    title = form.said(form.title, form.default_language)
    typer.echo(f"{title} ({form.id}, {version}): {asked} questions in {spoken}")
    if change.same_version:
        typer.echo("The form is another, but its version is still the same.", err=True)
    for line in _about_files(change):
        typer.echo(line)
    planned = "" if change.plan is None or survey is None else ", plan changed"
    typer.echo(f"form {change.form_is}{planned}. {'Only checked.' if check else 'Done.'}")
    if code:
        state = survey.state if survey else SurveyState.PLANNED
        typer.echo(f"Survey {code}, {state}.")
