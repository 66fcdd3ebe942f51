"""What one has to know of an offer before one relies on it: it may be over soon, in more than one
place, or its words older than the German ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.offer import Offer
from models.text import LanguageName, N, T, Text, Verbatim
from models.translation import GERMAN

SOON = timedelta(days=30)
"""From so many days before it ends a list says so, too."""

Notice = Text | Verbatim


def on_card(offer: Offer, chain: tuple[str, ...], today: date, *, full: bool) -> tuple[Notice, ...]:
    """Those for a reader of the first language of `chain`; in a list only what matters there."""
    title = offer.words("title", chain)
    alert = offer.words("alert", chain)
    return (
        *([alert] if alert else []),
        *on_days(offer, today, full=full),
        *(on_translation(offer, title.language) if title else []),
        *(on_access(offer) if full else on_places(offer)),
    )


def on_words(title: Verbatim, language: str) -> Text | None:
    """That it is told in another language than the reader's."""
    if title.language == language:
        return None
    return T("offer.only_in", language=LanguageName(title.language))


def on_translation(offer: Offer, language: str) -> Iterator[Text]:
    """That what is read in `language` is older than the German text, or a machine's."""
    if is_outdated(offer, language):
        yield T("offer.german_newer")
    if language in offer.machine_translated and language != GERMAN:
        yield T("news_told.by_machine")


def is_outdated(offer: Offer, language: str) -> bool:
    """Whether some text in that language was made from an older German one."""
    return any(name.endswith(f"::{language}") for name in offer.outdated)


def on_days(offer: Offer, today: date, *, full: bool = True) -> Iterator[Text]:
    """Until when it is there; outside its page and its whole card only when that is soon."""
    last = offer.valid_until
    if last is not None and (full or last - today <= SOON):
        yield T("offer.valid_until", day=last)


def on_places(offer: Offer) -> Iterator[Text]:
    """How many more there are than the one that is named."""
    if len(offer.places) > 1:
        yield N("offer.more_places", len(offer.places) - 1)


def on_access(offer: Offer) -> Iterator[Text]:
    """An interpreter, and whether one gets in with a wheelchair."""
    if offer.interpretation:
        yield T("offer.interpretation")
    if offer.place and offer.place.wheelchair:
        yield T(f"offer.wheelchair_{offer.place.wheelchair}")
