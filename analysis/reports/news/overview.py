"""All sendings at a glance: how many messages, what became of them, and presses of buttons."""

from __future__ import annotations

from analysis.reports.cells import UNKNOWN, counted, dated
from analysis.reports.document import Bar, Block, Cell, Chart, Column, Group, Row, Section, Table
from analysis.reports.news.facts import Became, Facts, Issue, Told, total
from analysis.reports.news.wording import STATES, columns, figures, named, source, worded
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """A table with a row a sending, and what became of each as a chart."""
    everything = total(issue.sum for _, issue in facts.shown)
    news, issues = len(facts.news), len(facts.issues)
    said = voice.say("newsreport.overview", news=news, issues=issues, messages=everything.all)
    blocks: tuple[Block, ...] = (_table(facts, everything, voice), *_charts(facts, voice))
    heading = voice.say("newsreport.overview_heading")
    return Section("overview", heading, (said, voice.say("newsreport.how")), blocks)


def _table(facts: Facts, everything: Became, voice: Voice) -> Table:
    first = (Column(voice.say("newsreport.title"), 40), Column(voice.say("newsreport.day"), 12))
    last = (
        Column(voice.say("newsreport.weekly"), 14, "end"),
        Column(voice.say("newsreport.clicks"), 14, "end"),
    )
    word = voice.say("report.sum")
    clicks = sum(each.number for _, issue in facts.shown for each in issue.clicks)
    weekly = counted(sum(issue.weekly for _, issue in facts.shown), voice)
    sums = (*figures(everything, voice), weekly, counted(clicks, voice))
    return Table(
        name=voice.say("newsreport.overview_sheet"),
        title=voice.say("newsreport.overview_title"),
        columns=(*first, *columns(voice), *last),
        groups=(Group(tuple(_row(told, issue, voice) for told, issue in facts.issues)),),
        source=source(facts, voice),
        empty=voice.say("newsreport.none"),
        heads=2,
        total=(worded(word), worded(""), *sums) if facts.issues else None,
    )


def _row(told: Told, issue: Issue, voice: Voice) -> Row:
    if told.hides(issue):
        hidden = (Cell(UNKNOWN),) * (len(columns(voice)) + 2)
        return (worded(told.title), dated(issue.due.date(), voice), *hidden)
    clicks = counted(sum(each.number for each in issue.clicks), voice)
    day = dated(issue.due.date(), voice)
    weekly = counted(issue.weekly, voice)
    return (worded(told.title), day, *figures(issue.sum, voice), weekly, clicks)


def _charts(facts: Facts, voice: Voice) -> tuple[Chart, ...]:
    if not facts.shown:
        return ()
    bars = tuple(
        Bar(named(told, issue, voice), tuple(getattr(issue.sum, name) for name in STATES))
        for told, issue in facts.shown
    )
    series = tuple(voice.say(f"newsreport.{name}") for name in STATES)
    sums = [sum(bar.counts[at] for bar in bars) for at in range(len(STATES))]
    counts = "; ".join(f"{x}: {voice.number(n)}" for x, n in zip(series, sums, strict=True))
    return (
        Chart(
            name="became",
            title=voice.say("newsreport.chart_title"),
            description=voice.say("newsreport.chart_described", counts=counts),
            series=series,
            bars=bars,
            source=source(facts, voice),
        ),
    )
