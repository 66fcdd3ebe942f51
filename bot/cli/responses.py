"""`lotse export responses` and `lotse import responses`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import typer

from bot.children import in_child
from bot.cli.opening import connected, opened
from bot.cli.response_words import PROBLEMS, REFUSALS, place
from bot.clock import chance, clock
from bot.exporting import write_responses
from bot.secret import survey_secret
from bot.settings import Settings
from models import free_text, response_file, submission, survey, survey_counts, survey_version
from models.base import Session
from models.imports import responses as importing
from models.mixing import Mixer
from models.survey import Survey, SurveyState
from models.survey_key import KeyDestroyed
from models.survey_names import known
from surveys.exports.options import CannotExport, Options
from surveys.inputs.hearing import Hearing
from surveys.responses_in.problems import Problem, Unreadable
from surveys.responses_in.reading import Reading, read


def export_responses(code: str, path: Path, options: Options) -> None:
    """Write the responses to a survey, by the path's ending. Exit 1 when they do not go there."""
    settings = Settings()
    with opened(settings) as session:
        found = _survey(session, code)
        unread = free_text.number(session, found.id)
        unseen = response_file.number(session, found.id)
        unmixed = submission.number(session, found.id)
        count = survey_counts.total(session, found.id) - unmixed
    work = in_child(write_responses, settings.database_url, found.id, path, options)
    try:
        files = asyncio.run(work)
    except CannotExport as error:
        _fail(path, REFUSALS[error.code].format_map(error.values))
    except OSError as error:
        _fail(path, f"the file cannot be written: {error.strerror or type(error).__name__}")
    typer.echo(f"{count} responses are in {', '.join(map(str, files))}.")
    for number, what in (
        (unmixed, "Responses that wait for others"),
        (unread, "Unread free words"),
        (unseen, "Files that nobody has released"),
    ):
        if number:
            typer.echo(f"{what} stay here: {number}.")


def import_responses(code: str, path: Path, language: str, *, check: bool) -> None:
    """Take in answers on paper; with `check` nothing is changed. Exit 1 when there are problems."""
    settings = Settings()
    today = clock().astimezone(settings.zone).date()
    try:
        with connected(settings) as session, session.begin():
            found = _survey(session, code)
            responses = _reading(session, found, path, language).responses
            mixer = Mixer(survey_secret(settings), chance(), today, known(session))
            act = importing.report if check else importing.take
            report = act(session, found, responses, mixer)
    except KeyDestroyed:
        _fail(path, "the survey is closed, and nothing can be added to it any more")
    typer.echo(f"{report.new} new, {report.known} known. {'Only checked.' if check else 'Done.'}")


def _survey(session: Session, code: str) -> Survey:
    found = survey.by_code(session, code)
    if found is None:
        codes = [x.code for x in survey.in_state(session, *SurveyState)]
        there = f"there are {', '.join(codes)}" if codes else "there is none yet"
        typer.echo(f"There is no survey “{code}”; {there}.", err=True)
        raise typer.Exit(1)
    return found


def _reading(session: Session, found: Survey, path: Path, language: str) -> Reading:
    versions = [version.form for version in survey_version.of(session, found.id)]
    if not versions:
        _fail(path, REFUSALS["no_form"])
    hearing = Hearing(language or versions[0].default_language, clock())
    try:
        reading = read(path, versions, hearing)
    except Unreadable as error:
        _say(path, [error.problem])
        raise typer.Exit(1) from None
    _say(path, reading.warnings, "warning: ")
    strange = importing.strange_organizations(session, found, reading.responses)
    _refuse(path, [*reading.problems, *(_strange(reading, place) for place in strange)])
    return reading


def _strange(reading: Reading, place: int) -> Problem:
    value = {"value": reading.responses[place].organization}
    return Problem("organization", "", reading.rows[place], "_organization", value)


def _refuse(path: Path, problems: list[Problem]) -> None:
    _say(path, problems)
    if problems:
        typer.echo(f"Problems: {len(problems)}. Nothing was changed.", err=True)
        raise typer.Exit(1)


def _say(path: Path, problems: Iterable[Problem], how: str = "") -> None:
    for problem in problems:
        sentence = PROBLEMS[problem.code].format_map(problem.values)
        typer.echo(f"{place(path.name, problem)}: {how}{sentence}", err=True)


def _fail(path: Path, sentence: str) -> NoReturn:
    typer.echo(f"{path.name}: {sentence}.", err=True)
    raise typer.Exit(1)
