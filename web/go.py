"""GET /go/TOKEN: counts that a button of news was followed, and leads where the news says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from models import news_links
from models.news_links import PATH, Click
from web.limits import Buckets, network
from web.news import NewsPages

GUESSES = ("prefetch", "prerender")
"""Why a browser may fetch what nobody has tapped."""


@dataclass(frozen=True, slots=True)
class Going:
    """Nothing is kept of who followed it, not even that it was somebody else than before."""

    pages: NewsPages
    networks: Buckets = field(default_factory=lambda: Buckets(rate=1.0, burst=30))

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route(f"{PATH}{{token:str}}", self.go)]

    async def go(self, request: Request) -> Response:
        """To the address that is stored, and nowhere else."""
        paper = self.pages.paper
        click = news_links.clicked(request.path_params["token"], paper.secret)
        address = await self._address(request, click) if click else None
        if address is None:
            return self.pages.gone(request)
        return RedirectResponse(address, 302)

    async def _address(self, request: Request, click: Click) -> str | None:
        store = self.pages.paper.store
        if self._counts(request):
            return await store.write(partial(news_links.follow, click=click))
        return await store.read(partial(news_links.target, click=click))

    def _counts(self, request: Request) -> bool:
        """A tap of somebody's, and not one of very many from the same network."""
        if request.method != "GET" or request.headers.get("sec-purpose", "").startswith(GUESSES):
            return False
        host = network(request.client.host if request.client else "")
        return not self.networks.take(host, self.pages.paper.clock().timestamp())
