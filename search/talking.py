"""What somebody does by writing: asks, follows up, greets, or wants what no town answers."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from search.reading import Kind

_ENOUGH = 0.35  # of a concept, for a question to be about it
_OUTSIDE = 0.45
_SHORT = 9  # words of a question about what was just shown
_HALF = 0.5  # of the words that say something, for all of it to be talk

_KINDS = {
    "t_greeting": Kind.GREETING,
    "t_thanks": Kind.THANKS,
    "t_goodbye": Kind.GOODBYE,
    "t_who_are_you": Kind.ABOUT_US,
    "t_what_can_you": Kind.ABOUT_US,
}
TALK, ASPECT, OUTSIDE, FACET = "t_", "a_", "o_", "f_"

_HELP = "t_what_can_you"
_ALONE = frozenset({"f_advice", "f_money"})  # facets that are asked for by themselves
_POINTING = frozenset({"a_first", "a_second", "a_third"})

Strengths = Mapping[str, float]


class Covered(NamedTuple):
    """How many words there are, say something at all, and are talk; and how many words, even those
    that say nothing («when»), are light talk or ask about what was shown.
    """

    words: int
    telling: int
    talk: int
    light: int


def kind_of(strengths: Strengths, answering: Strengths, covered: Covered) -> Kind:
    """Return what is done with words; ``answering`` are the concepts that have an answer."""
    concept = max(answering.values(), default=0.0)
    if is_outside(strengths, concept):
        return Kind.OUTSIDE
    if concept >= _ENOUGH:
        return Kind.QUESTION
    if _is_talk(strengths, covered):
        return _KINDS.get(_best(strengths, TALK), Kind.SMALL_TALK)
    is_light = covered.light > covered.telling * _HALF and covered.words < _SHORT
    asks_on = is_light and _ALONE.isdisjoint(strengths)
    return Kind.FOLLOW_UP if _best(strengths, ASPECT) and asks_on else Kind.QUESTION


def _is_talk(strengths: Strengths, covered: Covered) -> bool:
    """Whether it is talk rather than about something; «help with papers» is about papers."""
    best = _best(strengths, TALK)
    half = covered.telling * _HALF
    return bool(best) and (covered.talk > half if best == _HELP else covered.talk >= half)


def points(aspects: Collection[str]) -> bool:
    """Tell whether one of those that were shown is named by its place."""
    return not _POINTING.isdisjoint(aspects)


def is_outside(strengths: Strengths, concept: float) -> bool:
    """Tell whether something is rather of no town's business than about its best concept."""
    outside = outside_of(strengths)
    return outside >= _OUTSIDE and outside > concept


def outside_of(strengths: Strengths) -> float:
    """Return how surely something is of no town's business."""
    return strengths.get(_best(strengths, OUTSIDE), 0.0)


def those(strengths: Strengths, beginning: str) -> dict[str, float]:
    """Return the strengths of the concepts whose codes begin so, the strongest first."""
    found = [code for code in strengths if code.startswith(beginning)]
    return {code: strengths[code] for code in sorted(found, key=strengths.__getitem__)[::-1]}


def _best(strengths: Strengths, beginning: str) -> str:
    return next(iter(those(strengths, beginning)), "")
