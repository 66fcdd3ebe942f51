"""What would change of one measure: its row compared with what is stored. Pure, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from models.imports.measure_defaults import DEFAULTS
from models.imports.measure_entries import Entry, Row
from models.imports.reports import Kind
from models.measure_record import DateChange, Indicator, Measure, Step, Value

DATES = ("start", "end")


@dataclass(frozen=True, slots=True)
class Change:
    """One measure's. `before` and `after` are all its stored columns, `before` empty when new.

    `changed` is what the report names. Steps and indicators are None when they stay as they are.
    `moved_steps` are those with another date than before, each as it was and as it is to be.
    """

    kind: Kind
    id: int
    number: str
    before: Row
    after: Row
    changed: tuple[str, ...] = ()
    steps: tuple[Step, ...] | None = None
    indicators: tuple[Indicator, ...] | None = None
    moved_steps: tuple[tuple[Step, Step], ...] = ()
    date_changes: tuple[DateChange, ...] = ()
    date_reason: str = ""

    @property
    def moved(self) -> tuple[str, ...]:
        """The dates that a stored measure had otherwise, "start" or "end"."""
        return tuple(name for name in DATES if self.before and name in self.changed)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the table's other sheets say of one measure; None where there is no such sheet.

    `date_changes` are only those that are not stored.
    """

    steps: tuple[Step, ...] | None
    indicators: tuple[Indicator, ...] | None
    date_changes: tuple[DateChange, ...] = ()


def vanished(old: Measure, codes: Mapping[int, str]) -> Change:
    """A measure that the table no longer has."""
    before = columns(old, codes)
    return Change("vanished", old.id, old.number, before, before | {"active": False}, ("active",))


def compared(entry: Entry, parts: Parts, old: Measure | None, codes: Mapping[int, str]) -> Change:
    """A measure of the table beside the stored one; `codes` are those of departments by id."""
    before = columns(old, codes) if old else {}
    after = {**(before or DEFAULTS), **_kept(entry, old), "active": True}
    steps = _steps(parts.steps, old.steps if old else ())
    indicators = _indicators(parts.indicators, old.indicators if old else ())
    moves = parts.date_changes or None
    lists = {"steps": steps, "indicators": indicators, "date_changes": moves}
    others = (name for name, found in lists.items() if found is not None)
    changed = (*_differences(before, after), *others) if old else ()
    kind: Kind = "new" if old is None else "changed" if changed else "unchanged"
    return Change(
        kind=kind,
        id=old.id if old else 0,
        number=entry.number,
        before=before,
        after=after,
        changed=changed,
        steps=steps,
        indicators=indicators,
        moved_steps=tuple(_moved(steps or (), old.steps if old else ())),
        date_changes=parts.date_changes,
        date_reason=entry.date_reason,
    )


def columns(measure: Measure, codes: Mapping[int, str]) -> dict[str, Any]:
    """A stored measure by the names of an entry's values."""
    found = {name: getattr(measure, name) for name in DEFAULTS if name != "department"}
    return found | {"department": codes.get(measure.department_id or 0, "")}


def _kept(entry: Entry, old: Measure | None) -> dict[str, Any]:
    """An entry's values, beside what was said in the chat since and holds against the table."""
    values = dict(entry.values)
    if old is None:
        return values
    unit = values.get("responsible_unit", "")
    if values.get("responsible_id") is None and unit.casefold() == old.responsible_unit.casefold():
        values |= {"responsible_id": old.responsible_id} if "responsible_id" in values else {}
    if "last_news" in values:
        values["last_news"] = max(filter(None, (values["last_news"], old.last_news)), default=None)
    return values


def _differences(before: Row, after: Row) -> Iterator[str]:
    """The names of the columns that changed; a date and how exact it is are one."""
    named = (
        name.removesuffix("_precision") for name, new in after.items() if _other(before, name, new)
    )
    yield from dict.fromkeys(named)


def _other(before: Row, name: str, new: Any) -> bool:
    return bool(before.get(name) != new)


def _steps(new: tuple[Step, ...] | None, old: tuple[Step, ...]) -> tuple[Step, ...] | None:
    """The steps to write, or None when they are as they were."""
    same = new is None or new == tuple(replace(step, id=0) for step in old)
    return None if same else new


def _moved(new: Iterable[Step], old: Iterable[Step]) -> Iterator[tuple[Step, Step]]:
    """The steps that were there before, with another date; dates that say it more exactly count."""
    known = {step.name: step for step in old}
    for step in new:
        before = known.get(step.name)
        if before and (before.due, before.due_precision) != (step.due, step.due_precision):
            yield before, step


def _indicators(
    new: tuple[Indicator, ...] | None, old: tuple[Indicator, ...]
) -> tuple[Indicator, ...] | None:
    """The indicators to write, or None; values that only the stored ones have are kept."""
    if new is None:
        return None
    known = {indicator.name: indicator.values for indicator in old}
    merged = tuple(replace(x, values=_merged(known.get(x.name, ()), x.values)) for x in new)
    same = merged == tuple(replace(indicator, id=0) for indicator in old)
    return None if same else merged


def _merged(old: Iterable[Value], new: Iterable[Value]) -> tuple[Value, ...]:
    by_day = {value.day: value for value in (*old, *new)}
    return tuple(by_day[day] for day in sorted(by_day))
