"""A process that delivers, and can be killed."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def killable(
    database: str, bot_api: tuple[str, str], rate: str = "inf"
) -> AsyncIterator[Process]:
    """A process that delivers over `bot_api` (address, token), killed at the end."""
    arguments = ("-m", "tests.delivery.process", database, *bot_api, rate)
    started = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE)
    try:
        assert started.stdout is not None
        assert await started.stdout.readline() == b"delivering\n"
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            started.kill()
        await started.wait()
