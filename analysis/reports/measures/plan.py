"""The table of measures (R19), and obligations that are no measures."""

from __future__ import annotations

from analysis.reports.cells import NOTHING, pointed, worded
from analysis.reports.document import Cell, Column, Group, Row, Section, Table
from analysis.reports.measures.facts import Facts, Indicator, Reported
from analysis.reports.measures.wording import due, lit, period, source, stated, told
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """Measures by field of action; obligations only when there are any."""
    obligations = (_obligations(facts, voice),) if facts.obligations else ()
    tables = (_measures(facts, voice), *obligations)
    return Section("plan", voice.say("report.plan_heading"), (), tables)


def _measures(facts: Facts, voice: Voice) -> Table:
    groups = (
        Group(tuple(_measure(one, voice) for one in facts.measures if one.field == code), name)
        for code, name in facts.fields_there
    )
    return Table(
        name=voice.say("report.plan_sheet"),
        title=voice.say("report.plan_title"),
        columns=_measure_columns(voice),
        groups=tuple(groups),
        source=source(facts, voice),
        empty=voice.say("report.plan_none"),
        heads=2,
        grouping=voice.say("report.field"),
    )


def _measure_columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.measure"), 44),
        Column(voice.say("report.responsible"), 28),
        Column(voice.say("report.partners"), 28),
        Column(voice.say("report.period"), 22),
        Column(voice.say("report.begins"), 12, file_only=True),
        Column(voice.say("report.ends"), 12, file_only=True),
        Column(voice.say("report.indicator"), 32),
        Column(voice.say("report.state"), 20),
        Column(voice.say("report.light"), 14, whole=True),
        Column(voice.say("report.note"), 44),
    )


def _measure(one: Reported, voice: Voice) -> Row:
    return (
        worded(one.number),
        worded(one.title),
        worded(one.responsible),
        worded(one.partners),
        worded(period(one, voice)),
        Cell("", one.start.first if one.start else None),
        Cell("", one.end.last if one.end else None),
        worded("\n".join(_figure(x, voice) for x in one.indicators)),
        worded(stated(one.status, voice)),
        lit(one.light, voice),
        _remark(one, voice),
    )


def _figure(indicator: Indicator, voice: Voice) -> str:
    """ "Teilnehmende: 12 von 30"."""
    actual, target = (
        voice.number(known.value) if known else NOTHING
        for known in (indicator.actual, indicator.target)
    )
    return voice.say("report.figure", name=indicator.name, actual=actual, target=target)


def _remark(one: Reported, voice: Voice) -> Cell:
    """Why the light is as it is, then the last words on it."""
    why = voice.say(f"light.because_{one.verdict.reason}")
    return worded("\n".join(filter(None, (why, told(one.note, voice)))))


def _obligations(facts: Facts, voice: Voice) -> Table:
    return Table(
        name=voice.say("report.obligations_sheet"),
        title=voice.say("report.obligations_title"),
        columns=_obligation_columns(voice),
        groups=(Group(tuple(_obligation(one, voice) for one in facts.obligations)),),
        source=source(facts, voice),
        heads=2,
    )


def _obligation_columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.obligation"), 48),
        Column(voice.say("report.kind"), 16),
        Column(voice.say("report.responsible"), 28),
        Column(voice.say("report.due_by"), 22),
        Column(voice.say("report.state"), 20),
        Column(voice.say("report.light"), 14, whole=True),
        Column(voice.say("report.note"), 44),
    )


def _obligation(one: Reported, voice: Voice) -> Row:
    return (
        worded(one.number),
        worded(one.title),
        worded(voice.say(f"report.kind_{one.kind}")),
        worded(one.responsible),
        due(pointed(one.end, voice), one.due_time, voice),
        worded(stated(one.status, voice)),
        lit(one.light, voice),
        _remark(one, voice),
    )
