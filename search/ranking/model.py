"""The weights of what tells a document that answers, learned from questions with known answers.

A linear model over each look at a document, trained to put right documents first (ListNet's top
one, Cao et al. 2007). ``ranking.json`` says what it was trained on.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from search.ranking import features, tagged
from search.ranking.batch import Floats
from search.ranking.rows import Rows

SHIPPED = Path(__file__).with_name("ranking.json")
OWN, GERMAN = "own", "german"
CONCEPTS, NEAR, SAID, TOGETHER = "concepts", "near", "said", "together"
NAMES: Mapping[str, Sequence[str]] = {
    OWN: features.NAMES,
    GERMAN: features.NAMES,
    CONCEPTS: tagged.NAMES,
    NEAR: tagged.NAMES,
    SAID: tagged.NAMES,
    TOGETHER: tagged.NAMES,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as all looks see it: rows by key, none where it has no text in a language."""

    own: Sequence[Rows]
    german: Rows
    concepts: Rows
    near: Rows
    said: Rows
    together: Rows

    @property
    def about(self) -> tuple[Rows, ...]:
        """What was found of each way to tell of concepts, in the order of ``NAMES``."""
        return self.concepts, self.near, self.said, self.together


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by what they weigh; ``share`` is that of her own language where both have a text."""

    weights: Mapping[str, Floats]
    share: float

    @classmethod
    def from_json(cls, text: str) -> "Model":
        """Return the model that a file describes. Raises KeyError where a weight is missing."""
        read = json.loads(text)
        weights = {
            part: np.array([read[part][name] for name in names]) for part, names in NAMES.items()
        }
        return cls(weights, read["share"])

    def order(self, seen: Seen, keys: Sequence[int]) -> list[tuple[int, float]]:
        """Return documents with how well each answers beside the others, best first."""
        owns = [rows.weighed(self.weights[OWN]) for rows in seen.own]
        german = seen.german.weighed(self.weights[GERMAN])
        weights = [self.weights[x] for x in (CONCEPTS, NEAR, SAID, TOGETHER)]
        about = [rows.weighed(of) for rows, of in zip(seen.about, weights, strict=True)]
        scored = []
        for key in keys:
            own = max((scores[key] for scores in owns if key in scores), default=None)
            text = self._by_text(own, german.get(key))
            scored.append((key, text + sum(scores.get(key, 0.0) for scores in about)))
        return sorted(scored, key=lambda x: (-x[1], x[0]))

    def _by_text(self, own: float | None, german: float | None) -> float:
        if own is None or german is None:
            return own if own is not None else german or 0.0
        return self.share * own + (1 - self.share) * german


@cache
def shipped() -> Model:
    """The model that Lotse comes with."""
    return Model.from_json(SHIPPED.read_text(encoding="utf-8"))
