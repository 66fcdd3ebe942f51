"""/wishes: who wants to be called back; to write to them, and to be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import dialogues, idea_words, menu, tongues
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.paging import paged
from handlers.rights import needs
from models import audit, contact_wish
from models import person as people
from models.action import Action
from models.contact_wish import ENTITY, ContactWish
from models.dialogue import Answering
from models.role import ANSWERING
from models.roles import Deed
from models.text import Fixed, LanguageName, MonthName, T, Text, Verbatim
from models.turn import Button, Reply, Unasked

LONGEST = 2000


class ListWishes(Action, prefix="wishes"):
    """Who wants to be called back, from number `at` on."""

    at: int


class ShowWish(Action, prefix="wishshow"):
    """What about, and how."""

    wish: str


class WriteWish(Action, prefix="wishwrite"):
    """Write to her chat."""

    wish: str


class SettleWish(Action, prefix="wishdone"):
    """She was called back; `sure` once it was asked."""

    wish: str
    sure: bool


@needs(*ANSWERING)
def listed(argument: str, context: Context) -> Reply:
    """All whose language she is asked for, in an order that says nothing."""
    return turned(ListWishes(at=0), context)


@needs(*ANSWERING)
def turned(action: ListWishes, context: Context) -> Reply:
    """Another page."""
    found = contact_wish.waiting(context.session, tongues.hers(context, ANSWERING))
    buttons = [Button(_label(one, context), ShowWish(wish=one.id)) for one in found]
    text = T("wishes.which") if found else T("wishes.none")
    return Reply(text=(text,), buttons=paged(buttons, action.at, lambda at: ListWishes(at=at)))


@needs(*ANSWERING)
def shown(action: ShowWish, context: Context) -> Reply:
    """All there is."""
    one = _found(action.wish, context)
    return _gone() if one is None else _card(one, context)


@needs(*ANSWERING)
def writing(action: WriteWish, context: Context) -> Reply:
    """What shall she read?"""
    one = _found(action.wish, context)
    if one is None or not _is_written_to(one, context):
        return _gone()
    people.be_in(context.session, context.person, Answering(wish=one.id))
    return dialogues.asking(T("wishes.words"))


@needs(*ANSWERING)
def written(text: str, context: Context) -> Reply:
    """It goes to her chat, and is kept nowhere else."""
    waiting = context.person.dialogue
    one = _found(waiting.wish, context) if isinstance(waiting, Answering) else None
    people.be_in(context.session, context.person, None)
    if one is None or not _is_written_to(one, context):
        return _gone()
    audit.record(
        context.session, context.now, context.account_id, "contact_wish.answered", (ENTITY, None)
    )
    rows = (*_doings(one, context), (menu.button("wishes"),))
    told = _message(one, text.strip()[:LONGEST], context)
    return Reply(text=(T("wishes.sent"),), buttons=rows, others=(told,))


@needs(*ANSWERING)
def settled(action: SettleWish, context: Context) -> Reply:
    """Ask once, then it is deleted."""
    one = _found(action.wish, context)
    if one is None:
        return _gone()
    if not action.sure:
        yes = Button(T("wishes.done"), SettleWish(wish=one.id, sure=True))
        no = Button(T("survey.back"), ShowWish(wish=one.id))
        return Reply(text=(T("wishes.sure"),), buttons=((yes, no),), replaces=True)
    contact_wish.settle(context.session, Deed(context.now, context.account_id), one.id)
    rows = ((menu.button("wishes"),),)
    return Reply(text=(T("wishes.settled"),), buttons=rows, replaces=True)


def _card(one: ContactWish, context: Context) -> Reply:
    rows = (*_doings(one, context), (menu.button("wishes"),))
    return Reply(text=tuple(_facts(one, context)), buttons=rows, replaces=True)


def _facts(one: ContactWish, context: Context) -> Iterator[Text]:
    yield _label(one, context)
    month = MonthName(int(one.month[-2:]))
    yield T("wishes.month", month=month, year=Fixed(one.month[:4]))
    if one.contact:
        yield T("wishes.contact", contact=Verbatim(one.contact, _spoken(one, context)))
    elif _is_written_to(one, context):
        yield T("wishes.here", channel=T(f"channel.{one.channel}"))
    else:
        yield T("wishes.unreached")


def _doings(one: ContactWish, context: Context) -> Iterator[tuple[Button, ...]]:
    done = Button(T("wishes.done"), SettleWish(wish=one.id, sure=False))
    if _is_written_to(one, context):
        yield (Button(T("wishes.write"), WriteWish(wish=one.id)), done)
    else:
        yield (done,)


def _message(one: ContactWish, words: str, context: Context) -> Unasked:
    head = T("wish.answer", town=context.town.name)
    text = (head, Verbatim(words, context.language), T("wish.one_way"))
    reply = Reply(text=text, buttons=((menu.button("help"),),))
    key = f"wish:{context.token(16)}"  # says neither whose it was nor when
    return Unasked(key, one.channel, one.address, _spoken(one, context), reply)


def _is_written_to(one: ContactWish, context: Context) -> bool:
    """Who typed a number wants to be called there."""
    return not one.contact and one.reached and one.channel in context.town.channels


def _found(id: str, context: Context) -> ContactWish | None:
    one = contact_wish.find(context.session, id)
    spoken = tongues.hers(context, ANSWERING)
    return one if one and (not spoken or one.language in spoken) else None


def _label(one: ContactWish, context: Context) -> Text:
    spoken = LanguageName(_spoken(one, context))
    return T("wishes.one", topic=idea_words.field_named(one.topic, context), language=spoken)


def _spoken(one: ContactWish, context: Context) -> str:
    return one.language or context.town.default_language


def _gone() -> Reply:
    rows = ((menu.button("wishes"),),)
    return Reply(text=(T("wishes.gone"),), buttons=rows, replaces=True)


COMMANDS: Commands = {"wishes": listed, "wuensche": listed, "wünsche": listed}
ACTIONS: Actions = {
    ListWishes: turned,
    ShowWish: shown,
    WriteWish: writing,
    SettleWish: settled,
}
DIALOGUES: Dialogues = {Answering: written}
