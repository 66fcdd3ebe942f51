"""What her post (Stelle) is called: a function rather than a person's name."""

from __future__ import annotations

from handlers import dialogues, menu
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.rights import needs
from models import accounts, keeper_names
from models import person as people
from models.action import Action
from models.dialogue import Naming
from models.role import ANY, Role
from models.text import T, Text, Verbatim
from models.turn import Reply

LONGEST = 120


class Rename(Action, prefix="rename"):
    """My post is called something else."""


def ask(context: Context, *before: Text) -> Reply:
    """Wait for a name."""
    people.be_in(context.session, context.person, Naming())
    return dialogues.asking(*before, T("naming.ask"))


@needs(*ANY)
def opened(action: Rename, context: Context) -> Reply:
    """She wants another name."""
    return ask(context)


@needs(*ANY)
def named(text: str, context: Context) -> Reply:
    """She typed a name, or something else."""
    name = " ".join(text.split())
    if dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("naming.ask"))
    if not name or len(name) > LONGEST:
        return dialogues.asking(T("naming.long", most=LONGEST))
    if _is_claim(name, context):
        return dialogues.asking(T("naming.keeper"), T("naming.ask"))
    people.be_in(context.session, context.person, None)
    accounts.change(context.session, context.account_id, name=name)
    done = T("naming.done", name=Verbatim(name, "de"))
    return Reply(text=(done,), buttons=((menu.button("me"),),))


def _is_claim(name: str, context: Context) -> bool:
    """Whether with that name she would keep offers that nobody gave her to keep."""
    mine = context.account.name if context.account else ""
    if Role.KEEPER not in context.roles or name.casefold() == mine.casefold():
        return False
    return keeper_names.is_keeper(context.session, name)


COMMANDS: Commands = {}
ACTIONS: Actions = {Rename: opened}
DIALOGUES: Dialogues = {Naming: named}
