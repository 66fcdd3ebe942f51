""" "Wrong or outdated?": recorded for the keeper of the offer."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import offer_reviews, report
from models.action import Action
from models.report import KINDS, Kind
from models.text import T, Verbatim
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
    keeper = Verbatim(offer.keeper or offer.organization, "de")
    reply = Reply(text=(T("wrong.thanks", keeper=keeper),), buttons=menu.main())
    return replace(reply, replaces=True)


def _button(offer: int, kind: Kind) -> Button:
    return Button(T(f"wrong.{kind}"), WhatIsWrong(offer=offer, kind=kind))


COMMANDS: Commands = {}
ACTIONS: Actions = {ReportOffer: asked, WhatIsWrong: recorded}
