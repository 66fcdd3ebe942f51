"""Cutting one of the channels that are linked to an account, after asking once."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import needs
from models import unlinking
from models.action import Action
from models.mailbox import CHANNEL as MAIL
from models.role import ANY
from models.roles import Deed
from models.text import T, Text
from models.turn import Button, Reply
from models.unlinking import Linked


class ShowChannels(Action, prefix="channels"):
    """My linked channels from number `at` on."""

    at: int


class Unlink(Action, prefix="unlink"):
    """This channel shall be mine no more; `sure` once she was asked. 0 is her e-mail address."""

    person: int
    sure: bool


def offered(context: Context, at: int = 0) -> menu.Rows:
    """A button for each channel, when there are several."""
    those = unlinking.linked(context.session, context.account_id)
    buttons = [Button(_label(one, context), Unlink(person=one.person, sure=False)) for one in those]
    return paged(buttons, at, lambda to: ShowChannels(at=to)) if len(those) > 1 else ()


@needs(*ANY)
def turned(action: ShowChannels, context: Context) -> Reply:
    """Another page."""
    rows = (*offered(context, action.at), (menu.button("link"), menu.button("me")))
    return Reply(text=(T("unlink.enter"),), buttons=rows, replaces=True)


@needs(*ANY)
def pressed(action: Unlink, context: Context) -> Reply:
    """Ask once, then it is cut; the last one stays, or nobody could reach the account."""
    those = unlinking.linked(context.session, context.account_id)
    found = next((one for one in those if one.person == action.person), None)
    if found is None:
        return _said(T("unlink.gone"))
    if not any(_is_open(one, context) for one in those if one != found):
        return _said(T("unlink.last"))
    if not action.sure:
        return _asked(found)
    deed = Deed(context.now, context.account_id)
    unlinking.unlink(context.session, deed, context.account_id, found)
    return _said(T("unlink.done", channel=_channel(found)))


def _asked(found: Linked) -> Reply:
    yes = Button(T("unlink.yes"), Unlink(person=found.person, sure=True))
    no = Button(T("unlink.no"), ShowChannels(at=0))
    text = T("unlink.sure", channel=_channel(found))
    return Reply(text=(text,), buttons=((yes, no),), replaces=True)


def _said(text: Text) -> Reply:
    rows = ((menu.button("link"), menu.button("me")),)
    return Reply(text=(text,), buttons=rows, replaces=True)


def _is_open(way: Linked, context: Context) -> bool:
    """Whether she can come by it: by mail only when Lotse sends any."""
    return way.channel != MAIL or MAIL in context.town.channels


def _label(way: Linked, context: Context) -> Text:
    """Short enough for a button."""
    if way.person == context.person.id:
        return T("unlink.here", channel=_channel(way))
    if way.last_seen is None:
        return T("unlink.plain", channel=_channel(way))
    return T("unlink.seen", channel=_channel(way), day=way.last_seen)


def _channel(way: Linked) -> Text:
    return T(f"channel.{way.channel}")


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowChannels: turned, Unlink: pressed}
