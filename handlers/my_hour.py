"""When Lotse may write to her: an hour of the day, the town's wall time."""

from __future__ import annotations

from datetime import time

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from models import accounts
from models.action import Action
from models.role import ANY
from models.text import Fixed, T, Text
from models.turn import Button, Reply

EARLIEST, LATEST = 7, 19
TOWNS = -1


class ChooseHour(Action, prefix="hours"):
    """The hours to choose from."""


class PickHour(Action, prefix="hour"):
    """Write to me at this hour; -1: whenever the town writes."""

    hour: int


@needs(*ANY)
def asked(action: ChooseHour, context: Context) -> Reply:
    """Which hour?"""
    mine = context.account.hour if context.account else None
    hours = range(EARLIEST, LATEST + 1)
    buttons = [Button(_clock(hour), PickHour(hour=hour), chosen=hour == mine) for hour in hours]
    any_time = Button(T("hour.towns"), PickHour(hour=TOWNS), chosen=mine is None)
    rows = (*menu.grid(buttons, 4), (any_time,), (menu.button("me"),))
    return Reply(text=(T("hour.which"),), buttons=rows)


@needs(*ANY)
def picked(action: PickHour, context: Context) -> Reply:
    """Kept; what is no hour of the day counts as the town's."""
    hour = action.hour if EARLIEST <= action.hour <= LATEST else None
    accounts.change(context.session, context.account_id, hour=hour)
    return Reply(text=(line(hour),), buttons=((menu.button("me"),),), replaces=True)


def line(hour: int | None) -> Text:
    """Her hour in a sentence."""
    return T("hour.any") if hour is None else T("hour.mine", hour=time(hour))


def _clock(hour: int) -> Text:
    return T("hour.clock", hour=Fixed(f"{hour}:00"))


COMMANDS: Commands = {}
ACTIONS: Actions = {ChooseHour: asked, PickHour: picked}
