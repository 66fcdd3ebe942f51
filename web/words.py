"""The words of the page itself, and which language it is in."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from models.language import direction, guess
from web.site import Site, Words

CHAT = (
    "title",
    "lotse",
    "you",
    "skip",
    "content",
    "log",
    "input",
    "placeholder",
    "send",
    "keys",
    "menu",
    "topics",
    "news",
    "language",
    "help",
    "privacy",
    "connecting",
    "offline",
    "online",
    "slow",
    "waiting",
    "error",
    "cookies",
    "elsewhere",
    "continue",
    "hours",
    "new_tab",
    "download",
    "chosen",
    "urgent",
    "answer",
    "blank",
    "up",
    "down",
    "seek",
    "none_found",
    "unset",
    "month",
    "year",
    "uploading",
    "upload_failed",
)


def chat_words(words: Words, language: str) -> dict[str, str]:
    """What pages of the chat say themselves."""
    said = {name: words(f"web.{name}", language) for name in CHAT}
    return {"lang": language, "dir": direction(language), **said}


class Page:
    """The site's words by language."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.all = lru_cache(64)(self._all)

    def _all(self, language: str) -> dict[str, str]:
        return chat_words(self.site.words, language)

    def language(self, request: Request) -> str:
        """What the address asks for, else what the browser would rather have, else the town's."""
        return preferred(request, request.query_params.get("lang", ""), self.site.languages)

    async def json(self, request: Request) -> Response:
        """GET /words/ar.json: for the page to change its language while it is open."""
        language = request.path_params["language"]
        if language not in self.site.languages:
            raise HTTPException(404)
        content = json.dumps(self.all(language), ensure_ascii=False).encode()
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, media_type="application/json", headers=headers)


def preferred(request: Request, wanted: str, among: tuple[str, ...]) -> str:
    """`wanted` (a client's tag) when it is among our languages, else what the browser would rather
    have, else the town's.
    """
    tags = [wanted, *accepted(request.headers.get("accept-language", ""))]
    known = (guess(tag, among) for tag in tags)
    return next((language for language in known if language), among[0])


def accepted(header: str) -> list[str]:
    """The tags of Accept-Language (RFC 9110, 12.5.4), best first; what is no number counts 0."""
    ranges = [part.partition(";") for part in header[:500].split(",")]
    weighed = [(_quality(params), tag.strip()) for tag, _, params in ranges if tag.strip()]
    return [tag for quality, tag in sorted(weighed, key=lambda pair: -pair[0]) if quality > 0]


def _quality(params: str) -> float:
    name, _, figure = params.strip().partition("=")
    if not name:
        return 1.0
    return float(figure) if figure.replace(".", "", 1).isdecimal() and figure.isascii() else 0.0
