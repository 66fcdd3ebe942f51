"""What is found out about documents: a row of numbers for each, together as a matrix."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from search.ranking.batch import Floats


class Rows(Mapping[int, Floats]):
    """Rows by the documents' keys."""

    def __init__(self, keys: Sequence[int] = (), matrix: Floats | None = None) -> None:
        """``matrix`` has a row for each of the keys."""
        self._places = {key: place for place, key in enumerate(keys)}
        self._matrix = np.zeros((len(keys), 0)) if matrix is None else matrix

    def __getitem__(self, key: int) -> Floats:
        """The row of a document."""
        row: Floats = self._matrix[self._places[key]]
        return row

    def __contains__(self, key: object) -> bool:
        """Whether a document has a row."""
        return key in self._places

    def __iter__(self) -> Iterator[int]:
        """The documents' keys."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many documents have one."""
        return len(self._places)

    def weighed(self, weights: Floats) -> Mapping[int, float]:
        """The documents' sums of their numbers, each times its weight."""
        if not self._places:
            return {}
        return dict(zip(self._places, (self._matrix @ weights).tolist(), strict=True))
