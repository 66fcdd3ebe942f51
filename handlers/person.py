"""/person: to talk to a human being (Beratung). Who is in a conversation already sees how it is."""

from __future__ import annotations

from handlers import dialogues, menu, person_check, person_thread, person_words
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from models import counselling, reaching
from models import person as people
from models import thread as one_thread
from models.dialogue_handoff import Asking
from models.text import Fixed, T, Text
from models.turn import Reply


def opened(argument: str, context: Context) -> Reply:
    """What she has to know before she asks, and the question what she wants to ask."""
    going_on = one_thread.of_person(context.session, context.person.id)
    if going_on is not None:
        return person_thread.status(going_on, context)
    if why_not := _why_not(context):
        return Reply(text=(why_not,), buttons=menu.main())
    if not _is_anybody_there(context):
        return _nobody(context)
    if unsent := person_check.unsent(context):
        return unsent
    people.be_in(context.session, context.person, Asking())
    return dialogues.asking(*person_words.about(context), T("talk.ask"))


def _why_not(context: Context) -> Text | None:
    """Where nobody could answer her, or where everybody would read it."""
    if context.person.is_group:
        return T("talk.group")
    if context.person.channel not in context.town.channels:
        return T("talk.channel", address=Fixed(context.town.address))
    return None


def _is_anybody_there(context: Context) -> bool:
    """Whether somebody answers whom Lotse can reach."""
    reached = reaching.reached(context.session, context.town.channels)
    return any(one.id in reached for one in counselling.everyone(context.session))


def _nobody(context: Context) -> Reply:
    """Then to somebody outside of Lotse, where the town has named one."""
    contact = context.catalogue.first_contact
    if contact is None:
        return Reply(text=(T("talk.nobody"),), buttons=menu.main())
    text = (T("talk.nobody"), T("answer.contact"))
    return Reply(text=text, cards=(card_of(contact, context),), buttons=menu.main())


COMMANDS: Commands = {"person": opened, "mensch": opened, "beratung": opened}
ACTIONS: Actions = {}
