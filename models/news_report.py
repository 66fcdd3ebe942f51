"""What became of a sending: by language and channel, and how often its buttons were pressed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from models import news_click, news_issue, shared_queue
from models.delivery import State
from models.news_audience import FEWEST
from models.news_issue import Issue

WAITING = (State.QUEUED, State.SENDING)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many messages in a language and channel stand where; `failed` by class of error."""

    language: str
    channel: str
    sent: int = 0
    gone: int = 0
    unknown: int = 0
    waiting: int = 0
    failed: Mapping[str, int] = field(default_factory=dict, hash=False)

    @property
    def total(self) -> int:
        """All of them."""
        return self.sent + self.gone + self.unknown + self.waiting + sum(self.failed.values())

    @property
    def is_few(self) -> bool:
        """So few that their number is not said where people subscribed themselves."""
        return 0 < self.total < FEWEST


@dataclass(frozen=True, slots=True)
class Report:
    """A sending by language and channel. `clicks`: (button, language, channel) → how often;
    `weekly`: how many read it in their digest.
    """

    lines: tuple[Standing, ...]
    clicks: Mapping[tuple[int, str, str], int]
    weekly: int = 0

    def sum(self, name: str) -> int:
        """Of "sent", "gone", "unknown", "waiting" or "total"."""
        return sum(getattr(line, name) for line in self.lines)

    @property
    def failed(self) -> dict[str, int]:
        """How many failed, by class of error, the most frequent first."""
        found: dict[str, int] = {}
        for line in self.lines:
            for reason, number in line.failed.items():
                found[reason] = found.get(reason, 0) + number
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def report(session: Session, issue: Issue) -> Report:
    """As it stands now, or as it ended."""
    stored = json.loads(issue.report) if issue.report else None
    lines = _live(session, issue) if stored is None else [Standing(**one) for one in stored]
    return Report(tuple(lines), news_click.counted(session, issue.id), issue.weekly)


def frozen(session: Session, issue: Issue) -> str:
    """As JSON, to be kept when the deliveries are not kept any more."""
    lines = [{name: getattr(one, name) for name in NAMES} for one in _live(session, issue)]
    return json.dumps(lines)


def _live(session: Session, issue: Issue) -> list[Standing]:
    by_shared: dict[int, list[tuple[State, str, int]]] = {}
    messages = news_issue.messages(session, issue.id)
    for (shared, state, reason), n in shared_queue.counts(session, messages.values()).items():
        by_shared.setdefault(shared, []).append((state, reason, n))
    ordered = sorted(messages.items())
    return [_standing(where, by_shared.get(shared, [])) for where, shared in ordered]


def _standing(where: tuple[str, str], found: Iterable[tuple[State, str, int]]) -> Standing:
    number: Counter[State] = Counter()
    failed: Counter[str] = Counter()
    for state, reason, n in found:
        number[state] += n
        if state is State.FAILED:
            failed[reason] += n
    arrived = (number[State.SENT], number[State.GONE], number[State.UNKNOWN])
    return Standing(*where, *arrived, sum(number[state] for state in WAITING), dict(failed))


NAMES = ("language", "channel", "sent", "gone", "unknown", "waiting", "failed")
