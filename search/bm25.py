"""BM25 (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework)."""

from math import log1p

K1 = 2.5


def rarity(documents: int, holding: int) -> float:
    """Return the inverse document frequency, positive also for a term that most documents hold."""
    return log1p((documents - holding + 0.5) / (holding + 0.5))
