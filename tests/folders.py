"""Folders for databases that nobody needs after the tests."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2**31  # bytes


def new_folder(prefix: str) -> Path:
    """A new folder, in memory where there is room, because disks take their time.

    Containers often have a memory folder of 64 MB, too little for the databases of two workers.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if roomy else None))


@contextmanager
def quick_folder(prefix: str) -> Iterator[Path]:
    """Such a folder, gone afterwards."""
    folder = new_folder(prefix)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
