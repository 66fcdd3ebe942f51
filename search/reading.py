"""What was understood of something that somebody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What somebody does by writing. ``FOLLOW_UP`` asks about what was just shown."""

    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    SMALL_TALK = "small_talk"
    ABOUT_US = "about_us"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, understood.

    ``words`` are normalised, in their order, without what a negation excludes («not a course»).
    ``languages`` are those it may be in, likeliest first. ``concepts`` (topics and needs) and
    ``facets`` have their strengths (0 to 1), ``outside`` is how surely no town answers this, and
    ``aspects`` are what a follow-up asks for (``a_when``). ``unknown`` are words that tell
    something of which the thesaurus knows nothing, ``meant`` are the concepts of all kinds that
    the others mean by themselves.
    """

    words: tuple[str, ...]
    languages: tuple[str, ...]
    kind: Kind = Kind.QUESTION
    concepts: Mapping[str, float] = field(default_factory=dict)
    facets: Mapping[str, float] = field(default_factory=dict)
    aspects: tuple[str, ...] = ()
    outside: float = 0.0
    unknown: tuple[str, ...] = ()
    meant: frozenset[str] = frozenset()
