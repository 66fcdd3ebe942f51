"""What every answer tells the browser not to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")
FOREVER = "public, max-age=31536000, immutable"
NEVER = "no-store"
DENIED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)


@dataclass(frozen=True, slots=True)
class SecurityHeaders:
    """ASGI middleware: CSP (level 3) without `unsafe-inline`, and its companions.

    `ancestors` are the origins that may frame a page, "'none'" for nobody.
    """

    app: ASGIApp
    ancestors: str = "'none'"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_safely)

    def _add(self, headers: MutableHeaders, scope: Scope) -> None:
        headers.setdefault("content-security-policy", policy(_sockets(scope), self.ancestors))
        headers["referrer-policy"] = "no-referrer"
        headers["x-content-type-options"] = "nosniff"
        headers["permissions-policy"] = DENIED
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        if self.ancestors == "'none'":
            headers["x-frame-options"] = "DENY"
        headers.setdefault("cache-control", NEVER)


def policy(sockets: str, ancestors: str) -> str:
    """The Content-Security-Policy. `sockets` is added for browsers whose 'self' leaves out ws."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self'",
            "font-src 'self'",
            f"connect-src 'self'{sockets}",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def _sockets(scope: Scope) -> str:
    host = Headers(scope=scope).get("host", "")
    return f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
