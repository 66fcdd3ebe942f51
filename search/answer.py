"""What a question brings to light."""

from dataclasses import dataclass
from enum import StrEnum

from search.reading import Reading


class Zone(StrEnum):
    """How surely the first hits are right, and so what is said."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on an answer is shown as one, and below which as none."""

    sure: float = 0.5
    unsure: float = 0.2

    def zone(self, probability: float) -> Zone:
        """The zone of a probability that an answer is right."""
        if probability >= self.sure:
            return Zone.HIGH
        return Zone.MIDDLE if probability >= self.unsure else Zone.LOW


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that answers: its key, a score in (0, 1], the language whose text fits best."""

    key: int
    score: float
    language: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, best first, and the codes of the nearest topics, which stand even without a hit.

    ``probability`` is how likely one of the first three hits is right (calibrated, 0 to 1).
    """

    hits: tuple[Hit, ...]
    topics: tuple[str, ...]
    probability: float
    reading: Reading

    @property
    def found(self) -> bool:
        """Whether there is an answer at all; weak evidence alone is none."""
        return bool(self.hits)
