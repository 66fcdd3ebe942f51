"""/stop: Lotse writes nothing unasked any more."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.text import T
from models.turn import Reply


def stopped(argument: str, context: Context) -> Reply:
    """Questions are still answered; deleting is one tap away."""
    people.be_quiet(context.session, context.person, quiet=True)
    return Reply(text=(T("stop.done"),), buttons=((menu.button("delete"), menu.button("help")),))


COMMANDS: Commands = {"stop": stopped, "stopp": stopped}
ACTIONS: Actions = {}
