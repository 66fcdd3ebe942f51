"""The message ids of offers' pages that the code makes of f-strings."""

from handlers import cards
from web import offer_view, offer_ways, offers

WHEELCHAIR = ("yes", "partly", "no")


def of_offers() -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands for {} in each, by file and template."""
    return {
        ("handlers/cards.py", "offer.{}"): cards.DETAILS,
        ("handlers/offer_notices.py", "offer.wheelchair_{}"): WHEELCHAIR,
        ("web/offer_view.py", "offer.{}"): offer_view.DETAILS,
        ("web/offer_ways.py", "offer.wheelchair_{}"): WHEELCHAIR,
        ("web/offer_ways.py", "offerpage.phone_{}"): offer_ways.KINDS,
        ("web/offers.py", "offerpage.{}"): (*offers.WORDS, *offers.STATUS),
        ("web/offers.py", "offerpage.{}_why"): tuple(offers.STATUS),
    }
