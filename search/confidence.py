"""How likely it is that an answer is right: a logistic regression over evidence, calibrated.

``confidence.json`` holds its weights and says what it was trained on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from search.ranking.batch import Floats
from search.ranking.evidence import NAMES

SHIPPED = Path(__file__).with_name("confidence.json")


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights of evidence by name, and what speaks for an answer without any."""

    weights: Mapping[str, float]
    intercept: float

    @classmethod
    def from_json(cls, text: str) -> "Confidence":
        """Return the regression that a file describes. Raises KeyError when a weight lacks."""
        read = json.loads(text)
        return cls({name: read["weights"][name] for name in NAMES}, read["intercept"])

    def probability(self, evidence: Floats) -> float:
        """Return how likely one of the first three documents is right (0 to 1)."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.logit(evidence)))))

    def logit(self, evidence: Floats) -> float:
        """Return the logarithm of the odds of that."""
        pairs = zip(self.weights.values(), evidence.tolist(), strict=True)
        told: float = sum(weight * value for weight, value in pairs)
        return self.intercept + told


@cache
def shipped() -> Confidence:
    """The regression that Lotse comes with."""
    return Confidence.from_json(SHIPPED.read_text(encoding="utf-8"))
