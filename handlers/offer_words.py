"""What an offer is called, for those who look after it."""

from __future__ import annotations

from models.offer import Offer
from models.text import Verbatim
from models.translation import GERMAN


def title(offer: Offer) -> Verbatim:
    """Its German title, what its source knows it by where there is none."""
    return Verbatim(offer.texts.get(GERMAN, {}).get("title") or offer.source_id, GERMAN)
