"""Which measures a list shows, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from analysis.measures.light import Light
from analysis.measures.status import OPEN, Status
from handlers.context import Context
from models import deadlines, measures
from models.measure_record import Measure

Found = tuple[Measure, ...]
ORDER = list(Status)
EVERY = "-"
"""The value of a list that needs none: a button has no empty ones."""
SHARED = (deadlines.NETWORK, deadlines.PUBLIC)
LIGHTS = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN, Light.DONE)


def found(by: str, value: str, context: Context) -> Found:
    """The measures of a list; nothing for a list that there is not."""
    every = measures.load(context.session, context.today)
    if by == "overdue":
        return tuple(measure for measure in every if is_overdue(measure, context.today))
    value_of = _VALUES.get(by)
    return tuple(m for m in every if value_of(m) == value) if value_of else ()


def mine(context: Context) -> Found:
    """Hers and those that she stands in for, by state."""
    hers = measures.mine(context.session, context.account_id, context.today)
    return tuple(sorted(hers, key=lambda m: (ORDER.index(m.status), m.number)))


def shared(context: Context) -> Found:
    """What the network or everybody may see."""
    every = measures.load(context.session, context.today)
    return tuple(measure for measure in every if measure.visibility in SHARED)


def is_overdue(measure: Measure, today: date) -> bool:
    """Whether its end or a step of it has passed."""
    ends = [step.due for step in measure.steps if step.done_on is None]
    passed = any(day < today for day in (measure.end, *ends) if day)
    return measure.status in OPEN and passed


def is_measure(measure: Measure) -> bool:
    """Whether it is one of the concept, not a decision, an evidence or a call."""
    return measure.kind == "measure"


def by_light(those: Iterable[Measure]) -> list[tuple[Light, int]]:
    """How many there are of each light, the worst first; only what there is."""
    numbers = Counter(measure.light for measure in those)
    return [(light, numbers[light]) for light in LIGHTS if numbers[light]]


def by_state(those: Iterable[Measure]) -> list[tuple[Status, int]]:
    """How many there are in each state, in the order of states."""
    numbers = Counter(measure.status for measure in those)
    return [(status, numbers[status]) for status in ORDER if numbers[status]]


_VALUES: Mapping[str, Callable[[Measure], str]] = {
    "all": lambda _: EVERY,
    "light": lambda measure: measure.light.value if is_measure(measure) else "",
    "field": lambda measure: measure.field,
    "state": lambda measure: measure.status.value,
    "obligation": lambda measure: "" if is_measure(measure) else EVERY,
    "owner": lambda measure: str(measure.responsible_id or 0),
}
