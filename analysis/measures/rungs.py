"""The ladder of reminders (Erinnerungsstufen) as a file says it: `ladder.toml`, or a town's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

PACKAGED = Path(__file__).with_name("ladder.toml")


class Recipient(StrEnum):
    """Who hears of a rung, as a part in the measure; persons are looked up when it is sent."""

    OWNER = "owner"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"
    DEPARTMENT_HEAD = "department_head"
    STEERING_GROUP = "steering_group"


class Way(StrEnum):
    """How: a message to each, or a line on the list for the next session."""

    MESSAGE = "message"
    LIST = "list"


class Priority(StrEnum):
    """How much depends on a measure (Priorität: hoch, mittel, niedrig)."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class BadLadder(ValueError):
    """A ladder file that cannot be used; the message says which rung and why."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: `days` from the due day, negative before it; `late_days` it may be late.

    In a rhythm `days` are working days after the end of a period.
    """

    code: str
    days: int
    to: tuple[Recipient, ...]
    by: Way
    priorities: frozenset[Priority]
    late_days: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is asked for whenever a period of `months` is over (0: the measure's own period).

    Not of whoever told it less than `fresh_days` before the period's end. Without rungs nobody is
    asked.
    """

    rungs: tuple[Rung, ...] = ()
    fresh_days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs from the first to the last, the one for silence after `silent_periods`, and the
    rhythms in which is asked how a measure stands and what its indicators do.
    """

    rungs: tuple[Rung, ...]
    no_news: Rung
    silent_periods: int
    update: Rhythm = Rhythm()
    value: Rhythm = Rhythm()


def load_ladder(path: Path = PACKAGED) -> Ladder:
    """Return the ladder of a TOML file. Raises BadLadder, OSError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        silence = dict(tables["no_news"])
        periods = int(silence.pop("periods"))
        rungs = sorted(map(_rung, tables["rung"]), key=lambda rung: rung.days)
        rhythms = (_rhythm(tables.get(name, {})) for name in ("update", "value"))
        ladder = Ladder(tuple(rungs), _rung({**silence, "days": 0}), periods, *rhythms)
    except (KeyError, TypeError, ValueError) as problem:
        raise BadLadder(f"{path.name}: {problem}") from problem
    _check(ladder, path)
    return ladder


def _rhythm(table: Mapping[str, Any]) -> Rhythm:
    if not table:
        return Rhythm()
    rungs = (_rung({**rung, "days": rung["workdays"]}) for rung in table["rung"])
    ordered = tuple(sorted(rungs, key=lambda rung: rung.days))
    return Rhythm(ordered, int(table["fresh_days"]), int(table.get("months", 0)))


def _rung(table: Mapping[str, Any]) -> Rung:
    return Rung(
        code=str(table["code"]),
        days=int(table["days"]),
        to=tuple(Recipient(part) for part in table["to"]),
        by=Way(table["by"]),
        priorities=frozenset(Priority(name) for name in table["priorities"]),
        late_days=int(table["late_days"]),
    )


def _check(ladder: Ladder, path: Path) -> None:
    rhythms = ladder.update, ladder.value
    asked = [rung for rhythm in rhythms for rung in rhythm.rungs]
    every = [*ladder.rungs, ladder.no_news, *asked]
    if len({rung.code for rung in every}) < len(every):
        raise BadLadder(f"{path.name}: two rungs share a code")
    if any(len({r.days for r in x}) < len(x) for x in (ladder.rungs, *(y.rungs for y in rhythms))):
        raise BadLadder(f"{path.name}: two rungs share a day")
    if any(rung.days < 1 for rung in asked) or (ladder.value.rungs and ladder.value.months < 1):
        raise BadLadder(f"{path.name}: a rhythm needs workdays and months from 1 on")
    if not ladder.rungs or any(rung.late_days < 0 or not rung.to for rung in every):
        raise BadLadder(f"{path.name}: a rung needs somebody to hear it, and late_days from 0 on")
