"""GET /media/HASH: pictures, sound and film that forms show. Nobody's answer is ever there."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from surveys.media.checking import File
from web.headers import FOREVER

HASH = re.compile(r"[0-9a-f]{64}")
RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})")
INERT = "default-src 'none'; sandbox"
"""Whatever a file is, it acts on nothing when somebody opens it by itself."""


@dataclass(frozen=True, slots=True)
class Media:
    """`content` gives what is behind a hash. What is there never changes, so browsers keep it."""

    content: Callable[[str], Awaitable[File | None]]

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route("/media/{digest:str}", self.given)]

    async def given(self, request: Request) -> Response:
        """The whole, or the part that players of sound and film ask for (RFC 9110, 14)."""
        digest = request.path_params["digest"]
        file = await self.content(digest) if HASH.fullmatch(digest) else None
        if file is None:
            raise HTTPException(404)
        return _answer(file, request.headers.get("range", ""))


def _answer(file: File, wanted: str) -> Response:
    headers = {
        "cache-control": FOREVER,
        "content-security-policy": INERT,
        "accept-ranges": "bytes",
    }
    whole = len(file.content)
    asked = RANGE.fullmatch(wanted)
    if asked is None:
        return Response(file.content, 200, headers, file.media_type)
    first = int(asked[1])
    last = min(int(asked[2] or whole), whole - 1)
    if first > last:
        return Response(status_code=416, headers={"content-range": f"bytes */{whole}"})
    headers["content-range"] = f"bytes {first}-{last}/{whole}"
    return Response(file.content[first : last + 1], 206, headers, file.media_type)
