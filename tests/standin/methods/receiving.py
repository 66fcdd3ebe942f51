"""Methods by which updates and files come to the bot."""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.standin.refusal import broken
from tests.standin.updates import Update
from tests.standin.webhook import Target
from tests.standin.world import World

Json = dict[str, Any]

POLL_AT_MOST = 50.0  # seconds
BATCH_AT_MOST = 100


async def get_updates(world: World, params: Json) -> list[Update]:
    world.updates.allow(params.get("allowed_updates"))
    limit = min(max(params.get("limit", BATCH_AT_MOST), 1), BATCH_AT_MOST)
    timeout = min(max(params.get("timeout", 0.0), 0.0), POLL_AT_MOST)
    return await world.updates.poll(params.get("offset", 0), limit, timeout)


def set_webhook(world: World, params: Json) -> bool:
    secret, connections = params.get("secret_token", ""), params.get("max_connections", 40)
    if re.search("[^A-Za-z0-9_-]", secret):
        raise broken("secret token contains unallowed characters")
    if not 1 <= connections <= 100:
        raise broken("max_connections must be 1-100")
    url = params["url"]
    # As a server run with --local: plain HTTP and any port are allowed.
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise broken("bad webhook: An HTTPS URL must be provided for webhook")
    _drop(world, params)
    world.updates.allow(params.get("allowed_updates"))
    world.webhook.point(Target(url, secret, connections) if url else None)
    return True


def delete_webhook(world: World, params: Json) -> bool:
    _drop(world, params)
    world.webhook.point(None)
    return True


def _drop(world: World, params: Json) -> None:
    if params.get("drop_pending_updates"):
        world.updates.drop()


def get_webhook_info(world: World, params: Json) -> Json:
    target = world.webhook.target
    info: Json = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if target:
        info["max_connections"] = target.connections
    if world.webhook.last_error:
        info["last_error_message"] = world.webhook.last_error
    return info


def get_file(world: World, params: Json) -> Json:
    return world.files.link(params["file_id"])
