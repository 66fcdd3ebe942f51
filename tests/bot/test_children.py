"""Work in a child process."""

import os
import subprocess
import sys
from multiprocessing import active_children

import pytest

from bot.children import LAST, in_child


def where(extra: int) -> tuple[int, int, bool]:
    idle = sys.platform != "linux" or os.sched_getscheduler(0) == os.SCHED_IDLE
    return os.getpid(), os.nice(0) + extra, idle


def session() -> int:
    return os.getsid(0)


def refuse() -> None:
    raise LookupError("nothing there")


async def test_it_is_another_process_that_steps_back() -> None:
    process, niceness, idle = await in_child(where, 0)
    assert process != os.getpid()
    assert (niceness, idle) == (LAST, True)


@pytest.mark.skipif(sys.platform != "linux", reason="sessions share time on Linux only")
async def test_it_does_not_live_on_the_share_of_whoever_called_it() -> None:
    assert await in_child(session) != os.getsid(0)


async def test_nothing_is_left_of_it() -> None:
    await in_child(where, 0)
    assert active_children() == []


async def test_what_it_raises_is_raised_here() -> None:
    with pytest.raises(LookupError, match="nothing there"):
        await in_child(refuse)


@pytest.mark.parametrize(
    ("command", "behind"), [("export", True), ("report", True), ("ask", False)]
)
def test_commands_that_are_work_step_back_before_anything_else(command: str, behind: bool) -> None:
    code = (
        f"import os, sys; sys.argv = ['lotse', '{command}', '--help']\n"
        "from bot.__main__ import main\n"
        "try: main()\nexcept SystemExit: print(os.nice(0))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (said.stdout.split()[-1] == str(LAST)) is behind
