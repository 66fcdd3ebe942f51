"""How a page of an offer is read: which language its own words have, and which the town's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.exports.schema_org.offer import Reading
from models.language import direction
from models.offer import Offer
from models.text import Fixed, Listed, T, Text, Verbatim, Weekday
from web.newspaper import Newspaper

ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'])")
GERMAN = "de"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the page: `language` is that of its own words, `reads` the one asked for, which
    may be one that only offers have. The town's words are looked for along `chain`. `now` is the
    town's wall time, aware.
    """

    paper: Newspaper
    language: str
    reads: str
    chain: tuple[str, ...]
    now: datetime

    def say(self, text: Text | Verbatim) -> str:
        """A text in the page's language."""
        return self.paper.say(text, self.language)

    def plain(self, value: Listed | Weekday | Fixed) -> str:
        """A value by itself in the page's language."""
        return self.say(T("offerpage.plain", value=value))

    def own(self, offer: Offer, field: str) -> Mapping[str, Any] | None:
        """The town's words for a field, ready to be drawn in their own language and direction."""
        found = offer.words(field, self.chain)
        return quoted(found) if found else None

    def reading(self, offer: Offer, topics: tuple[str, ...]) -> Reading:
        """The same for those who describe the offer to machines."""
        town = self.paper.town
        address = town.offer_page(offer.id, self.reads)
        return Reading(self.chain, address, town.name, self.paper.zone, topics)

    @property
    def today(self) -> date:
        """The town's day."""
        return self.now.date()


def path(id: int, language: str) -> str:
    """Where an offer's page is found in a language."""
    return f"/offers/{id}?lang={language}"


def quoted(words: Verbatim) -> Mapping[str, Any]:
    """Words with their language; `paragraphs` are in pieces, every second one an address."""
    parts = [part.strip() for part in words.text.split("\n\n")]
    return {
        "text": words.text,
        "lang": words.language,
        "dir": direction(words.language),
        "paragraphs": [ADDRESS.split(part) for part in parts if part],
    }


def german(text: str) -> Mapping[str, Any] | None:
    """A name or a word that the town wrote in German, or none."""
    return quoted(Verbatim(text, GERMAN)) if text else None
