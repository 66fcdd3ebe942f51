"""What those who look after offers are in the middle of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class OfferChanging(BaseModel):
    """She was asked for a part of an offer (models.offer_editing.Part), at the place with the
    number `at` where it is about one. `words` are what she typed, was read back, and has not said
    yes to.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["offer_changing"] = "offer_changing"
    offer: int = 0
    part: str = ""
    at: int = -1
    words: str = ""


class ChangeRefusing(BaseModel):
    """She was asked why a change of an offer is not to be."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["change_refusing"] = "change_refusing"
    change: int = 0


AboutOffers = OfferChanging | ChangeRefusing
