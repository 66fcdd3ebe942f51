"""To be called back: asked for after a survey, apart from its answers; what about, and how."""

from __future__ import annotations

from handlers import dialogues, idea_words, menu
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.survey_modes import BY_STAFF
from models import accounts, contact_wish
from models import person as people
from models.action import Action
from models.dialogue import Wishing
from models.role import ANSWERING
from models.survey import Survey
from models.text import T, Text, Verbatim
from models.turn import Button, Reply

NO_FIELD = -1


class WishContact(Action, prefix="wish"):
    """I want to be called back."""


class WishAbout(Action, prefix="wishfield"):
    """About the field of action at this place, from 0; -1 for none."""

    field: int


class WishHere(Action, prefix="wishhere"):
    """Here in the chat will do."""

    field: int


class DropWish(Action, prefix="wishdrop"):
    """I do not want to be called back any more."""


def offered(survey: Survey, mode: str, context: Context) -> menu.Rows:
    """The button at the end of a survey that says so, where the town has somebody to answer."""
    if mode in BY_STAFF or not survey.plan.asks_contact or not _is_answered(context):
        return ()
    return ((Button(T("wish.offer"), WishContact()),),)


def asked(action: WishContact, context: Context) -> Reply:
    """What about?"""
    if not _is_answered(context):
        return Reply(text=(T("wish.nobody"),), buttons=menu.main())
    fields = enumerate(context.catalogue.fields)
    buttons = [
        Button(idea_words.field_named(field.code, context), WishAbout(field=at))
        for at, field in fields
    ]
    none = Button(T("idea.no_field"), WishAbout(field=NO_FIELD))
    text = (T("wish.apart"), T("idea.field"))
    return Reply(text=text, buttons=(*menu.grid(buttons, 1), (none,)))


def about(action: WishAbout, context: Context) -> Reply:
    """How?"""
    waiting = Wishing(field=_code(action.field, context))
    people.be_in(context.session, context.person, waiting)
    here = Button(T("wish.here"), WishHere(field=action.field))
    return dialogues.asking(T("wish.how"), buttons=((here,),) if _is_one(context) else ())


def here(action: WishHere, context: Context) -> Reply:
    """In this chat."""
    return _noted(_code(action.field, context), "", context)


def typed(text: str, context: Context) -> Reply:
    """A telephone number, an address, or what she likes better."""
    waiting = context.person.dialogue
    if not isinstance(waiting, Wishing) or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("wish.how"))
    return _noted(waiting.field, text.strip(), context)


def dropped(action: DropWish, context: Context) -> Reply:
    """As if she had never asked."""
    contact_wish.drop(context.session, context.person.id)
    rows = ((menu.button("mydata"),),)
    return Reply(text=(T("wish.dropped"),), buttons=rows, replaces=True)


def mine(context: Context) -> tuple[Text, ...]:
    """What is stored of her wish, for /mydata."""
    wish = contact_wish.of(context.session, context.person.id)
    if wish is None:
        return ()
    how = Verbatim(wish.contact, context.language) if wish.contact else T("wish.here")
    return (T("mydata.wish", topic=idea_words.field_named(wish.topic, context), words=how),)


def back(context: Context) -> menu.Rows:
    """The button that takes it back, where there is a wish."""
    if contact_wish.of(context.session, context.person.id) is None:
        return ()
    return ((Button(T("wish.drop"), DropWish()),),)


def _noted(field: str, contact: str, context: Context) -> Reply:
    people.be_in(context.session, context.person, None)
    if not _is_answered(context):
        return Reply(text=(T("wish.nobody"),), buttons=menu.main())
    told = (field, contact)
    contact_wish.wish(context.session, context.rng, context.person.id, told, context.today)
    text = (T("wish.noted", town=context.town.name),)
    return Reply(text=text, buttons=(*back(context), (menu.button("surveys"),)))


def _is_answered(context: Context) -> bool:
    return any(accounts.everyone(context.session, role) for role in ANSWERING)


def _is_one(context: Context) -> bool:
    """A chat of hers alone to which Lotse can write."""
    return context.person.channel in context.town.channels and not context.person.is_group


def _code(at: int, context: Context) -> str:
    fields = context.catalogue.fields
    return fields[at].code if 0 <= at < len(fields) else ""


COMMANDS: Commands = {}
ACTIONS: Actions = {WishContact: asked, WishAbout: about, WishHere: here, DropWish: dropped}
DIALOGUES: Dialogues = {Wishing: typed}
