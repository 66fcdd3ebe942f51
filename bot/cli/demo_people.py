"""The demo town's people, who hold their roles at once, and links to try each role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.people import read
from bot.cli.reading import read_table
from bot.clock import chance, clock
from bot.settings import Settings
from models import demo_people, invitations, roles
from models.base import Session
from models.imports import people as importing
from models.imports.people import Change
from models.imports.people_columns import SHEETS
from models.imports.people_writing import ids
from models.invitations import Offered
from models.role import Role
from models.roles import Deed, Grant

INVITED = datetime(2026, 11, 2, 8, tzinfo=UTC)
"""When the demo town's people took up their tasks."""

DAYS = 30


def fill_demo(session: Session, folder: Path, source: str) -> None:
    """The demo town's people, departments and groups, in the caller's transaction."""
    plan = importing.plan(session, read(session, read_table(folder, SHEETS)), source)
    deed = Deed(INVITED)
    importing.apply(session, plan, deed)
    known = ids(session, source)
    for change in plan.changes:
        _give(session, deed, known[change.id], change)


def links(session: Session, settings: Settings) -> Mapping[Role, str]:
    """A fresh link for each role that somebody in the demo town holds."""
    deed, town = Deed(clock().astimezone(settings.zone)), settings.about_town
    found = {}
    for role in Role:
        account = demo_people.with_role(session, role)
        if account is not None:
            offered = Offered((role,), account_id=account)
            secret = invitations.invite(session, chance(), deed, offered, DAYS)
            found[role] = town.invitation(secret)
    return found


def _give(session: Session, deed: Deed, account: int, change: Change) -> None:
    for role in change.missing:
        roles.give(session, deed, account, Grant(role))
