"""The pages of made up offers, as a browser gets them."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any

import httpx

from analysis.hours.schedule import weekly
from bot.words import words
from models.catalogue import Catalogue
from models.offer import Offer, Organization, Place
from models.store import Store
from models.town import Town
from tests.channels.web.serving import site
from tests.clock import Clock
from tests.talking import BERLIN, town_named
from web.app import build
from web.newspaper import Newspaper
from web.offers import OfferPages

HOME = "https://lotse.example.org"
TOWN: Town = replace(
    town_named(), languages=("de", "en", "ar"), public_url=HOME, address=HOME, name="Mittelstadt"
)
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MAKER = Organization("Verein Brücke", "https://bruecke.example.org")
HALL = Place("Haus am Markt", "Markt 1", "99999", "Mittelstadt", latitude=50.98, longitude=10.6)
COURSE = Offer(
    7,
    "kurs",
    MAKER,
    {
        "de": {"title": "Deutschkurs am Abend", "short_answer": "Lernen Sie Deutsch am Abend."},
        "ar": {"title": "دورة لغة ألمانية مسائية", "short_answer": "تعلموا الألمانية مساءً."},
    },
    topics=("german_course",),
    places=(HALL,),
    languages=("de", "ar"),
)


def course(**other: Any) -> Offer:
    """The course, with what a test is about."""
    return replace(COURSE, **other)


def mornings(*days: int) -> Any:
    """Open from nine to twelve on these days of the week."""
    return tuple(weekly(day, time(9), time(12)) for day in days)


def served(catalogue: Catalogue, offers: Sequence[Offer], store: Store) -> httpx.AsyncClient:
    """A browser in front of the pages of these offers, on a Monday morning."""
    known = replace(catalogue, offers={offer.id: offer for offer in offers})
    paper = Newspaper(store=store, say=words, town=TOWN, zone=BERLIN, clock=Clock())
    app = build(OfferPages(paper, lambda: known).routes(), site())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://lotse")


def data_in(html: str) -> Any:
    """What the page tells machines."""
    (written,) = DATA.findall(html)
    return json.loads(written)
