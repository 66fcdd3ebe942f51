"""Whether what speaks for a document is more than chance."""

from collections.abc import Mapping

# Set on the train split of OMoS-QA against questions that no town answers (a capital, a recipe).
ENOUGH = 0.125
_ALSO = 0.5  # of that much, for documents that come along with one that convinces


def convincing(scores: Mapping[int, float]) -> dict[int, float]:
    """Return the documents worth showing: none, unless the best one convinces."""
    if max(scores.values(), default=0.0) < ENOUGH:
        return {}
    enough = ENOUGH * _ALSO
    return {number: score for number, score in scores.items() if score >= enough}
