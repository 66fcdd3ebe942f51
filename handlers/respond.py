"""One `match`: which feature answers what a person did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers import person_files, person_thread, sorry
from handlers.context import Context
from handlers.feature_list import FEATURES
from handlers.features import Dialogues, Fields, Handler, Wanting
from handlers.menu import Open
from handlers.presses import is_double
from handlers.rights import Refused
from models import person as people
from models.action import Action, StaleAction
from models.dialogue_states import put_aside, was_missed
from models.medium import Upload
from models.turn import Command, Filled, Left, Pressed, Reply, Said, Sent, Turn


def _gathered(what: str) -> Any:
    """What the features that have such a table answer."""
    return {
        kind: handler
        for feature in FEATURES
        for kind, handler in getattr(feature, what, {}).items()
    }


COMMANDS: Mapping[str, Handler] = {
    name: handler for feature in FEATURES for name, handler in feature.COMMANDS.items()
}
ACTIONS: Mapping[type[Action], Handler] = {
    kind: handler for feature in FEATURES for kind, handler in feature.ACTIONS.items()
}
DIALOGUES: Dialogues = _gathered("DIALOGUES")
FIELDS: Fields = _gathered("FIELDS")
SENT: Dialogues = _gathered("SENT")
WANTED: Wanting = _gathered("WANTED")


def respond(turn: Turn, context: Context) -> Reply | None:
    """The reply to a turn, or None when there is nothing to say."""
    match turn.did:
        case Said(text):
            return _said(text, context)
        case Pressed() | Filled() as deed:
            return _pressed(deed, context)
        case Command(name, argument):
            _turn_to_something_else(context)
            handler = COMMANDS.get(name, sorry.unknown_command)
            return handler(argument, context)
        case Sent() as sent:
            return SENT.get(type(context.person.dialogue), person_files.sent)(sent, context)
        case Left():
            people.leave(context.session, context.person, context.today)
    return None  # gone, or back again: nothing to say


def _said(text: str, context: Context) -> Reply:
    """Words for what waits for them. Who lost the right to that is asked for them no longer."""
    handler = DIALOGUES.get(type(context.person.dialogue), person_thread.heard)
    try:
        return handler(text, context)
    except Refused:
        people.be_in(context.session, context.person, None)
        raise


def asks(context: Context) -> bool:
    """Whether words of hers are a question to Lotse: nothing and nobody waits for them."""
    return (
        type(context.person.dialogue) not in DIALOGUES and person_thread.going_on(context) is None
    )


def wanted(context: Context) -> Upload | None:
    """The file that she is asked for at this moment. None: nobody asked, and nothing is read."""
    return WANTED.get(type(context.person.dialogue), person_files.wanted)(context)


def _pressed(deed: Pressed | Filled, context: Context) -> Reply | None:
    if is_double(deed, context):
        return None
    try:
        action = Action.unpack(deed.data)
    except StaleAction:
        return sorry.stale(deed, context)
    _turn_to_something_else(context)
    if isinstance(deed, Filled):
        return _filled(action, deed, context)
    if isinstance(action, Open):
        return COMMANDS.get(action.page, sorry.unknown_command)("", context)
    return ACTIONS[type(action)](action, context)


def _filled(action: Action, deed: Filled, context: Context) -> Reply:
    handler = FIELDS.get(type(action))
    return handler(action, deed.values, context) if handler else sorry.stale(deed, context)


def _turn_to_something_else(context: Context) -> None:
    """A command or a button ends a dialogue that waits for words; its handler may begin a new one.

    What was waited for stays in `context.person.dialogue` for this turn.
    """
    dialogue = context.person.dialogue
    if type(dialogue) in DIALOGUES or was_missed(dialogue):
        people.be_in(context.session, context.person, put_aside(dialogue))
