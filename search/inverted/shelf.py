"""Runs on the disk, mapped into memory as they lie there; or kept in memory."""

import os
from collections.abc import Container, Iterable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path

import numpy as np

from search.inverted.run import NOTHING, Run
from search.inverted.source import Source

_HEAD = 16  # bytes: how many tokens, how many postings
_END = ".postings"


class Shelf:
    """A file for each run in a folder, by its number; None: in memory."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[int, Run] = {}

    def write(self, number: int, run: Run) -> None:
        """Keep a run; it is on the disk when this returns."""
        if self._folder is None:
            self._kept[number] = run
            return
        with self._path(self._folder, number).open("wb") as file:
            file.write(np.array([len(run.tokens), len(run.places)], np.uint64).tobytes())
            for part in (run.tokens, run.starts, run.places, run.impacts):
                file.write(part.data)
            file.flush()
            os.fsync(file.fileno())

    def read(self, number: int) -> Run:
        """The run of that number. Raises FileNotFoundError when it was removed."""
        if number not in self._kept:
            if self._folder is None:
                raise FileNotFoundError(number)
            self._kept[number] = _mapped(self._path(self._folder, number))
        return self._kept[number]

    def forget(self, living: Container[int]) -> None:
        """Let go of all runs but these."""
        self._kept = {number: run for number, run in self._kept.items() if number in living}

    def lacks(self, living: Iterable[int]) -> bool:
        """Whether the file of one of these runs is missing."""
        folder = self._folder
        return folder is not None and not all(self._path(folder, x).exists() for x in living)

    def sweep(self, living: Container[int]) -> None:
        """Remove the files of all runs but these."""
        if self._folder is None:
            return
        there = self._folder.glob(f"*{_END}")
        for path in (x for x in there if int(x.stem) not in living):
            with suppress(PermissionError):  # a system that keeps files which are in use
                path.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, number: int) -> Path:
        return folder / f"{number}{_END}"


def _mapped(path: Path) -> Run:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size <= _HEAD + 4:
            return NOTHING
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    tokens, postings = np.frombuffer(data, np.uint64, 2).tolist()
    places = _HEAD + 8 * tokens + 4 * (tokens + 1)
    return Run(
        np.frombuffer(data, np.uint64, tokens, _HEAD),
        np.frombuffer(data, np.uint32, tokens + 1, _HEAD + 8 * tokens),
        np.frombuffer(data, np.uint16, postings, places),
        np.frombuffer(data, np.uint8, postings, places + 2 * postings),
        Source(path, places, places + 2 * postings),
    )
