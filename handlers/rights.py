"""Who may do what: checked where it is done, never only where it is offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from handlers.context import Context
from models.role import Role
from models.turn import Reply

Handler = Callable[[Any, Context], Reply]


class Refused(Exception):
    """She has no right to do that. Answered kindly at the door, with nothing changed."""


def needs(*roles: Role) -> Callable[[Handler], Handler]:
    """A handler for those who hold one of `roles`; `handler.needs` tells which."""

    def narrowed(handler: Handler) -> Handler:
        @wraps(handler)
        def checked(event: Any, context: Context) -> Reply:
            if not context.roles.intersection(roles):
                raise Refused
            return handler(event, context)

        checked.needs = frozenset(roles)  # type: ignore[attr-defined]
        return checked

    return narrowed


def by_measure(handler: Handler) -> bool:
    """Whether the measure decides who may do it (handlers.measure_rights)."""
    return getattr(handler, "by_measure", False)


def needed(handler: Handler) -> frozenset[Role]:
    """The roles of which one is needed; empty for what everyone may do."""
    return getattr(handler, "needs", frozenset())
