"""How dates moved, and why."""

from __future__ import annotations

from datetime import date

from analysis.measures.point import Point
from analysis.reports.cells import MEANINGLESS, dated, pointed, worded
from analysis.reports.document import Cell, Column, Group, Row, Section, Table
from analysis.reports.measures.facts import Change, Facts, Reported
from analysis.reports.measures.wording import source, told
from analysis.reports.voice import Voice

EARLIER, LATER = "−", "+"


def section(facts: Facts, voice: Voice) -> Section:
    """One table, the newest change first."""
    moved = [(one, change) for one in facts.all for change in one.changes]
    moved.sort(key=lambda pair: pair[1].on, reverse=True)
    measures = len({one.number for one, _ in moved})
    said = voice.say("report.changes", changes=len(moved), measures=measures)
    table = Table(
        name=voice.say("report.changes_sheet"),
        title=voice.say("report.changes_title"),
        columns=_columns(voice),
        groups=(Group(tuple(_row(one, change, voice) for one, change in moved)),),
        source=source(facts, voice),
        empty=voice.say("report.changes_none"),
        heads=2,
    )
    return Section("changes", voice.say("report.changes_heading"), (said,), (table,))


def _columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.what"), 44),
        Column(voice.say("report.changed_on"), 12, whole=True),
        Column(voice.say("report.which"), 12),
        Column(voice.say("report.before"), 18),
        Column(voice.say("report.after"), 18),
        Column(voice.say("report.moved_days"), 14, "end"),
        Column(voice.say("report.reason"), 48),
    )


def _row(one: Reported, change: Change, voice: Voice) -> Row:
    return (
        worded(one.number),
        worded(one.title),
        dated(change.on, voice),
        worded(_which(change, voice)),
        pointed(change.old, voice),
        pointed(change.new, voice),
        _days(change, voice),
        worded(told(change.reason, voice) or voice.say("report.no_reason")),
    )


def _which(change: Change, voice: Voice) -> str:
    if change.step:
        return voice.say("report.which_step", step=change.step)
    return voice.say(f"report.which_{change.which}")


def _days(change: Change, voice: Voice) -> Cell:
    """By how much, with its sign; nothing to count when one of both is open."""
    if change.old is None or change.new is None:
        return Cell(MEANINGLESS)
    days = (_counting(change.new, change.which) - _counting(change.old, change.which)).days
    sign = EARLIER if days < 0 else LATER
    return Cell(f"{sign}{voice.number(abs(days))}" if days else voice.number(0), days)


def _counting(point: Point, which: str) -> date:
    return point.first if which == "start" else point.last
