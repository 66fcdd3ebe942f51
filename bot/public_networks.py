"""Which addresses on the internet belong to everybody: no server leads Lotse into a network of its
own (server-side request forgery).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

LOCALHOST = "localhost"
_NAT64 = IPv6Network("64:ff9b::/96")
_LAST_32 = (1 << 32) - 1


class Inward(Exception):
    """A name or an address leads into a network that is not the public internet."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is of the public internet, also where one of IPv4 is wrapped in IPv6."""
    inner = _inside(address)
    return all(each.is_global and not each.is_multicast for each in (address, inner) if each)


def is_loopback(url: str) -> bool:
    """Whether an address on the web names this very machine."""
    host = urlsplit(url).hostname or ""
    literal = _literal(host)
    return literal.is_loopback if literal else host == LOCALHOST


def check_host(host: str, *, loopback: bool) -> None:
    """Refuse a host that is written as an address; names are checked when they are resolved.

    Raises Inward.
    """
    if (literal := _literal(host)) and not _allowed(literal, loopback=loopback):
        raise Inward(host)


class PublicResolver(AbstractResolver):
    """Names become addresses of the public internet, or of this machine where `loopback` allows it.

    What is connected to is what was checked: nothing asks for the name a second time.
    """

    def __init__(self, resolver: AbstractResolver, *, loopback: bool) -> None:
        self._resolver = resolver
        self._loopback = loopback

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        """All addresses of a name. Raises Inward when one of them is not public, and OSError."""
        found = await self._resolver.resolve(host, port, family)  # type: ignore[arg-type]  # a family
        if not all(_allowed(ip_address(x["host"]), loopback=self._loopback) for x in found):
            raise Inward(host)
        return found

    async def close(self) -> None:
        """Let go of what the resolver holds."""
        await self._resolver.close()


def _allowed(address: IPv4Address | IPv6Address, *, loopback: bool) -> bool:
    return is_public(address) or (loopback and address.is_loopback)


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that one of IPv6 stands for: mapped, 6to4, Teredo or NAT64."""
    if isinstance(address, IPv4Address):
        return None
    teredo = address.teredo[1] if address.teredo else None
    nat64 = IPv4Address(int(address) & _LAST_32) if address in _NAT64 else None
    return address.ipv4_mapped or address.sixtofour or teredo or nat64
