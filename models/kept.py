"""What is dear to work out, kept in files that anybody may delete."""

from __future__ import annotations

from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def kept(path: Path | None, read: Callable[[bytes], T]) -> T | None:
    """What was kept in a file; None where there is none, or one that says something else."""
    try:
        return read(path.read_bytes()) if path else None
    except (OSError, ValueError, KeyError):
        return None


def mapped(path: Path | None, read: Callable[[mmap], T]) -> T | None:
    """The same of a file that is read where it lies, mapped into memory."""
    try:
        if path is None:
            return None
        with path.open("rb") as file:
            return read(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError, KeyError):
        return None


def keep(path: Path | None, data: bytes) -> None:
    """Keep something in a file `kind-digest`, and nothing older of its kind.

    Who has no right to write there keeps nothing.
    """
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beginning = path.with_name(f".{path.name}")
        beginning.write_bytes(data)
        beginning.replace(path)  # at once, for others who read it
        for other in older(path):
            other.unlink(missing_ok=True)
    except OSError:
        pass


def older(path: Path) -> list[Path]:
    """What else of its kind was kept."""
    kind = path.name.partition("-")[0]
    return [other for other in path.parent.glob(f"{kind}-*") if other != path]
