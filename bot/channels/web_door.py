"""Who may open a socket, and how much may come through it."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket

from bot.channels.web_socket import House, Visit
from web.limits import Buckets, network
from web.session import address_of, token_of

NO_SESSION = 4401
TOO_MANY = 4429
PER_BROWSER = 5
PER_NETWORK = 200


class Refused(Exception):
    """No visit for this one; the socket is closed."""


class Door:
    """Same origin, a session, not too many at once, not too fast.

    A home for refugees shares one address: what a network may is far above what a browser may.
    """

    def __init__(self, public_url: str = "") -> None:
        self.origins = {_origin(public_url)} - {""}
        self.browsers = Buckets(rate=1.0, burst=10)
        self.networks = Buckets(rate=10.0, burst=60)
        self.open: Counter[str] = Counter()

    async def let_in(self, house: House, socket: WebSocket) -> Visit:
        """A visit for a page of ours. Raises Refused after it closed the socket."""
        if not self.is_ours(socket):
            await socket.close()  # before it is accepted: an HTTP 403
            raise Refused
        await socket.accept()
        token = token_of(socket)
        if not token:
            await socket.close(NO_SESSION)
            raise Refused
        visit = Visit(house, socket, address_of(token), network_of(socket), hint_of(socket))
        if self._is_full(visit):
            await socket.close(TOO_MANY)
            raise Refused
        self.open.update(_keys(visit))
        return visit

    def let_out(self, visit: Visit) -> None:
        """The visit is over."""
        self.open.subtract(_keys(visit))
        for key in _keys(visit):
            if self.open[key] <= 0:
                del self.open[key]

    def wait(self, visit: Visit, now: float) -> float:
        """Seconds until a frame of this visit may be handled; `now` in seconds."""
        return self.wait_of(visit.address, visit.network, now)

    def wait_of(self, address: str, network: str, now: float) -> float:
        """The same for a browser and its network."""
        return self.browsers.take(address, now) or self.networks.take(network, now)

    def is_ours(self, asking: HTTPConnection) -> bool:
        """Cross-site WebSocket hijacking, and requests forged elsewhere: browsers always name the
        asking page (RFC 6455, 10.2; Fetch Standard, 3.2).
        """
        origin = asking.headers.get("origin", "").lower()
        host = asking.headers.get("host", "").lower()
        return origin in self.origins or (bool(host) and origin in _origins(host))

    def _is_full(self, visit: Visit) -> bool:
        browser, network = _keys(visit)
        return self.open[browser] >= PER_BROWSER or self.open[network] >= PER_NETWORK


def _origins(host: str) -> tuple[str, str]:
    return f"http://{host}", f"https://{host}"


def _origin(url: str) -> str:
    parts = urlsplit(url.lower())
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _keys(visit: Visit) -> tuple[str, str]:
    return f"browser {visit.address}", f"network {visit.network}"


def network_of(socket: HTTPConnection) -> str:
    """Whom to count her with."""
    return network(socket.client.host if socket.client else "")


def hint_of(socket: HTTPConnection) -> str:
    """The language that her browser would rather have."""
    first = socket.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    return first[:35] if first.replace("-", "").isalnum() and first.isascii() else ""
