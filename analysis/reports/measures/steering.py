"""The steering group's list: what has been overdue for long, for its next session."""

from __future__ import annotations

from datetime import date

from analysis.reports.cells import counted, dated, pointed, worded
from analysis.reports.document import Column, Group, Row, Table
from analysis.reports.measures.facts import Facts, Listed
from analysis.reports.measures.wording import lit, source
from analysis.reports.voice import Voice


def steering(facts: Facts, voice: Voice) -> Table:
    """In the order of the facts, the longest due first."""
    return Table(
        name=voice.say("report.steering_sheet"),
        title=voice.say("report.steering_title"),
        columns=_columns(voice),
        groups=(Group(tuple(_row(one, facts.today, voice) for one in facts.listed)),),
        source=source(facts, voice),
        empty=voice.say("report.steering_none"),
    )


def _columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.what"), 48),
        Column(voice.say("report.responsible"), 30),
        Column(voice.say("report.due_by"), 18),
        Column(voice.say("report.days_late"), 14, "end"),
        Column(voice.say("report.listed_since"), 14, whole=True),
        Column(voice.say("report.light"), 14, whole=True),
    )


def _row(one: Listed, today: date, voice: Voice) -> Row:
    what = "\n".join(filter(None, (one.step, one.of.title)))
    return (
        worded(one.of.number),
        worded(what),
        worded(one.of.responsible),
        pointed(one.due, voice),
        counted((today - one.due.last).days, voice),
        dated(one.since, voice),
        lit(one.of.light, voice),
    )
