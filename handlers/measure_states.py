"""Measures by state: mine for everybody, all of them for the coordination; and what is shared."""

from __future__ import annotations

from handlers import measure_lists as lists
from handlers import measure_words as say
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_actions import ChooseState, MyState, Shared
from handlers.measure_pages import listed, page
from handlers.measures import ListMeasures
from handlers.rights import needs
from models import measures
from models.answers import MyMeasures
from models.role import ANY, LEADING
from models.text import T
from models.turn import Button, Reply


@needs(*LEADING)
def states(action: ChooseState, context: Context) -> Reply:
    """Each state with how many measures are in it."""
    every = measures.load(context.session, context.today)
    buttons = [
        Button(
            T("measures.group", name=say.state(status), number=number),
            ListMeasures(by="state", value=status, at=0),
        )
        for status, number in lists.by_state(every)
    ]
    rows = (*menu.grid(buttons), (menu.button("measures"),))
    return Reply(text=(T("measures.which_status"),), buttons=rows, replaces=True)


@needs(*ANY)
def mine(action: MyState, context: Context) -> Reply:
    """Hers in one state."""
    those = tuple(one for one in lists.mine(context) if one.status == action.status)
    rows = page(those, action.at, lambda at: action.model_copy(update={"at": at}))
    back = (Button(T("measures.back"), MyMeasures(at=0)),)
    return listed(those, (*rows, back), say.state(action.status))


@needs(*ANY)
def shared(action: Shared, context: Context) -> Reply:
    """What the town shows the network or everybody."""
    those = lists.shared(context)
    rows = page(those, action.at, lambda at: Shared(at=at))
    return listed(those, (*rows, (menu.button("measures"),)))


COMMANDS: Commands = {}
ACTIONS: Actions = {ChooseState: states, MyState: mine, Shared: shared}
