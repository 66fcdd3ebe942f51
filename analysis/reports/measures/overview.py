"""Where the measures stand at a glance: lights and states by field of action (R18)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.measures.light import Light
from analysis.measures.status import NOT_BEGUN, REACHED, SET_ASIDE, UNDER_WAY, Status
from analysis.reports.cells import counted
from analysis.reports.document import Bar, Cell, Chart, Column, Group, Section, Table
from analysis.reports.measures.facts import Facts
from analysis.reports.measures.wording import source, stated
from analysis.reports.voice import Voice

STAGES = (
    ("report.stage_ahead", NOT_BEGUN),
    ("report.stage_under_way", UNDER_WAY),
    ("report.stage_reached", REACHED),
    ("report.stage_aside", SET_ASIDE),
)
"""Eleven states are too many for the eye; the table beside the chart has them all."""

Counts = Counter[tuple[str, str]]


def section(facts: Facts, voice: Voice) -> Section:
    """Lights by field, then states by field as a chart and as a table."""
    measures, fields = len(facts.measures), len(facts.fields_there)
    said = voice.say("report.overview", measures=measures, fields=fields)
    three = (_lights, _chart, _states) if measures else ()
    blocks = tuple(block(facts, voice) for block in three)
    heading = voice.say("report.overview_heading")
    return Section("overview", heading, (said, voice.say("report.aggregate")), blocks)


def _lights(facts: Facts, voice: Voice) -> Table:
    """A field has counts, never a mean light."""
    headings = [Column(voice.say(f"light.{x}"), 14, "end", mark=x) for x in Light]
    counts: Counts = Counter((one.field, one.light) for one in facts.measures)
    return Table(
        name=voice.say("report.lights_sheet"),
        title=voice.say("report.lights_title"),
        columns=_columns(headings, voice),
        groups=(_rows(facts, counts, list(Light), voice),),
        source=source(facts, voice),
        total=_total(facts, counts, list(Light), voice),
    )


def _states(facts: Facts, voice: Voice) -> Table:
    """Only states that there are."""
    there = {one.status for one in facts.measures}
    statuses = [status for status in Status if status in there]
    headings = [Column(stated(status, voice), 14, "end") for status in statuses]
    counts: Counts = Counter((one.field, one.status) for one in facts.measures)
    return Table(
        name=voice.say("report.states_sheet"),
        title=voice.say("report.states_title"),
        columns=_columns(headings, voice),
        groups=(_rows(facts, counts, statuses, voice),),
        source=source(facts, voice),
        total=_total(facts, counts, statuses, voice),
    )


def _chart(facts: Facts, voice: Voice) -> Chart:
    bars = tuple(
        Bar(name, tuple(_in_stage(facts, code, stage) for _, stage in STAGES))
        for code, name in facts.fields_there
    )
    return Chart(
        name="stages",
        title=voice.say("report.stages_title"),
        description=_described(bars, voice),
        series=tuple(voice.say(id) for id, _ in STAGES),
        bars=bars,
        source=source(facts, voice),
    )


def _in_stage(facts: Facts, field: str, stage: Iterable[Status]) -> int:
    return sum(one.field == field and one.status in stage for one in facts.measures)


def _described(bars: Sequence[Bar], voice: Voice) -> str:
    """The chart in a sentence, for those who do not see it."""
    sums = [sum(bar.counts[at] for bar in bars) for at in range(len(STAGES))]
    parts = (f"{voice.say(id)}: {voice.number(n)}" for (id, _), n in zip(STAGES, sums, strict=True))
    return voice.say("report.stages_described", counts="; ".join(parts))


def _columns(headings: Iterable[Column], voice: Voice) -> tuple[Column, ...]:
    first = Column(voice.say("report.field"), 32)
    return (first, *headings, Column(voice.say("report.sum"), 10, "end"))


def _rows(facts: Facts, counts: Counts, over: Sequence[str], voice: Voice) -> Group:
    rows = (
        (Cell(name, name), *_cells([counts[code, one] for one in over], voice))
        for code, name in facts.fields_there
    )
    return Group(tuple(rows))


def _total(facts: Facts, counts: Counts, over: Sequence[str], voice: Voice) -> tuple[Cell, ...]:
    codes = [code for code, _ in facts.fields_there]
    sums = [sum(counts[code, one] for code in codes) for one in over]
    word = voice.say("report.sum")
    return (Cell(word, word), *_cells(sums, voice))


def _cells(figures: Sequence[int], voice: Voice) -> list[Cell]:
    """The figures and their sum."""
    return [counted(figure, voice) for figure in (*figures, sum(figures))]
