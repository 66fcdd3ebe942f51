"""LOTSE_SMTP_URL: through which server mail leaves, and under which address."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from ipaddress import ip_address
from typing import Literal
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

Tls = Literal["at once", "required", "offered", "never"]
PORTS = {"smtp": 587, "smtps": 465}
STARTTLS: Mapping[str, Tls] = {"1": "required", "0": "never", "": "offered"}
PATIENCE_S = 30.0
FORM = "smtp://user:password@host:587?from=lotse@town.example&starttls=1 or smtps://…"


class BadMailUrl(ValueError):
    """Says what is wrong with the URL without quoting it: there is a password in it."""


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """A submission server (RFC 6409). `tls` "offered" takes what the server offers (STARTTLS).

    `patience` is in seconds, for each command. `context` says whom to trust; None: the system's.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls: Tls = "offered"
    patience: float = PATIENCE_S
    context: ssl.SSLContext | None = None


def smtp_settings(url: str) -> SmtpSettings:
    """What the URL says. Raises BadMailUrl; also when a password would travel in the clear."""
    parts, port = _split(url)
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    settings = SmtpSettings(
        host=parts.hostname or "",
        port=port or PORTS[parts.scheme],
        sender=sendable(options.pop("from", "")),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=_tls(parts.scheme, options.pop("starttls", "")),
    )
    _check(settings, options)
    return settings


def sendable(address: str) -> str:
    """An address that any server takes: in ASCII, an international domain by its A-labels (RFC
    5890). Raises BadMailUrl, which does not quote it.
    """
    local, at, domain = address.strip().rpartition("@")
    try:
        written = Address(addr_spec=f"{local}{at}{domain.encode('idna').decode()}").addr_spec
    except (HeaderParseError, ValueError, IndexError):
        raise BadMailUrl("an address like lotse@town.example is expected") from None
    if not (local and domain and written.isascii() and written.isprintable()):
        raise BadMailUrl("an address like lotse@town.example is expected")
    return written


def _split(url: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise BadMailUrl(f"expected {FORM}") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadMailUrl(f"expected {FORM}")
    return parts, port


def _tls(scheme: str, wanted: str) -> Tls:
    if scheme == "smtps":
        return "at once"
    if wanted not in STARTTLS:
        raise BadMailUrl("starttls is 1 (required) or 0 (never)")
    return STARTTLS[wanted]


def _check(settings: SmtpSettings, unknown: Mapping[str, str]) -> None:
    if unknown:
        raise BadMailUrl(f"from and starttls are known, not {', '.join(sorted(unknown))}")
    is_safe = settings.tls in {"at once", "required"} or _is_here(settings.host)
    if settings.password and not is_safe:
        raise BadMailUrl("a password needs starttls=1 or smtps://")


def _is_here(host: str) -> bool:
    """Whether what goes there never leaves this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
