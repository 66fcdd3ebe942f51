"""/stop: Lotse writes nothing unasked any more."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models import withdrawing
from models.text import T
from models.turn import Reply


def stopped(argument: str, context: Context) -> Reply:
    """Nor what waits already. Questions are still answered; deleting is one tap away."""
    person = context.person
    people.be_quiet(context.session, person, quiet=True)
    withdrawing.turn_away(context.session, person.channel, person.address, context.now)
    return Reply(text=(T("stop.done"),), buttons=((menu.button("delete"), menu.button("help")),))


COMMANDS: Commands = {"stop": stopped, "stopp": stopped}
ACTIONS: Actions = {}
