"""Limiting an invitation to a language or to an organization."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import Refused, needs
from models import organizations
from models.action import Action
from models.language import native_name
from models.role import LEADING, Role, may_decide
from models.text import T, Verbatim
from models.turn import Button, Reply


class InviteAs(Action, prefix="invite"):
    """Somebody for this role, limited or not (0 and "" are no limit)."""

    role: Role
    language: str = ""
    organization: int = 0


class LimitLanguage(Action, prefix="inlang"):
    """Only for one language."""

    role: Role
    language: str = ""
    organization: int = 0


class LimitOrganization(Action, prefix="inorg"):
    """Only for one organization; the list from number `at` on."""

    role: Role
    language: str = ""
    organization: int = 0
    at: int = 0


@needs(*LEADING)
def languages(action: LimitLanguage, context: Context) -> Reply:
    """Which language?"""
    allow(action.role, context)
    now = InviteAs(**action.model_dump())
    buttons = [_language(code, now) for code in context.town.languages]
    every = Button(T("invite.all_languages"), now.model_copy(update={"language": ""}))
    rows = (*menu.grid(buttons), (every,))
    return Reply(text=(T("invite.which_language"),), buttons=rows, replaces=True)


@needs(*LEADING)
def organizations_listed(action: LimitOrganization, context: Context) -> Reply:
    """Which organization?"""
    allow(action.role, context)
    now = InviteAs(**action.model_dump(exclude={"at"}))
    names = organizations.names(context.session)
    buttons = [_organization(id, name, now) for id, name in names.items()]
    every = Button(T("invite.all_organizations"), now.model_copy(update={"organization": 0}))

    def turn(at: int) -> Action:
        return action.model_copy(update={"at": at})

    rows = (*paged(buttons, action.at, turn), (every,))
    return Reply(text=(T("invite.which_organization"),), buttons=rows, replaces=True)


def allow(role: Role, context: Context) -> None:
    """Raises Refused when she may not give or take that role."""
    if not may_decide(context.roles, role):
        raise Refused


def buttons(now: InviteAs) -> tuple[Button, ...]:
    """The buttons that lead here."""
    values = now.model_dump()
    return (
        Button(T("invite.limit_language"), LimitLanguage(**values)),
        Button(T("invite.limit_organization"), LimitOrganization(**values)),
    )


def _language(code: str, now: InviteAs) -> Button:
    label = Verbatim(native_name(code), code)
    does = now.model_copy(update={"language": code})
    return Button(label, does, chosen=code == now.language)


def _organization(id: int, name: str, now: InviteAs) -> Button:
    does = now.model_copy(update={"organization": id})
    return Button(Verbatim(name, "de"), does, chosen=id == now.organization)


COMMANDS: Commands = {}
ACTIONS: Actions = {LimitLanguage: languages, LimitOrganization: organizations_listed}
