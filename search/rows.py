"""Many short lists of numbers in little memory: one array of all, and where each list begins.

What compressed sparse rows are to matrices. A hundred thousand lists of their own would cost ten
times as much, and the garbage collector would walk over them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

_NUMBERS = "I"


class Rows:
    """Lists of numbers from 0 on, by the list's number."""

    def __init__(self, starts: Sequence[int], values: Sequence[int]) -> None:
        self.starts = _array(starts)
        self.values = _array(values)

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> Rows:
        """Return the rows as given."""
        starts, values = [0], array(_NUMBERS)
        for row in rows:
            values.extend(row)
            starts.append(len(values))
        return cls(starts, values)

    def __getitem__(self, number: int) -> Sequence[int]:
        return self.values[self.starts[number] : self.starts[number + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1


def _array(numbers: Sequence[int]) -> array[int]:
    return numbers if isinstance(numbers, array) else array(_NUMBERS, numbers)
