"""`/offers/7`: an offer for everybody, in every language, without an account, to hand out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from handlers import qr
from models import offers
from models.catalogue import Catalogue
from models.exports.schema_org.offer import described
from models.language import chain, direction, native_name
from models.offer import Offer
from web import etag, offer_hours, offer_view
from web.newspaper import Newspaper
from web.offer_reader import Reader
from web.site import environment
from web.words import chat_words, preferred

LARGEST = 2**31 - 1
HEADERS = {"cache-control": "no-cache", "vary": "Accept-Language"}
"""Ask each time: it may have closed an hour ago."""
GONE, UNKNOWN = "gone", "unknown"
STATUS = {GONE: 410, UNKNOWN: 404}
WORDS = (
    *("when", "contact", "map", "online", "german", "form", "more_access"),
    *("ask", "ask_town", "print", "scan"),
)
SHARED = {
    "where": "offer.place",
    "cost": "offer.cost",
    "languages": "offer.languages",
    "who": "offer.organization",
    "email": "offer.email",
    "website": "offer.website",
    "others": "newspage.languages",
    "news": "newspage.news",
    "back": "web.back",
}
"""Words that the chat and the news have, too."""


class OfferPages:
    """`catalogue()` are the offers that stand today."""

    def __init__(self, paper: Newspaper, catalogue: Callable[[], Catalogue]) -> None:
        self.paper = paper
        self.catalogue = catalogue
        self.templates = environment()

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route("/offers/{id:int}", self.one)]

    async def one(self, request: Request) -> Response:
        """The page; 410 with a kind word when the offer is no more, 404 when there was none."""
        id = request.path_params["id"]
        offer = self.catalogue().offers.get(id)
        if offer is None:
            return self._without(request, GONE if await self._was(id) else UNKNOWN)
        reader = self._reader(request, offer)
        names = self._about(offer, reader)
        html = self._html("offer.html", reader.language, names)
        return etag.answer(request, html.encode(), "text/html; charset=utf-8", HEADERS)

    async def _was(self, id: int) -> bool:
        if id > LARGEST:
            return False
        return await self.paper.store.read(lambda session: offers.was(session, id))

    def _about(self, offer: Offer, reader: Reader) -> Mapping[str, Any]:
        town, topics = self.paper.town, self._topics(offer, reader)
        address = town.offer_page(offer.id, reader.reads)
        codes = self._languages(offer)
        return {
            "one": offer_view.shown(offer, reader),
            "hours": offer_hours.shown(offer, reader),
            "topics": topics,
            "data": described(offer, reader.reading(offer, topics)),
            "id": offer.id,
            "here": f"/offers/{offer.id}",
            "home": town.address,
            "code": qr.drawing(address),
            "address": address,
            "reads": reader.reads,
            "others": [(code, native_name(code)) for code in codes if code != reader.reads],
            "alternates": codes,
        }

    def _topics(self, offer: Offer, reader: Reader) -> tuple[str, ...]:
        known = self.catalogue().topics
        names = [known[code].names for code in offer.topics if code in known]
        return tuple(
            found[language]
            for found in names
            if (language := next((one for one in reader.chain if one in found), ""))
        )

    def _languages(self, offer: Offer) -> tuple[str, ...]:
        """Those of the town, and those that only this offer has."""
        return tuple(dict.fromkeys((*self.paper.town.default_first, *offer.texts)))

    def _reader(self, request: Request, offer: Offer) -> Reader:
        """The page's own words are in the language that is read, or else in the next best."""
        ours = self.paper.town.default_first
        wanted = request.query_params.get("lang", "")
        reads = wanted if wanted in offer.texts else preferred(request, wanted, ours)
        language = reads if reads in ours else preferred(request, "", ours)
        words = tuple(dict.fromkeys((reads, *chain(language), *offer.texts)))
        return Reader(self.paper, language, reads, words, self.paper.now())

    def _without(self, request: Request, why: str) -> Response:
        wanted, ours = request.query_params.get("lang", ""), self.paper.town.default_first
        language = preferred(request, wanted, ours)
        said = {
            "heading": self.paper.words(f"offerpage.{why}", language),
            "text": self.paper.words(f"offerpage.{why}_why", language),
        }
        return HTMLResponse(self._html("offer_gone.html", language, said), STATUS[why], HEADERS)

    def _html(self, template: str, language: str, names: Mapping[str, Any]) -> str:
        paper = self.paper
        own = {name: paper.words(f"offerpage.{name}", language) for name in WORDS}
        lent = {name: paper.words(id, language) for name, id in SHARED.items()}
        shared = {
            "lang": language,
            "dir": direction(language),
            "words": chat_words(paper.words, language),
            "say": own | lent,
        }
        return self.templates.get_template(template).render(**shared, **names)
