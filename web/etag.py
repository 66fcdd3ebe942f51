"""Answers that a client asks for again and again: the whole, or word that it has the newest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response


def answer(
    request: Request, content: bytes, media_type: str, headers: Mapping[str, str]
) -> Response:
    """The content with its ETag, or 304 when the client has it already (RFC 9110, 13.1.2)."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    sent = {**headers, "etag": tag}
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*" or tag in {_strong(one) for one in known.split(",")}:
        return Response(status_code=304, headers=sent)
    return Response(content, media_type=media_type, headers=sent)


def _strong(tag: str) -> str:
    return tag.strip().removeprefix("W/")
