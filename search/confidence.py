"""Whether what a question brings up is more than chance."""

from collections.abc import Collection, Mapping

# Either alone is enough: the strength of a topic that the question names, or the share of the
# question's weight that a text holds. Set on the train split of OMoS-QA against questions that no
# town answers (a capital, a recipe): 0.22 keeps 95 % of right pages, and lets 7 % of those through.
TOPIC_ENOUGH = 0.28
TEXT_ENOUGH = 0.22
_BESIDE_BEST = 0.3  # of the best score, for a document to be worth showing beside it


def is_convincing(topics: Collection[float], shares: Collection[float]) -> bool:
    """Tell whether strengths of topics and shares of texts together make an answer."""
    topic, share = max(topics, default=0.0), max(shares, default=0.0)
    return topic / TOPIC_ENOUGH + share / TEXT_ENOUGH >= 1


def worth_showing(scores: Mapping[int, float]) -> dict[int, float]:
    """Return the documents that do not fall far behind the best."""
    enough = max(scores.values(), default=0.0) * _BESIDE_BEST
    return {number: score for number, score in scores.items() if score >= enough}
