"""Work in a child process."""

import os

import pytest

from bot.children import CALM, in_child


def where(extra: int) -> tuple[int, int]:
    return os.getpid(), os.nice(0) + extra


def refuse() -> None:
    raise LookupError("nothing there")


async def test_it_is_another_process_that_steps_back() -> None:
    process, niceness = await in_child(where, 0)
    assert process != os.getpid()
    assert niceness == min(os.nice(0) + CALM, 19)


async def test_what_it_raises_is_raised_here() -> None:
    with pytest.raises(LookupError, match="nothing there"):
        await in_child(refuse)
