"""What is alive after the start is never looked at again."""

import subprocess
import sys

PROGRAM = """
import gc
import aiogram
from bot.garbage import quiet_garbage

before = len(gc.get_objects())
quiet_garbage()
print(before, len(gc.get_objects()), gc.get_freeze_count(), gc.isenabled())
"""


def test_a_full_collection_has_next_to_nothing_to_walk_through() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    before, after, frozen, enabled = said.stdout.split()
    assert int(before) > 100_000
    assert int(after) < 1000
    assert int(frozen) > 100_000
    assert enabled == "True"
