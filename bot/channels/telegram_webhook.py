"""The route to which Telegram brings updates."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram_errors import NotReady
from bot.channels.telegram_settings import WebhookSettings
from bot.channels.telegram_turns import update_id
from bot.trouble import report

log = logging.getLogger(__name__)
Receive = Callable[[dict[str, Any]], Awaitable[None]]
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000  # bytes; an update has a few thousand
NOBODY_ELSE, TOO_LARGE, NO_UPDATE, FAILED, LATER = 403, 413, 400, 500, 503


def webhook_route(receive: Receive, settings: WebhookSettings) -> Route:
    """`POST` at the path of the webhook's address. `receive` returns when all is committed."""

    async def take(request: Request) -> Response:
        status = await _take(request, receive, settings.secret)
        return Response(status_code=status)

    return Route(settings.path, take, methods=["POST"])


async def _take(request: Request, receive: Receive, secret: str) -> int:
    """200 only when what the update does is committed: whatever else, Telegram brings it again."""
    given = request.headers.get(HEADER, "")
    # Headers arrive as latin-1; as bytes any header can be compared, and in constant time.
    if not hmac.compare_digest(given.encode("latin-1"), secret.encode()):
        return NOBODY_ELSE
    body = await _body(request)
    if body is None:
        return TOO_LARGE
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return NO_UPDATE
    return NO_UPDATE if update_id(raw) is None else await _handled(receive, raw)


async def _handled(receive: Receive, raw: dict[str, Any]) -> int:
    try:
        await receive(raw)
    except NotReady:
        return LATER
    except Exception as error:  # noqa: BLE001  whatever it was, it is to be brought again
        report(log, "webhook failed", error)
        return FAILED
    return 200


async def _body(request: Request) -> bytes | None:
    """None when it is too large."""
    try:
        return await _read(request)
    except ClientDisconnect:
        return b""


async def _read(request: Request) -> bytes | None:
    """What is too large is not read to its end."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)
