"""One `match`: which feature answers what a person did."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import (
    ask,
    delete,
    feedback,
    filters,
    helping,
    language,
    mydata,
    offers,
    outdated,
    privacy,
    sorry,
    start,
    stop,
    topics,
)
from handlers.context import Context
from handlers.features import Handler
from handlers.menu import Open
from handlers.presses import is_double
from models import person as people
from models.action import Action, StaleAction
from models.turn import Command, Left, Pressed, Reply, Said, Sent, Turn

FEATURES = (
    ask,
    delete,
    feedback,
    filters,
    helping,
    language,
    mydata,
    offers,
    outdated,
    privacy,
    start,
    stop,
    topics,
)
COMMANDS: Mapping[str, Handler] = {
    name: handler for feature in FEATURES for name, handler in feature.COMMANDS.items()
}
ACTIONS: Mapping[type[Action], Handler] = {
    kind: handler for feature in FEATURES for kind, handler in feature.ACTIONS.items()
}


def respond(turn: Turn, context: Context) -> Reply | None:
    """The reply to a turn, or None when there is nothing to say."""
    match turn.did:
        case Said(text):
            return ask.asked(text, context)
        case Pressed() as pressed:
            return _pressed(pressed, context)
        case Command(name, argument):
            handler = COMMANDS.get(name, sorry.unknown_command)
            return handler(argument, context)
        case Sent() as sent:
            return sorry.not_taken(sent, context)
        case Left():
            people.leave(context.session, context.person, context.today)
    return None  # gone, or back again: nothing to say


def _pressed(pressed: Pressed, context: Context) -> Reply | None:
    if is_double(pressed, context):
        return None
    try:
        action = Action.unpack(pressed.data)
    except StaleAction:
        return sorry.stale(pressed, context)
    if isinstance(action, Open):
        return COMMANDS.get(action.page, sorry.unknown_command)("", context)
    return ACTIONS[type(action)](action, context)
