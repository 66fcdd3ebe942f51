"""What is overdue and what comes due soon: measures, their steps, obligations (R20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from analysis.measures.point import Point
from analysis.reports.cells import counted, pointed, worded
from analysis.reports.document import Column, Group, Row, Section, Table
from analysis.reports.measures.facts import Facts, Reported
from analysis.reports.measures.steering import steering
from analysis.reports.measures.wording import due as timed
from analysis.reports.measures.wording import lit, source
from analysis.reports.voice import Voice

STEP = "step"
SOON = timedelta(days=90)
"""A quarter, the rhythm in which steering groups meet."""


@dataclass(frozen=True, slots=True)
class _Due:
    """Something with an end: a measure or an obligation as a whole, or a step of one."""

    of: Reported
    what: str
    kind: str
    by: Point


def section(facts: Facts, voice: Voice) -> Section:
    """Three tables, the longest overdue and the next due first."""
    dues = sorted(_dues(facts), key=lambda due: (due.by.last, due.of.number))
    late = [due for due in dues if due.by.last < facts.today]
    soon = [due for due in dues if facts.today <= due.by.last <= facts.today + SOON]
    said = voice.say("report.due", late=len(late), soon=len(soon), days=SOON.days)
    tables = (_overdue(late, facts, voice), steering(facts, voice), _coming(soon, facts, voice))
    return Section("due", voice.say("report.due_heading"), (said,), tables)


def _dues(facts: Facts) -> Iterator[_Due]:
    for one in facts.all:
        if one.open and one.end:
            yield _Due(one, one.title, one.kind, one.end)
        if one.open:
            yield from _steps(one)


def _steps(one: Reported) -> Iterator[_Due]:
    for step in one.steps:
        if step.due and not step.done:
            yield _Due(one, f"{step.name}\n{one.title}", STEP, step.due)


def _overdue(dues: Iterable[_Due], facts: Facts, voice: Voice) -> Table:
    return Table(
        name=voice.say("report.overdue_sheet"),
        title=voice.say("report.overdue_title"),
        columns=_columns(voice.say("report.days_late"), voice),
        groups=(Group(tuple(_row(due, (facts.today - due.by.last).days, voice) for due in dues)),),
        source=source(facts, voice),
        empty=voice.say("report.overdue_none"),
    )


def _coming(dues: Iterable[_Due], facts: Facts, voice: Voice) -> Table:
    return Table(
        name=voice.say("report.coming_sheet"),
        title=voice.say("report.coming_title", days=SOON.days),
        columns=_columns(voice.say("report.days_left"), voice),
        groups=(Group(tuple(_row(due, (due.by.last - facts.today).days, voice) for due in dues)),),
        source=source(facts, voice),
        empty=voice.say("report.coming_none", days=SOON.days),
    )


def _columns(days: str, voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.what"), 48),
        Column(voice.say("report.kind"), 16),
        Column(voice.say("report.responsible"), 30),
        Column(voice.say("report.due_by"), 18),
        Column(days, 14, "end"),
        Column(voice.say("report.light"), 14, whole=True),
    )


def _row(due: _Due, days: int, voice: Voice) -> Row:
    hour = None if due.kind == STEP else due.of.due_time
    return (
        worded(due.of.number),
        worded(due.what),
        worded(voice.say(f"report.kind_{due.kind}")),
        worded(due.of.responsible),
        timed(pointed(due.by, voice), hour, voice),
        counted(days, voice),
        lit(due.of.light, voice),
    )
