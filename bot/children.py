"""Work that would keep a processor busy runs in a child process, so that nobody's chat waits."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")
LAST = 19
"""The most that a process can step behind others (nice)."""


async def in_child(work: Callable[[*Arguments], Result], *arguments: *Arguments) -> Result:
    """What `work` returns or raises, done in a process of its own that ends with it.

    `work` and its arguments are pickled, so it is a function of a module. The child is spawned:
    it shares no socket, no thread and no memory with Lotse. Who no longer waits leaves it behind.
    """
    child = ProcessPoolExecutor(1, get_context("spawn"), initializer=_step_aside)
    done = child.submit(work, *arguments)
    try:
        return await asyncio.wrap_future(done)
    finally:
        await _end(child, over=done.done() and not done.cancelled())


async def _end(child: ProcessPoolExecutor, *, over: bool) -> None:
    """Lotse may end right after this, and by then nothing of a pool may be left to be tidied up."""
    if over:
        await asyncio.to_thread(child.shutdown)
    else:
        child.shutdown(wait=False, cancel_futures=True)


def step_back() -> None:
    """Let everything else on this machine go first, chats above all.

    Linux gives processes that are idle (sched(7)) what nobody else wants, also of the disk, and
    takes it back at once; elsewhere they are only nice.
    """
    os.nice(LAST)
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _step_aside() -> None:
    """A child also leaves its parent's session.

    Where Linux shares its time among sessions first (autogroup, sched(7)), being nice counts within
    a session only, and a chat would pay with its own share for what runs beside it.
    """
    step_back()
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a kernel without autogroup, or no leave to write there
            os.setsid()
            Path("/proc/self/autogroup").write_text(str(LAST))
