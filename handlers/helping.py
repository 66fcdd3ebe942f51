"""What one can do here."""

from __future__ import annotations

from handlers import menu
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from models.role import ANSWERING, KEEPING, LEADING, TELLING, Role
from models.text import T, Text
from models.turn import Reply


def helped(argument: str, context: Context) -> Reply:
    """/help: how to ask, what else there is, and where a person can be reached."""
    text = (
        T("help.ask"),
        T("help.commands"),
        T("help.person"),
        T("help.surveys"),
        T("help.news"),
        *_tasks(context),
    )
    text = (*text, T("help.emergency"))
    contact = context.catalogue.first_contact
    if contact is None:
        return Reply(text=text, buttons=menu.main())
    card = card_of(contact, context)
    return Reply(text=(*text, T("help.contact")), cards=(card,), buttons=menu.main())


def _tasks(context: Context) -> tuple[Text, ...]:
    """What else there is for people with a task."""
    if not context.roles:
        return ()
    answers = bool(context.roles.intersection(ANSWERING))
    wishes = (T("help.inbox"), T("help.wishes")) if answers else ()
    leads = bool(context.roles.intersection(LEADING))
    keeps = (T("help.keep"),) if context.roles.intersection(KEEPING) else ()
    leading = (T("help.changes"), T("help.leading"), T("help.surveying")) if leads else ()
    proposes = (T("help.propose"),) if Role.NETWORK in context.roles else ()
    tells = (T("help.writing"),) if context.roles.intersection(TELLING) else ()
    return (T("help.task"), T("help.ideas"), *tells, *proposes, *wishes, *keeps, *leading)


COMMANDS: Commands = {"help": helped, "hilfe": helped, "menu": helped}
ACTIONS: Actions = {}
