"""A measure (Maßnahme) with all that belongs to it, as chat, reminders and reports see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from analysis.measures.light import Light, Verdict
from analysis.measures.point import Point, Precision, point_around
from analysis.measures.status import Status


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone (Handlungsschritt). `due` is the last day of its point in time.

    It is open, `begun` or done; whoever said so stands in the measure's notes.
    """

    id: int
    name: str
    due: date | None = None
    due_precision: Precision = Precision.OPEN
    done_on: date | None = None
    begun: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What an indicator stood at on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure (Kennzahl) with where it started and where it should get; `values` by day."""

    id: int
    name: str
    unit: str = ""
    baseline: float | None = None
    baseline_date: date | None = None
    target: float | None = None
    target_date: date | None = None
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a measure's history; `status` is "" when it did not change."""

    at: datetime
    account_id: int | None
    answer: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class DateChange:
    """How a date moved, and why; `which` is "start" or "end", or "step" for that of a `step`."""

    at: datetime
    account_id: int | None
    which: str
    old: date | None
    old_precision: Precision
    new: date | None
    new_precision: Precision
    reason: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure or obligation on a day. Fields are named as the columns of its table.

    `main_goal` and `goal` are titles. `responsible` is the account's name, else the unit's as the
    table wrote it; `department` and `deputy` are names too. `notes` are the last few, newest first.
    `verdict` is the traffic light (Ampel) of that day and its reason, the override included.
    """

    id: int
    source: str
    source_id: str
    kind: str
    number: str
    title: str
    field: str
    main_goal: str
    goal: str
    description: str
    reason: str
    target_group: str
    district: str
    type: str
    scope: str
    guidelines: str
    gender: str
    origin: str
    priority: str
    priority_reason: str
    status: Status
    merged_into: str
    light_override: str
    override_reason: str
    endangered: bool
    start: date | None
    start_precision: Precision
    end: date | None
    end_precision: Precision
    due_time: time | None
    running: bool
    statutory: bool
    review_months: int
    evaluation: date | None
    binding_since: date | None
    evidence: str
    submitted_on: date | None
    link: str
    responsible_id: int | None
    responsible_unit: str
    responsible: str
    department_id: int | None
    department: str
    deputy_id: int | None
    deputy: str
    partners: str
    cost_plan: float | None
    cost_actual: float | None
    funding: str
    staff: str
    decision_body: str
    decision_date: date | None
    decision_number: str
    decision_result: str
    visibility: str
    completion: int | None
    last_news: date | None
    known_since: date | None
    version: int
    active: bool
    verdict: Verdict
    steps: tuple[Step, ...]
    indicators: tuple[Indicator, ...]
    notes: tuple[Note, ...]

    @property
    def light(self) -> Light:
        """The traffic light."""
        return self.verdict.light

    @property
    def begins(self) -> Point | None:
        """The point in time at which it starts, None when open."""
        return point_around(self.start, self.start_precision) if self.start else None

    @property
    def ends(self) -> Point | None:
        """The point in time by which it is to be done, None when open."""
        return point_around(self.end, self.end_precision) if self.end else None
