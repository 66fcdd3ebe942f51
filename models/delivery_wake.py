"""Whoever delivers is told after each commit that gave her something to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

QUEUED = "queued: is told to whoever delivers, after the commit"


def wake(session: Session) -> None:
    """There will be something to deliver, once this is committed."""
    session.connection().info[QUEUED] = True


def on_queued(engine: Engine, call: Callable[[], None]) -> None:
    """Call `call`, in the committing thread, after each commit that queued something."""

    def committed(connection: Any) -> None:
        if connection.info.pop(QUEUED, False):
            call()

    event.listen(engine, "commit", committed)
