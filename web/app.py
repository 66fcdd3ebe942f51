"""One HTTP application: the chat page, its files, and whatever else has an address."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from web import assets, status
from web.chat import Chat
from web.headers import SecurityHeaders
from web.session import Cookies
from web.site import Site


def build(routes: Iterable[BaseRoute], site: Site) -> Starlette:
    """The application; `routes` are those that channels and consoles bring along."""
    cookies = Cookies(site.secure, embedded=site.ancestors != "'none'")
    all_routes: list[BaseRoute] = [
        *Chat(site).routes(),
        cookies.route(),
        *status.routes(site.check, site.counters),
        assets.mount(assets.base()),
        *routes,
    ]
    headers = Middleware(SecurityHeaders, ancestors=site.ancestors)
    return Starlette(routes=all_routes, middleware=[headers])
