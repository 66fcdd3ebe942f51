"""When an offer is open, in words: now, in a usual week, on single days, and what changes soon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.offer import Offer
from web.offer_reader import Reader


def shown(offer: Offer, _reader: Reader) -> Mapping[str, Any]:
    """The hours of all places together, and of those that have some of their own."""
    return {"state": "", "is_known": False, "places": [None for _ in offer.places]}
