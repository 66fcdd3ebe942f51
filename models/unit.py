"""Units of work on their way to a commit, and the waking of those who wait for them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Unit:
    """What is to be done in a transaction, for whom, and what came of it."""

    do: Callable[[Session], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


def answer(batch: Sequence[Unit]) -> None:
    """Wake all who wait, with one call into each loop."""
    loops = {id(unit.loop): unit.loop for unit in batch}
    for loop in loops.values():
        mine = [unit for unit in batch if unit.loop is loop]
        try:
            loop.call_soon_threadsafe(_resolve, mine)
        except RuntimeError:  # the loop is closed: nobody waits any more
            log.info("nobody waited for a commit", extra={"units": len(mine)})


def _resolve(units: Sequence[Unit]) -> None:
    for unit in units:
        if unit.future.done():
            continue
        if unit.error is not None:
            unit.future.set_exception(unit.error)
        else:
            unit.future.set_result(unit.result)
