"""/stop: Lotse writes nothing unasked any more, until she wants it again."""

from __future__ import annotations

from handlers import menu, person_closing
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models import withdrawing
from models.action import Action
from models.text import T
from models.turn import Button, Reply


class WriteAgain(Action, prefix="writeagain"):
    """Lotse may write to me after all."""


def stopped(argument: str, context: Context) -> Reply:
    """Nor what waits already. Questions are still answered; deleting is one tap away."""
    person = context.person
    people.be_quiet(context.session, person, quiet=True)
    withdrawing.turn_away(context.session, person.channel, person.address, context.now)
    thread, others = person_closing.given_up(context)
    ended = (T("stop.thread"),) if thread else ()
    again = Button(T("stop.undo"), WriteAgain())
    rows = ((menu.button("delete"), menu.button("help")), (again,))
    return Reply(text=(T("stop.done"), *ended), buttons=rows, others=others)


def undone(action: WriteAgain, context: Context) -> Reply:
    """She may be written to again."""
    people.be_quiet(context.session, context.person, quiet=False)
    return Reply(text=(T("stop.undone"),), buttons=menu.main(), replaces=True)


COMMANDS: Commands = {"stop": stopped, "stopp": stopped}
ACTIONS: Actions = {WriteAgain: undone}
