"""What indicators stand at against their targets (Soll/Ist, R22)."""

from __future__ import annotations

from analysis.reports.cells import MEANINGLESS, UNKNOWN, dated, measured, worded
from analysis.reports.document import Cell, Column, Group, Row, Section, Table
from analysis.reports.measures.facts import Facts, Indicator, Known, Reported
from analysis.reports.measures.wording import source
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """One table with a bar for how far it is to each target."""
    found = [(one, indicator) for one in facts.measures for indicator in one.indicators]
    without = sum(not one.indicators for one in facts.measures)
    said = voice.say("report.indicators", indicators=len(found), without=without)
    table = Table(
        name=voice.say("report.indicators_sheet"),
        title=voice.say("report.indicators_title"),
        columns=_columns(voice),
        groups=(Group(tuple(_row(one, indicator, voice) for one, indicator in found)),),
        source=source(facts, voice),
        empty=voice.say("report.indicators_none"),
        heads=2,
    )
    paragraphs = (said, voice.say("report.indicators_how"))
    return Section("indicators", voice.say("report.indicators_heading"), paragraphs, (table,))


def _columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("report.number"), 10, whole=True),
        Column(voice.say("report.indicator"), 40),
        Column(voice.say("report.unit"), 14),
        Column(voice.say("report.baseline"), 14, "end"),
        Column(voice.say("report.baseline_day"), 14, whole=True),
        Column(voice.say("report.actual"), 14, "end"),
        Column(voice.say("report.actual_day"), 12, whole=True),
        Column(voice.say("report.target"), 14, "end"),
        Column(voice.say("report.target_day"), 12, whole=True),
        Column(voice.say("report.reached"), 18, "end"),
    )


def _row(one: Reported, indicator: Indicator, voice: Voice) -> Row:
    known = (indicator.baseline, indicator.actual, indicator.target)
    figures = [cell for each in known for cell in _figure(each, voice)]
    return (
        worded(one.number),
        worded(indicator.name),
        worded(indicator.unit),
        *figures,
        _reached(indicator, voice),
    )


def _figure(known: Known | None, voice: Voice) -> tuple[Cell, Cell]:
    if known is None:
        return measured(None, voice), dated(None, voice)
    return measured(known.value, voice), dated(known.day, voice)


def _reached(indicator: Indicator, voice: Voice) -> Cell:
    """How much of the way from baseline to target is done."""
    if indicator.actual is None or indicator.target is None:
        return Cell(UNKNOWN)
    start = indicator.baseline.value if indicator.baseline else 0.0
    way = indicator.target.value - start
    if not way:
        return Cell(MEANINGLESS)
    share = (indicator.actual.value - start) / way
    return Cell(voice.percent(share), share, share=share, percent=True)
