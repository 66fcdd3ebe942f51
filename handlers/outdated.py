""" "Wrong or outdated?": recorded for the keeper of the offer."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import keeping, offer_reviews, report
from models.action import Action
from models.offer import Offer
from models.report import KINDS, Kind
from models.text import T, Text, Verbatim
from models.turn import Button, Reply


class ReportOffer(Action, prefix="wrong"):
    """Something about this offer is wrong."""

    offer: int


class WhatIsWrong(Action, prefix="wrongis"):
    """What is wrong with it."""

    offer: int
    kind: Kind


def asked(action: ReportOffer, context: Context) -> Reply:
    """Ask what is wrong."""
    offer = context.catalogue.offers.get(action.offer)
    if offer is None:
        return Reply(text=(T("offer.gone"),), buttons=menu.main())
    title = offer.words("title", context.chain) or Verbatim(offer.source_id, "de")
    buttons = [_button(action.offer, kind) for kind in KINDS]
    return Reply(text=(T("wrong.what", offer=title),), buttons=menu.grid(buttons))


def recorded(action: WhatIsWrong, context: Context) -> Reply:
    """Counted for the keeper; who said so is not kept."""
    offer = context.catalogue.offers.get(action.offer)
    if offer is None:
        return Reply(text=(T("offer.gone"),), buttons=menu.main())
    report.record(context.session, offer.id, action.kind, context.today)
    offer_reviews.reported(context.session, offer.id, context.today)
    return Reply(text=(_thanks(offer, context),), buttons=menu.main(), replaces=True)


def _thanks(offer: Offer, context: Context) -> Text:
    """Who is asked now: its keeper, by the name of her organization, or else the town."""
    if keeping.keepers_of(context.session, offer.id, context.today):
        return T("wrong.thanks", keeper=Verbatim(offer.keeper or offer.organization, "de"))
    return T("wrong.thanks_town")


def _button(offer: int, kind: Kind) -> Button:
    return Button(T(f"wrong.{kind}"), WhatIsWrong(offer=offer, kind=kind))


COMMANDS: Commands = {}
ACTIONS: Actions = {ReportOffer: asked, WhatIsWrong: recorded}
