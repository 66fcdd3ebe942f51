"""What an import writes: at once for the town, or in somebody's name as her role allows it."""

from __future__ import annotations

import typer

from bot.cli.progress import bar
from bot.clock import clock
from bot.settings import Settings
from models import accounts, offer_changes
from models.base import Session
from models.imports import offers as importing
from models.imports.offers import Plan
from models.offer_changes import Imported
from models.roles import Deed


def write(session: Session, settings: Settings, plan: Plan, by: str) -> Imported | None:
    """Write a plan in the session's transaction; in a name, what became of it. Exit 1 where nobody
    has that name.
    """
    if not by:
        with bar("Writing") as progress:
            importing.apply(session, plan, progress)
        return None
    deed = Deed(clock().astimezone(settings.zone), _account(session, by))
    return offer_changes.submit_import(session, deed, plan, settings.about_town.offer_rules)


def _account(session: Session, email: str) -> int:
    found = accounts.with_email(session, email)
    if len(found) != 1:
        who = "more than one" if found else "nobody"
        typer.echo(f"There is {who} with the address {email}. Nothing was changed.", err=True)
        raise typer.Exit(1)
    return found[0].id


def tell(made: Imported) -> None:
    """How much is public, what waits, and what is not hers."""
    typer.echo(f"{made.public} are public, {made.waiting} wait for a manager's yes.")
    if made.refused:
        typer.echo(f"Not hers to change, and left as they are: {', '.join(made.refused)}", err=True)
