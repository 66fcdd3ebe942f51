"""The traffic light (Ampel) of a measure: one deterministic rule with a reason for its answer.

After Kausal's and LocalZero's municipal monitoring. The first line that holds decides:

1. A person set it, with a reason.
2. Done: realised or permanently established. Grey: postponed, rejected or merged.
3. Red: the owner says that it is endangered; its end has passed; a step, or the start of a measure
   that has not begun, is more than 30 days late.
4. Grey: no news for two review periods, so nobody knows (where news is expected already).
5. Yellow: a step or the start is up to 30 days late.
6. Grey: not begun, and its start lies ahead or is open, so no news is expected yet.
7. Yellow: no news for one review period; a step that nobody has begun is due within 30 days.
8. Green.

Days count from the day after: what is due today is not late, what was due yesterday is one day
late, and news is fresh on the very day on which the next is expected. Red comes before "no news",
so that silence hides no missed date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.measures.point import months_after
from analysis.measures.status import NOT_BEGUN, REACHED, SET_ASIDE, Light, Status

__all__ = ["Light", "MeasureFacts", "Override", "Reason", "StepFacts", "Verdict", "light_of"]

LATE_DAYS = 30
"""Yellow turns red after so many days."""

SOON_DAYS = 30
"""A step is due soon for so many days before its date."""

SILENT_PERIODS = 2
"""After so many review periods without news nobody knows how a measure stands."""

REVIEW_MONTHS = 3
"""Owners report every quarter unless a measure says otherwise."""


class Reason(StrEnum):
    """Why a light is as it is. Its words are the message `light.because_<value>`."""

    OVERRIDE = "override"
    REALISED = "realised"
    ESTABLISHED = "established"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    MERGED = "merged"
    ENDANGERED = "endangered"
    END_PASSED = "end_passed"
    STEP_VERY_LATE = "step_very_late"
    START_VERY_LATE = "start_very_late"
    NOT_BEGUN = "not_begun"
    NO_NEWS = "no_news"
    STEP_LATE = "step_late"
    START_LATE = "start_late"
    NEWS_LATE = "news_late"
    STEP_SOON = "step_soon"
    ON_TRACK = "on_track"


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step (Arbeitsschritt): its due day, None when open, and whether it is begun or done."""

    due: date | None
    done: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Override:
    """A light that a person set. Raises ValueError without a reason."""

    light: Light
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a light that a person sets needs a reason")


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What the light depends on. `begins` and `due` are the period's first and last day.

    `updated` is the day of the last news from the owner; without any, the measure's beginning
    counts, or `known_since`, the day on which Lotse learnt of it, whichever is later.
    """

    status: Status
    begins: date | None = None
    due: date | None = None
    steps: tuple[StepFacts, ...] = ()
    updated: date | None = None
    known_since: date | None = None
    review_months: int = REVIEW_MONTHS
    endangered: bool = False
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A light and the one reason for it."""

    light: Light
    reason: Reason


def light_of(facts: MeasureFacts, today: date) -> Verdict:
    """Return the light of a measure by the rule above."""
    return next(_verdicts(facts, today), Verdict(Light.GREEN, Reason.ON_TRACK))


def _verdicts(facts: MeasureFacts, today: date) -> Iterator[Verdict]:
    if facts.override:
        yield Verdict(facts.override.light, Reason.OVERRIDE)
    if facts.status in REACHED | SET_ASIDE:
        light = Light.DONE if facts.status in REACHED else Light.GREY
        yield Verdict(light, Reason(facts.status.value))
    yield from _red(facts, today)
    ahead = facts.status in NOT_BEGUN and not _is_past(facts.begins, today)
    silent = 0 if ahead else _silent_periods(facts, today)
    if silent >= SILENT_PERIODS:
        yield Verdict(Light.GREY, Reason.NO_NEWS)
    yield from _late(facts, today)
    if ahead:
        yield Verdict(Light.GREY, Reason.NOT_BEGUN)
    yield from _expected(facts, today, silent)


def _red(facts: MeasureFacts, today: date) -> Iterator[Verdict]:
    if facts.endangered:
        yield Verdict(Light.RED, Reason.ENDANGERED)
    if facts.due and facts.due < today:
        yield Verdict(Light.RED, Reason.END_PASSED)
    if _step_days_late(facts, today) > LATE_DAYS:
        yield Verdict(Light.RED, Reason.STEP_VERY_LATE)
    if _start_days_late(facts, today) > LATE_DAYS:
        yield Verdict(Light.RED, Reason.START_VERY_LATE)


def _late(facts: MeasureFacts, today: date) -> Iterator[Verdict]:
    if _step_days_late(facts, today) > 0:
        yield Verdict(Light.YELLOW, Reason.STEP_LATE)
    if _start_days_late(facts, today) > 0:
        yield Verdict(Light.YELLOW, Reason.START_LATE)


def _expected(facts: MeasureFacts, today: date, silent: int) -> Iterator[Verdict]:
    if silent:
        yield Verdict(Light.YELLOW, Reason.NEWS_LATE)
    waiting = [step.due for step in facts.steps if step.due and not (step.done or step.begun)]
    if any((due - today).days <= SOON_DAYS for due in waiting):
        yield Verdict(Light.YELLOW, Reason.STEP_SOON)


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _step_days_late(facts: MeasureFacts, today: date) -> int:
    open_steps = (step.due for step in facts.steps if step.due and not step.done)
    return max(((today - due).days for due in open_steps), default=0)


def _start_days_late(facts: MeasureFacts, today: date) -> int:
    if facts.status not in NOT_BEGUN or facts.begins is None:
        return 0
    return (today - facts.begins).days


def _silent_periods(facts: MeasureFacts, today: date) -> int:
    """Whole review periods without news, two at most; two when no day is known to count from."""
    heard = facts.updated or max(filter(None, (facts.begins, facts.known_since)), default=None)
    if heard is None:
        return SILENT_PERIODS
    ends = (months_after(heard, facts.review_months * n) for n in range(1, SILENT_PERIODS + 1))
    return sum(end < today for end in ends)
