"""BM25 over weighted fields (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework).

A term's frequencies in the fields are weighted and normalised by each field's length before they
saturate (BM25F), and the finished weights are kept, so that a question costs additions only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log1p

K1 = 2.5
B = 0.75
FIELD_WEIGHTS: Mapping[str, float] = {"title": 4.0, "summary": 2.0, "body": 1.0}

Counts = Mapping[str, Mapping[str, float]]  # field -> term -> how often


# Where a term occurs: document numbers, its weight in each, and the most it can weigh anywhere.
# Plain tuples of numbers, because the garbage collector stops looking at those.
Postings = tuple[tuple[int, ...], tuple[float, ...], float]


def rarity(documents: int, holding: int) -> float:
    """Return the inverse document frequency, positive also for a term that most documents hold."""
    return log1p((documents - holding + 0.5) / (holding + 0.5))


def build_postings(counted: Sequence[Counts], size: int, scale: float = 1.0) -> dict[str, Postings]:
    """Return each term's postings over documents given as counts of terms in fields.

    ``size`` is how many of the documents have any text; ``scale`` multiplies all weights.
    """
    averages = _average_lengths(counted)
    found: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, counts in enumerate(counted):
        for term, frequency in _weighted(counts, averages).items():
            found[term][number] = frequency * (K1 + 1) / (frequency + K1)
    factors = [scale * rarity(size, holding) for holding in range(len(counted) + 1)]
    return {term: _rated(weights, factors[len(weights)]) for term, weights in found.items()}


def merged(postings: Iterable[Postings]) -> Postings:
    """Return the postings of all of some terms together."""
    total: defaultdict[int, float] = defaultdict(float)
    most = 0.0
    for documents, weights, highest in postings:
        most += highest
        for number, weight in zip(documents, weights, strict=True):
            total[number] += weight
    return tuple(total), tuple(total.values()), most


def _rated(weights: Mapping[int, float], factor: float) -> Postings:
    rated = tuple([weight * factor for weight in weights.values()])
    return tuple(weights), rated, factor * (K1 + 1)


def _average_lengths(counted: Sequence[Counts]) -> dict[str, float]:
    lengths: defaultdict[str, list[float]] = defaultdict(list)
    for counts in counted:
        for field, terms in counts.items():
            lengths[field].append(sum(terms.values()))
    return {field: sum(all_) / len(all_) or 1.0 for field, all_ in lengths.items()}


def _weighted(counts: Counts, averages: Mapping[str, float]) -> dict[str, float]:
    weighted: defaultdict[str, float] = defaultdict(float)
    for field, terms in counts.items():
        length = sum(terms.values()) / averages[field]
        factor = FIELD_WEIGHTS.get(field, 1.0) / (1 - B + B * length)
        for term, frequency in terms.items():
            weighted[term] += frequency * factor
    return weighted
