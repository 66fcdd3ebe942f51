"""The state of a measure, from idea to established; which may follow which; the lights.

After the ThILIK management cycle and the practice of German municipal monitoring (LocalZero). A
measure may be in realisation before the council has decided, for that is what towns do.
"""

from enum import StrEnum


class Status(StrEnum):
    """Where a measure stands. A status's word is the message `status.<value>`."""

    IDEA = "idea"
    DRAFT = "draft"
    READY_FOR_DECISION = "ready_for_decision"
    """beschlussfähig"""
    DECIDED = "decided"
    IN_REALISATION = "in_realisation"
    IN_REALISATION_BEFORE_DECISION = "in_realisation_before_decision"
    REALISED = "realised"
    ESTABLISHED = "established"
    """dauerhaft etabliert"""
    POSTPONED = "postponed"
    REJECTED = "rejected"
    MERGED = "merged"
    """zusammengeführt: another measure has taken its place"""


class Light(StrEnum):
    """A colour of the traffic light. Its word is the message `light.<value>`; show both, always."""

    GREY = "grey"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    DONE = "done"

    @property
    def symbol(self) -> str:
        """A sign of its own shape, so that colour alone tells nothing (WCAG 2.2, 1.4.1)."""
        return _SYMBOLS[self]


_SYMBOLS = {
    Light.GREY: "⚪",
    Light.GREEN: "🟢",
    Light.YELLOW: "🔶",
    Light.RED: "🔺",
    Light.DONE: "✅",
}


NOT_BEGUN = frozenset({Status.IDEA, Status.DRAFT, Status.READY_FOR_DECISION, Status.DECIDED})
UNDER_WAY = frozenset({Status.IN_REALISATION, Status.IN_REALISATION_BEFORE_DECISION})
REACHED = frozenset({Status.REALISED, Status.ESTABLISHED})
SET_ASIDE = frozenset({Status.POSTPONED, Status.REJECTED, Status.MERGED})
OPEN = NOT_BEGUN | UNDER_WAY
"""The states in which something is still expected of the owner."""

_ONWARDS = {
    Status.IDEA: {Status.DRAFT},
    Status.DRAFT: {Status.IDEA, Status.READY_FOR_DECISION, Status.IN_REALISATION_BEFORE_DECISION},
    Status.READY_FOR_DECISION: {
        Status.DRAFT,
        Status.DECIDED,
        Status.IN_REALISATION_BEFORE_DECISION,
    },
    Status.DECIDED: {Status.IN_REALISATION},
    Status.IN_REALISATION: REACHED,
    Status.IN_REALISATION_BEFORE_DECISION: {Status.IN_REALISATION, *REACHED},
    Status.REALISED: {Status.IN_REALISATION, Status.ESTABLISHED},
    Status.ESTABLISHED: {Status.IN_REALISATION, Status.REALISED},
    Status.POSTPONED: OPEN,
    Status.REJECTED: {Status.IDEA, Status.DRAFT},
    Status.MERGED: set(),
}
_MAY_BE_SET_ASIDE = OPEN | {Status.ESTABLISHED}


def next_statuses(status: Status) -> frozenset[Status]:
    """Return the states that may follow a state; none follows `merged`.

    What is open, or has become permanent, may be set aside: postponed, rejected or merged.
    """
    aside = SET_ASIDE if status in _MAY_BE_SET_ASIDE else frozenset()
    more = {Status.REJECTED, Status.MERGED} if status is Status.POSTPONED else set()
    return frozenset(_ONWARDS[status] | aside | more)


def may_follow(status: Status, before: Status) -> bool:
    """Tell whether a measure may come from one state into another; staying is always allowed."""
    return status == before or status in next_statuses(before)
