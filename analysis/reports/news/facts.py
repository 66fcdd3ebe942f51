"""What the report on news is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime

FEWEST = 5
"""Fewer people than these are not told apart, as they might be known by that."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of messages. `unknown`: a crash or a silence left open whether they arrived."""

    sent: int = 0
    failed: int = 0
    gone: int = 0
    unknown: int = 0
    waiting: int = 0

    @property
    def all(self) -> int:
        """How many messages."""
        return sum(getattr(self, each.name) for each in fields(self))

    def __add__(self, other: Became) -> Became:
        names = [each.name for each in fields(self)]
        return Became(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class Clicks:
    """How often a button, by its number, was pressed in a language and a channel. `label` is what
    stands on it, "" where the town gave it no words of its own.
    """

    button: int
    label: str
    language: str
    channel: str
    number: int


@dataclass(frozen=True, slots=True)
class Issue:
    """One sending, on a day at a wall time: by (language, channel), why messages failed, clicks."""

    number: int
    due: datetime
    state: str
    became: Mapping[tuple[str, str], Became] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    clicks: tuple[Clicks, ...] = ()
    weekly: int = 0

    @property
    def sum(self) -> Became:
        """Of all languages and channels."""
        return total(self.became.values())


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of news with its sendings, the first one first. `public`: people who subscribed got
    it too, and few of them are not told apart.
    """

    title: str
    issues: tuple[Issue, ...]
    public: bool = False

    @property
    def fewest(self) -> int:
        """Rows of fewer people are put together."""
        return FEWEST if self.public else 1

    def hides(self, issue: Issue) -> bool:
        """Whether so few got a sending that not even its sum is told."""
        return 0 < issue.sum.all < self.fewest


@dataclass(frozen=True, slots=True)
class Facts:
    """All news of a town that were sent. `languages` and `channels` are what those are called."""

    town: str
    today: date
    news: tuple[Told, ...]
    languages: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)

    @property
    def issues(self) -> tuple[tuple[Told, Issue], ...]:
        """All sendings, in the order in which they were due."""
        found = [(told, issue) for told in self.news for issue in told.issues]
        return tuple(sorted(found, key=lambda each: each[1].due))

    @property
    def shown(self) -> tuple[tuple[Told, Issue], ...]:
        """Those of which figures are told."""
        return tuple((told, issue) for told, issue in self.issues if not told.hides(issue))


def total(each: Iterable[Became]) -> Became:
    """Added up."""
    return sum(each, Became())
