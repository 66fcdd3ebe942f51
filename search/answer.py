"""What a question brings to light."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that answers: its key, a score in (0, 1], the language whose text fits best."""

    key: int
    score: float
    language: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, best first, and the codes of the nearest topics, which stand even without a hit."""

    hits: tuple[Hit, ...]
    topics: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether there is an answer at all; weak evidence alone is none."""
        return bool(self.hits)
