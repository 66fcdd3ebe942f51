"""What the report on measures is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from analysis.measures.light import Light, Verdict
from analysis.measures.point import Point
from analysis.measures.smart import Missing
from analysis.measures.status import OPEN, Status

MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone; `due` None is open."""

    name: str
    due: Point | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A figure on a day, which may not be known."""

    value: float
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure with where it started, stands, and should get; None is unknown."""

    name: str
    unit: str = ""
    baseline: Known | None = None
    actual: Known | None = None
    target: Known | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A date that moved on a day; `which` is "start", "end", or "step" for that of a `step`.

    None is open. `reason` is "" when nobody gave one, or one of analysis.measures.causes.
    """

    on: date
    which: str
    old: Point | None
    new: Point | None
    reason: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A measure or an obligation. `kind` as in its table, `note` the last words on it, where
    a line may be one of analysis.measures.causes.
    """

    number: str
    title: str
    field: str
    status: Status
    verdict: Verdict
    kind: str = MEASURE
    responsible: str = ""
    partners: str = ""
    start: Point | None = None
    end: Point | None = None
    running: bool = False
    due_time: time | None = None
    note: str = ""
    steps: tuple[Step, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    changes: tuple[Change, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def light(self) -> Light:
        """Its traffic light."""
        return self.verdict.light

    @property
    def open(self) -> bool:
        """Whether something is still expected."""
        return self.status in OPEN


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands on the steering group's list since a day: a measure, or its `step`."""

    of: Reported
    step: str
    due: Point
    since: date


@dataclass(frozen=True, slots=True)
class Facts:
    """All of a town on a day. `fields` are (code, name) in the town's order."""

    town: str
    today: date
    fields: tuple[tuple[str, str], ...]
    all: tuple[Reported, ...]
    listed: tuple[Listed, ...] = ()

    @property
    def measures(self) -> tuple[Reported, ...]:
        """Without obligations."""
        return tuple(one for one in self.all if one.kind == MEASURE)

    @property
    def obligations(self) -> tuple[Reported, ...]:
        """Decisions, evidence and calls."""
        return tuple(one for one in self.all if one.kind != MEASURE)

    @property
    def fields_there(self) -> tuple[tuple[str, str], ...]:
        """The fields that have measures; a code that the town does not list names itself."""
        there = dict.fromkeys(one.field for one in self.measures)
        known = [(code, name) for code, name in self.fields if code in there]
        listed = {code for code, _ in known}
        return (*known, *((code, code) for code in there if code not in listed))
