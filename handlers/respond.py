"""One `match`: which feature answers what a person did."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import (
    absence,
    ask,
    calendar,
    delays,
    delete,
    deputy,
    dialogues,
    explaining,
    feedback,
    filters,
    helping,
    idea_list,
    ideas,
    invite,
    invite_limits,
    invited,
    language,
    linking,
    mail_linking,
    me,
    measure_card,
    measure_facts,
    measure_figures,
    measure_states,
    measure_status,
    measure_steering,
    measures,
    my_hour,
    mydata,
    naming,
    offers,
    outdated,
    privacy,
    reminders,
    reviewing,
    reviewing_files,
    roles_back,
    sorry,
    start,
    steering,
    stop,
    survey_audiences,
    survey_beginning,
    survey_ending,
    survey_files,
    survey_filling,
    survey_managing,
    survey_planning,
    survey_pressing,
    survey_quotas,
    survey_rooms,
    survey_row_pressing,
    survey_tongues,
    survey_typing,
    surveys,
    team,
    topics,
    unlinking,
    wishes,
    wishing,
)
from handlers.context import Context
from handlers.features import Dialogues, Fields, Handler
from handlers.menu import Open
from handlers.presses import is_double
from models import person as people
from models.action import Action, StaleAction
from models.turn import Command, Filled, Left, Pressed, Reply, Said, Sent, Turn

FEATURES = (
    absence,
    ask,
    calendar,
    delays,
    delete,
    deputy,
    dialogues,
    explaining,
    feedback,
    filters,
    helping,
    idea_list,
    ideas,
    invite,
    invite_limits,
    invited,
    language,
    linking,
    mail_linking,
    me,
    measure_card,
    measure_facts,
    measure_figures,
    measure_states,
    measure_status,
    measure_steering,
    measures,
    my_hour,
    mydata,
    naming,
    offers,
    outdated,
    privacy,
    reminders,
    reviewing,
    reviewing_files,
    roles_back,
    start,
    steering,
    stop,
    survey_audiences,
    survey_beginning,
    survey_ending,
    survey_filling,
    survey_managing,
    survey_planning,
    survey_pressing,
    survey_quotas,
    survey_rooms,
    survey_row_pressing,
    survey_tongues,
    survey_typing,
    surveys,
    team,
    topics,
    unlinking,
    wishes,
    wishing,
)
COMMANDS: Mapping[str, Handler] = {
    name: handler for feature in FEATURES for name, handler in feature.COMMANDS.items()
}
ACTIONS: Mapping[type[Action], Handler] = {
    kind: handler for feature in FEATURES for kind, handler in feature.ACTIONS.items()
}
DIALOGUES: Dialogues = {
    kind: handler
    for feature in FEATURES
    for kind, handler in getattr(feature, "DIALOGUES", {}).items()
}
FIELDS: Fields = {
    kind: handler
    for feature in FEATURES
    for kind, handler in getattr(feature, "FIELDS", {}).items()
}


def respond(turn: Turn, context: Context) -> Reply | None:
    """The reply to a turn, or None when there is nothing to say."""
    match turn.did:
        case Said(text):
            handler = DIALOGUES.get(type(context.person.dialogue), ask.asked)
            return handler(text, context)
        case Pressed() | Filled() as deed:
            return _pressed(deed, context)
        case Command(name, argument):
            _turn_to_something_else(context)
            handler = COMMANDS.get(name, sorry.unknown_command)
            return handler(argument, context)
        case Sent() as sent:
            return survey_files.sent(sent, context)
        case Left():
            people.leave(context.session, context.person, context.today)
    return None  # gone, or back again: nothing to say


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
    if type(context.person.dialogue) in DIALOGUES:
        people.be_in(context.session, context.person, None)
