"""What numbers come to: mean, median and quartiles, as far as they tell of nobody alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from analysis.needs.rules import Rules


@dataclass(frozen=True, slots=True)
class Summary:
    """`quartiles` are the lower and the upper, None where they would cut off too few people."""

    mean: float
    median: float
    quartiles: tuple[float, float] | None


def summary(numbers: Sequence[float], rules: Rules) -> Summary:
    """Quartiles by linear interpolation, R's type 7 (R. J. Hyndman, Y. Fan, Sample quantiles in
    statistical packages, The American Statistician 50 (1996)). On each side of a median, and in
    each quarter, there are at least k respondents. `numbers` are 2 k or more.
    """
    cut = quantiles(numbers, n=4, method="inclusive") if len(numbers) >= 4 * rules.cell else None
    return Summary(fmean(numbers), median(numbers), (cut[0], cut[2]) if cut else None)
