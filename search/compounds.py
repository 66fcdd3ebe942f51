"""German compounds, split by the words that the town's own texts have.

The division whose parts are commonest is taken, by the geometric mean of their frequencies, and
none when the whole is commoner (Koehn & Knight 2003, Empirical Methods for Compound Splitting).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

_SHORTEST = 4  # letters of a part
_KEPT = 1 << 10
# What may stand between two parts: Arbeit|s|erlaubnis, Kind|er|garten.
_LINKS: Mapping[str, tuple[str, ...]] = {"de": ("", "s", "es", "n", "en", "er", "e")}

Parts = tuple[str, ...]


class Compounds:
    """Splits words of one language by ``frequency``, in how many texts a normalised word stands."""

    def __init__(self, language: str, frequency: Callable[[str], int]) -> None:
        self._links = _LINKS.get(language, ())
        self._frequency = lru_cache(maxsize=_KEPT)(frequency)
        self._best = lru_cache(maxsize=_KEPT)(self._find)

    def split(self, word: str) -> Parts:
        """Return the parts of a normalised word; none when it is no compound of known words."""
        if not self._links or len(word) < 2 * _SHORTEST:
            return ()
        parts = self._best(word)[1]
        return parts if len(parts) > 1 else ()

    def _find(self, word: str) -> tuple[float, Parts]:
        whole = (float(self._frequency(word)), (word,))
        return max([whole, *self._divided(word)], key=lambda found: found[0])

    def _divided(self, word: str) -> Iterator[tuple[float, Parts]]:
        for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
            common = self._first_part(word[:place])
            if not common[0]:
                continue
            score, parts = self._rest(word[place:])
            if score:
                size = len(parts)
                yield (common[0] * score**size) ** (1 / (size + 1)), (common[1], *parts)

    def _first_part(self, beginning: str) -> tuple[int, str]:
        bare = (beginning.removesuffix(x) for x in self._links if beginning.endswith(x))
        known = [(self._frequency(x), x) for x in bare if len(x) >= _SHORTEST]
        return max(known, default=(0, ""))

    def _rest(self, end: str) -> tuple[float, Parts]:
        if len(end) < 2 * _SHORTEST:
            return float(self._frequency(end)), (end,)
        return self._best(end)
