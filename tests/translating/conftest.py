"""A machine that translates, and somebody who asks it."""

from collections.abc import AsyncIterator

import pytest

from bot.libre_translate import LibreTranslate
from tests.translating.machine import Machine, running


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    """Works until it is told otherwise."""
    async with running() as one:
        yield one


@pytest.fixture
async def translator(machine: Machine) -> AsyncIterator[LibreTranslate]:
    """Waits for it for a moment only."""
    one = LibreTranslate(f"{machine.url}/", "secret", patience=0.4)
    yield one
    await one.close()
