"""`lotse invite`: a one-time link that gives a role, with a QR code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import timedelta

import segno
import typer

from bot.cli.opening import connected
from bot.clock import chance, clock
from bot.settings import Settings
from models import invitations, organizations
from models.base import Session
from models.imports import cells
from models.imports.languages import code_of
from models.imports.problems import Unexpected, nearest
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.town import Town
from models.upgrading import upgrade


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite, as it was typed."""

    role: Role
    name: str
    language: str
    organization: str
    email: str


def print_link(wanted: Wanted, days: int) -> None:
    """Make the invitation and print its link; exit 1 for what is not understood."""
    settings = Settings()
    upgrade(settings.database_url)
    deed = Deed(clock().astimezone(settings.zone))
    with connected(settings) as session, session.begin():
        offered = _offered(session, wanted)
        secret = invitations.invite(session, chance(), deed, offered, days)
        mailed = _mailed(session, secret, deed, settings)
    until = deed.at.date() + timedelta(days=days)
    typer.echo(f"This link gives the role {wanted.role}, once, until {until.isoformat()}.")
    typer.echo("Whoever has it gets the role: hand it only to the person you mean.")
    if mailed:
        typer.echo("It is also mailed to her, as soon as Lotse runs.")
    show(secret, settings.about_town)


def _mailed(session: Session, secret: str, deed: Deed, settings: Settings) -> bool:
    """Whether a mail is queued: there is a server to send it, and an address."""
    if not settings.smtp_url.get_secret_value():
        return False
    from bot.mail_invitation import queue_invitation

    return queue_invitation(session, secret, deed.at, settings.about_town)


def show(secret: str, town: Town) -> None:
    """The links of an invitation, and the web link as a QR code."""
    typer.echo(f"\n  Web chat:  {town.invitation(secret)}")
    if telegram := town.telegram_invitation(secret):
        typer.echo(f"  Telegram:  {telegram}")
    else:
        typer.echo(f"  Telegram:  write to the town's bot: /start join_{secret}")
    if (sys.stdout.encoding or "").lower().startswith("utf"):
        typer.echo()
        segno.make(town.invitation(secret), micro=False).terminal(compact=True)


def _offered(session: Session, wanted: Wanted) -> Offered:
    try:
        return Offered(
            roles=(wanted.role,),
            name=" ".join(wanted.name.split())[:200],
            email=cells.email(wanted.email) if wanted.email else "",
            language=code_of(wanted.language) if wanted.language else "",
            organization_id=_organization(session, wanted.organization),
        )
    except Unexpected as problem:
        typer.echo(problem.sentence, err=True)
        raise typer.Exit(1) from None


def _organization(session: Session, name: str) -> int | None:
    if not name.strip():
        return None
    found = organizations.with_name(session, name)
    if found is None:
        like = nearest(name, organizations.names(session).values())
        raise Unexpected("organization_unknown", value=name, nearest=like)
    return found
