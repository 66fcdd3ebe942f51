"""The buttons of the pages on which offers are looked over and changed."""

from __future__ import annotations

from typing import Literal

from handlers import menu
from models.action import Action
from models.offer_actions import KeepOffer
from models.offer_editing import Part, Switch
from models.offer_open import EVERYWHERE
from models.text import T, Text
from models.turn import Button, Reply

UNSAID = -2
"""At which place is still to be asked, where there are several."""
Which = Literal["due", "all"]


class ListKept(Action, prefix="keeps"):
    """My offers, those to look at or all of them, from number `at` on."""

    which: Which
    at: int = 0


class StillRight(Action, prefix="keepyes"):
    """All of it is right, as it was shown (`seen`, models.offer_json.fingerprint)."""

    offer: int
    seen: str


class BeginReview(Action, prefix="keepnow"):
    """The first one to look at."""


class NextKept(Action, prefix="keepnext"):
    """Not this one now, the next one to look at."""

    offer: int


class NoLonger(Action, prefix="keepno"):
    """There is no such offer any more; `sure` once she was asked."""

    offer: int
    sure: bool


class ShowAgain(Action, prefix="keepback"):
    """It is there again."""

    offer: int


class ChangeOffer(Action, prefix="keepparts"):
    """What can be changed, and what she has changed of it."""

    offer: int


class AskOfferPart(Action, prefix="keepask"):
    """Type this part of it, at the place with this number where it is about one."""

    offer: int
    part: Part
    at: int = UNSAID


class SwitchOffer(Action, prefix="keepswitch"):
    """On or off."""

    offer: int
    switch: Switch


class EmptyOfferPart(Action, prefix="keepempty"):
    """It has none."""

    offer: int
    part: Part
    at: int = EVERYWHERE


class DropDay(Action, prefix="keepday"):
    """No other hours on these days: the exception with this number at that place."""

    offer: int
    at: int
    number: int


class TakeRead(Action, prefix="keepread"):
    """Yes, as it was read back to me."""

    offer: int


class TakeBack(Action, prefix="keeptake"):
    """Not what I sent and nobody has decided."""

    offer: int


class SendOffer(Action, prefix="keepsend"):
    """Send what I changed, as it was shown (`seen`, the version of models.offer_change.Change)."""

    offer: int
    seen: str


class DropOffer(Action, prefix="keepdrop"):
    """Away with what I changed; `sure` once she was asked."""

    offer: int
    sure: bool


def back(offer: int) -> menu.Rows:
    """To what can be changed."""
    return ((Button(T("keep.parts"), ChangeOffer(offer=offer)),),)


def leaving(offer: int) -> menu.Rows:
    """To the offer, and to all of hers."""
    card = Button(T("keep.card"), KeepOffer(offer=offer))
    return ((card, menu.button("keep")),)


def gone(*before: Text) -> Reply:
    """There is no such offer, or it is not hers."""
    rows = ((menu.button("keep"),),)
    return Reply(text=(*before, T("keep.no_such")), buttons=rows, replaces=True)
