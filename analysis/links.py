"""Addresses on the web as people type them: only https, and only where they seem to lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 1000
HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
PLAIN = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")
"""Everything that RFC 3986 lets stand in an address."""


def https(typed: str) -> str | None:
    """The address that was typed, written out; None when it is none that is safe to show.

    The scheme may be left out. Refused are other schemes, names and passwords before the host,
    hosts that are numbers or names without a dot, ports, and every sign that is not plain: what
    stands there is where it leads.
    """
    text = typed.strip()
    text = text if "://" in text else f"https://{text}"
    if len(text) > LONGEST or not PLAIN.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = parts.netloc.lower()
    if parts.scheme.lower() != "https" or port is not None or not HOST.fullmatch(host):
        return None
    return parts._replace(scheme="https", netloc=host).geturl()
