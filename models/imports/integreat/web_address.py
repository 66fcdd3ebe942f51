"""Addresses on the web as everything can follow them: in ASCII, percent-encoded once (RFC 3987)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit, urlunsplit

_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RECURRENCE = re.compile(r"\$\d{4}-\d\d-\d\d(?=/?$)")


def encoded(url: str) -> str:
    """The address, or "" when it is none with http or https."""
    try:
        parts = urlsplit(url.strip())
        host = _ascii(parts.netloc)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme.lower(), host, *map(_quoted, parts[2:])))


def lasting(url: str) -> str:
    """The encoded address of an event, not of one of its dates: those change from day to day."""
    return _RECURRENCE.sub("", encoded(url))


def path_key(path: str) -> str:
    """A path as it is compared: decoded, in one Unicode form, without the day of a recurrence."""
    decoded = unicodedata.normalize("NFC", unquote(path)).strip("/")
    return _RECURRENCE.sub("", decoded)


def _quoted(part: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_SAFE)


def _ascii(netloc: str) -> str:
    """The host in ASCII (IDNA). Raises ValueError, UnicodeError among them."""
    return netloc if netloc.isascii() else netloc.encode("idna").decode("ascii")
