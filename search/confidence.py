"""Whether what speaks for a document is more than chance."""

from collections.abc import Mapping

# Each alone is enough. The share of a question's weight that a text must hold was set on the train
# split of OMoS-QA against questions that no town answers: of right first pages it keeps 95 %, of
# the others' it lets 7 % through.
TOPIC_ENOUGH = 0.3
TEXT_ENOUGH = 0.22
_ALSO = 0.5  # of that much, for documents that come along with one that convinces


def convincing(by_topic: Mapping[int, float], by_text: Mapping[int, float]) -> list[int]:
    """Return the documents worth showing: none, unless the best one convinces."""
    evidence = {
        number: by_topic.get(number, 0.0) / TOPIC_ENOUGH + by_text.get(number, 0.0) / TEXT_ENOUGH
        for number in by_topic.keys() | by_text.keys()
    }
    if max(evidence.values(), default=0.0) < 1:
        return []
    return [number for number, much in evidence.items() if much >= _ALSO]
