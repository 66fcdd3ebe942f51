"""The one cookie: a random token that only tells one browser from another (§ 25 (2) TDDDG)."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route

NAME = "lotse"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
DAYS = 30
ADDRESS_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Cookies:
    """How the cookie is set: `secure` behind https, `embedded` when other sites may frame the page.

    A framed page gets no SameSite=Strict cookie, so it is kept apart for each framing site (CHIPS).
    """

    secure: bool
    embedded: bool = False

    def header(self, token: str) -> str:
        """The value of Set-Cookie."""
        cookie = f"{NAME}={token}; Path=/; Max-Age={DAYS * 86_400}; HttpOnly"
        if self.embedded and self.secure:
            return f"{cookie}; Secure; SameSite=None; Partitioned"
        return f"{cookie}; SameSite=Strict{'; Secure' if self.secure else ''}"

    def route(self) -> Route:
        """POST /session: the browser's token, made when it has none, for another 30 days.

        The page itself sets nothing: who arrives by a link from elsewhere shows no strict cookie
        with that first request, and would lose her session to a new one.
        """
        return Route("/session", self._give, methods=["POST"])

    async def _give(self, request: Request) -> Response:
        token = token_of(request) or secrets.token_urlsafe(32)
        return Response(status_code=204, headers={"set-cookie": self.header(token)})


def token_of(connection: HTTPConnection) -> str:
    """The token a browser sent, or nothing."""
    token = connection.cookies.get(NAME, "")
    return token if TOKEN.fullmatch(token) else ""


def address_of(token: str) -> str:
    """What the database knows a browser by: nobody gets from there back to a usable token."""
    return hashlib.sha256(token.encode()).hexdigest()[:ADDRESS_LETTERS]
