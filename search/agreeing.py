"""What all who tell of concepts say together: terms, near terms, sentences, what goes together."""

from collections import defaultdict
from collections.abc import Mapping

from search.nearest import Near, Strengths
from search.reading import Reading
from search.situations import with_broader
from search.thesaurus import Concept

_NEAR = 0.5  # of terms that nearly fit, beside terms that do
_FLATTER = 0.25  # power of a probability, so that the second is not lost beside the first


def flatter(likely: Strengths) -> Strengths:
    """Return probabilities as strengths, to be compared with those of others."""
    return {code: share**_FLATTER for code, share in likely.items()}


def agreed(reading: Reading, near: Near, concepts: Mapping[str, Concept]) -> Strengths:
    """Return how strongly concepts are told of in all, with the topics of needs."""
    witnesses = (
        (1.0, reading.concepts),
        (_NEAR, near.terms),
        (1.0, near.said),
        (1.0, flatter(near.together)),
    )
    total: defaultdict[str, float] = defaultdict(float)
    for counts, strengths in witnesses:
        for code, strength in with_broader(strengths, concepts).items():
            total[code] += counts * strength
    return dict(total)
