"""Postings read from a file, stretch by stretch."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.uint16]
Impacts = NDArray[np.uint8]


class Source:
    """A file with the postings of a run, open as long as somebody has this."""

    def __init__(self, path: Path, places: int, impacts: int) -> None:
        """``places`` and ``impacts`` say where in it these begin. Raises FileNotFoundError."""
        self._places = places
        self._impacts = impacts
        self._file = os.open(path, os.O_RDONLY)

    def __del__(self) -> None:
        """Close the file; the system lets go of one that was removed meanwhile."""
        with suppress(AttributeError, OSError):
            os.close(self._file)

    def read(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[Places, Impacts]:
        """The postings of some stretches, one stretch after the other."""
        stretches = list(zip(starts, ends, strict=True))
        places = [os.pread(self._file, 2 * (y - x), self._places + 2 * x) for x, y in stretches]
        impacts = [os.pread(self._file, y - x, self._impacts + x) for x, y in stretches]
        joined = b"".join(places), b"".join(impacts)
        return np.frombuffer(joined[0], np.uint16), np.frombuffer(joined[1], np.uint8)
