"""Changing an offer: what can be changed, and what is otherwise so far, before it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu, offer_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.keeping_finding import deed, done, kept, wanted
from handlers.keeping_pages import (
    AskOfferPart,
    ChangeOffer,
    DropOffer,
    SendOffer,
    SwitchOffer,
    leaving,
)
from handlers.offer_differences import differences
from models import offer_drafts
from models.offer import Offer
from models.offer_change import Change
from models.offer_editing import PARTS, SWITCHES, switched
from models.role import LEADING
from models.text import T, Text
from models.turn import Button, Reply


@kept
def shown(action: ChangeOffer, offer: Offer, context: Context) -> Reply:
    """All its parts."""
    return page(offer, context)


@kept
def turned(action: SwitchOffer, offer: Offer, context: Context) -> Reply:
    """On or off."""
    return keep(switched(wanted(offer, context), action.switch), offer, context)


def keep(changed: Offer, offer: Offer, context: Context) -> Reply:
    """What she wants it to be from now on, stored but not sent; `offer` is as it stands."""
    done(context)
    if changed == wanted(offer, context):
        return page(offer, context, T("keep.same"))
    offer_drafts.draft(context.session, deed(context), changed)
    return page(offer, context, T("keep.kept"))


def page(offer: Offer, context: Context, *before: Text) -> Reply:
    """What she has changed, with the buttons for all parts."""
    mine = offer_drafts.of(context.session, context.account_id, offer.id)
    text = (*before, *_so_far(offer, mine, context), T("keep.what"))
    rows = (
        *_sending(offer, mine, context),
        *menu.grid(list(_parts(mine.offer if mine else wanted(offer, context)))),
        *leaving(offer.id),
    )
    return Reply(text=text, buttons=rows, replaces=True)


def _so_far(offer: Offer, mine: Change | None, context: Context) -> Iterator[Text]:
    if mine is None:
        yield T("keep.about", offer=offer_words.title(offer))
        return
    yield T("keep.so_far", offer=offer_words.title(offer))
    yield from differences(offer, mine.offer, context)


def _sending(offer: Offer, mine: Change | None, context: Context) -> menu.Rows:
    if mine is None:
        return ()
    label = T("keep.publish") if is_public_at_once(context) else T("keep.send")
    send = Button(label, SendOffer(offer=offer.id, seen=mine.version))
    return ((send,), (Button(T("keep.drop"), DropOffer(offer=offer.id, sure=False)),))


def is_public_at_once(context: Context) -> bool:
    """Whether nobody has to say yes first."""
    leads = bool(context.roles.intersection(LEADING))
    return leads or not context.town.offer_rules.approval


def _parts(offer: Offer) -> Iterator[Button]:
    for part in PARTS:
        yield Button(T(f"facet.{part}"), AskOfferPart(offer=offer.id, part=part))
    for switch in SWITCHES:
        does = SwitchOffer(offer=offer.id, switch=switch)
        yield Button(T(f"facet.{switch}"), does, chosen=getattr(offer, switch))


COMMANDS: Commands = {}
ACTIONS: Actions = {ChangeOffer: shown, SwitchOffer: turned}
