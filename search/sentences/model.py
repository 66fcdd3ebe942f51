"""The weights of the three looks: at each line, at each among the others, at the whole text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search.sentences.features import Features

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic regression (Cox 1958): weights by feature, and what is added."""

    weights: Mapping[str, float]
    bias: float

    def score(self, features: Features) -> float:
        """Return the log-odds; features without a weight do not count."""
        weights = self.weights
        told = [weights.get(name, 0.0) * value for name, value in features.items() if value]
        return self.bias + sum(told)


@dataclass(frozen=True, slots=True)
class Model:
    """What `benchmarks/train_sentences.py` learned; lines count from ``threshold`` on."""

    line: Linear
    around: Linear
    whole: Linear
    threshold: float


@cache
def shipped() -> Model:
    """Return the model that is shipped."""
    return read(WEIGHTS.read_text(encoding="utf-8"))


def read(text: str) -> Model:
    """Return the model of a file's text."""
    parts = json.loads(text)
    looks = {name: Linear(**parts[name]) for name in ("line", "around", "whole")}
    return Model(**looks, threshold=parts["threshold"])
