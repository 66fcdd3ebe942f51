"""`lotse survey open`, `close`, `invite` and `link`."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import segno
import typer

from bot.cli.opening import connected
from bot.clock import chance, clock
from bot.secret import survey_secret
from bot.settings import Settings
from models import survey, survey_course, survey_invitation, survey_names, survey_version
from models.base import Session
from models.mixing import Mixer
from models.roles import Deed
from models.survey import Survey, SurveyState

SCALE = 8
"""Pixels of a module, or as much in an SVG."""


def begin(code: str) -> None:
    """Open it; exit 1 where it has no form, or is not planned any more."""
    settings = Settings()
    with connected(settings) as session, session.begin():
        found = _survey(session, code)
        if not survey_version.is_asked(session, found.id):
            _fail(f"Survey {found.code} has no form yet.")
        if not survey_course.open_now(session, _deed(settings), found.id):
            _fail(f"Survey {found.code} is {found.state} already.")
        number = _invited(session, found, settings) if found.plan.invites else 0
    typer.echo(f"Survey {found.code} is open.")
    typer.echo(f"Newly invited: {number}." if number else f"To invite: lotse survey invite {code}")


def end(code: str, *, sure: bool) -> None:
    """Close it for good, once it was asked; exit 1 where it is closed."""
    settings = Settings()
    if not sure:
        typer.confirm(f"Close survey {code} for good?", abort=True)
    with connected(settings) as session, session.begin():
        found = _survey(session, code)
        deed = _deed(settings)
        names = survey_names.known(session)
        mixer = Mixer(survey_secret(settings), chance(), deed.at.date(), names)
        if not survey_course.close(session, deed, found.id, mixer):
            _fail(f"Survey {found.code} is closed already.")
    typer.echo(f"Survey {found.code} is closed, and its key is destroyed.")


def invite(code: str) -> None:
    """Put everybody on the list whom it is for; exit 1 where it is not open."""
    settings = Settings()
    with connected(settings) as session, session.begin():
        found = _survey(session, code)
        if found.state is not SurveyState.OPEN:
            _fail(f"Survey {found.code} is {found.state}: only an open one can be answered.")
        number = _invited(session, found, settings)
    typer.echo(f"Newly invited: {number}. The messages leave as soon as Lotse runs.")


def print_link(code: str, qr: Path | None, *, workshop: bool) -> None:
    """Its public link, and the QR code as a file; exit 1 for an ending that is neither."""
    settings = Settings()
    with connected(settings) as session:
        found = _survey(session, code)
    link = settings.about_town.link(f"{found.link}_w" if workshop else found.link)
    typer.echo(link)
    if qr is None:
        return
    if qr.suffix.lower() not in {".png", ".svg"}:
        _fail(f"{qr.name}: expected a file ending in .png or .svg.")
    segno.make(link, error="m", micro=False).save(str(qr), scale=SCALE)
    typer.echo(f"The QR code is in {qr}.")


def _invited(session: Session, found: Survey, settings: Settings) -> int:
    return survey_invitation.invite(session, found, settings.about_town.channels)


def _survey(session: Session, code: str) -> Survey:
    found = survey.by_code(session, code)
    if found is None:
        codes = ", ".join(one.code for one in survey.in_state(session, *SurveyState))
        _fail(f"There is no survey “{code}”; there are: {codes or 'none yet'}.")
    return found


def _deed(settings: Settings) -> Deed:
    return Deed(clock().astimezone(settings.zone))


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
