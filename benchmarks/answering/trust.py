"""How far a system's own probability can be trusted: what it refuses, and its calibration."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from benchmarks.answering.asked import Asked
from benchmarks.answering.figures import Figure, bootstrapped, share

_RANK = 3
_BINS = 10


class Refusing(NamedTuple):
    """What comes of refusing all that is less sure than ``threshold``."""

    threshold: float
    answered: Figure
    precision: Figure
    rejected: Figure


def refusing(inside: Sequence[Asked], outside: Iterable[Asked], answered: float) -> Refusing:
    """Answer this share of the questions inside, or all that have an answer if they are fewer.

    Precision: of those answered, how many have a right document among the first three. Rejected:
    how many questions that nothing answers are refused.
    """
    surest = sorted((x.found.probability for x in inside), reverse=True)
    threshold = surest[ceil(len(surest) * answered) - 1] or min(filter(None, surest), default=1.0)
    kept = [x for x in inside if _is_answered(x, threshold)]
    return Refusing(
        threshold,
        share(_is_answered(x, threshold) for x in inside),
        share(x.right_within(_RANK) for x in kept),
        share(not _is_answered(x, threshold) for x in outside),
    )


def calibration_error(asked: Sequence[Asked]) -> Figure:
    """The expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    return bootstrapped(asked, _error)


def reliability(asked: Sequence[Asked]) -> Iterator[tuple[str, int, float, Figure]]:
    """For each bin: its ends, how many, the mean probability, and how many were right."""
    for number in range(_BINS):
        those = [x for x in asked if _bin(x) == number]
        if those:
            ends = f"{number / _BINS:.1f}–{(number + 1) / _BINS:.1f}"
            mean = sum(x.found.probability for x in those) / len(those)
            yield ends, len(those), mean, share(x.right_within(_RANK) for x in those)


def _error(asked: Sequence[Asked]) -> float:
    gaps = [0.0] * _BINS
    for x in asked:
        gaps[_bin(x)] += x.found.probability - x.right_within(_RANK)
    return sum(map(abs, gaps)) / len(asked)


def _bin(asked: Asked) -> int:
    return min(int(asked.found.probability * _BINS), _BINS - 1)


def _is_answered(asked: Asked, threshold: float) -> bool:
    return bool(asked.found.keys) and asked.found.probability >= threshold
