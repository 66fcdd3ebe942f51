"""In which languages somebody with a task reads what people wrote: as her role was limited."""

from __future__ import annotations

from collections.abc import Collection

from handlers.context import Context
from models import roles
from models.role import Role


def hers(context: Context, among: Collection[Role]) -> frozenset[str]:
    """Languages that her roles among these are limited to; empty where one of them is not."""
    return roles.languages(context.session, context.account_id, among)
