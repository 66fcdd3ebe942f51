"""The chat page, and what it says about data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from models.language import direction, guess, native_name
from web.limits import network
from web.plain import LONGEST, drawn
from web.site import Site, environment
from web.words import Page

PRIVACY = ("what", "not", "questions", "person", "news", "channel", "rights", "complaint")
NOTHING: Mapping[str, Any] = {}
UNASKED: Mapping[str, Any] = {"question": "", "message": NOTHING, "busy": False}
FORM_BYTES = 32_768


class Chat:
    """`/`, `/privacy` and the words of both."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.page = Page(site)
        self.templates = environment()

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [
            Route("/", self.chat),
            Route("/", self.asked, methods=["POST"]),
            Route("/privacy", self.privacy),
            Route("/words/{language:str}.json", self.page.json),
        ]

    async def chat(self, request: Request) -> Response:
        """The page."""
        return self._html("chat.html", self.page.language(request), UNASKED)

    async def asked(self, request: Request) -> Response:
        """Without JavaScript the page's form comes here and is answered in place.

        A POST, so that no question stands in an address, a history or a proxy's log.
        """
        form = await _form(request)
        language = guess(form.get("lang", ""), self.site.languages) or self.page.language(request)
        question = form.get("q", "").strip()[:LONGEST]
        wait = self._wait(request) if question else 0.0
        answered = bool(question) and not wait
        message = drawn(await self.site.answer(question, language)) if answered else NOTHING
        names = {"question": question, "message": message, "busy": bool(wait)}
        return self._html("chat.html", language, names, 429 if wait else 200)

    async def privacy(self, request: Request) -> Response:
        """The same words as /privacy in the chat, and the cookie."""
        language = self.page.language(request)
        title = self.site.words("privacy.title", language)
        ids = (*(f"privacy.{name}" for name in PRIVACY), "web.cookie")
        paragraphs = [self.site.words(id, language) for id in ids]
        return self._html("privacy.html", language, {"heading": title, "paragraphs": paragraphs})

    def _wait(self, request: Request) -> float:
        return self.site.wait(network(request.client.host if request.client else ""))

    def _html(
        self, template: str, language: str, names: Mapping[str, Any], status: int = 200
    ) -> Response:
        shared = {
            "lang": language,
            "dir": direction(language),
            "words": self.page.all(language),
            "noscript": self.site.words("web.noscript", language),
            "back": self.site.words("web.back", language),
            "languages": [(code, native_name(code)) for code in self.site.languages],
        }
        html = self.templates.get_template(template).render(**shared, **names)
        return HTMLResponse(html, status, {"vary": "Accept-Language"})


async def _form(request: Request) -> Mapping[str, str]:
    """The fields of a form of ours (application/x-www-form-urlencoded), the last of a name."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_BYTES:
            raise HTTPException(413)
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
