"""Each sending by language and channel, and why messages did not arrive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import add

from analysis.reports.cells import counted
from analysis.reports.document import Column, Group, Row, Section, Table
from analysis.reports.news.facts import Facts, Issue, Told
from analysis.reports.news.few import together
from analysis.reports.news.wording import (
    channel,
    columns,
    figures,
    language,
    named,
    source,
    worded,
)
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """Two tables; rows of few people are put together."""
    heading = voice.say("newsreport.reach_heading")
    said = (voice.say("newsreport.few"),)
    return Section("reach", heading, said, (_reach(facts, voice), _reasons(facts, voice)))


def _reach(facts: Facts, voice: Voice) -> Table:
    first = (
        Column(voice.say("newsreport.language"), 20),
        Column(voice.say("newsreport.channel"), 14),
    )
    groups = tuple(
        Group(tuple(_rows(told, issue, facts, voice)), named(told, issue, voice))
        for told, issue in facts.shown
    )
    return Table(
        name=voice.say("newsreport.reach_sheet"),
        title=voice.say("newsreport.reach_title"),
        columns=(*first, *columns(voice)),
        groups=groups,
        source=source(facts, voice),
        empty=voice.say("newsreport.none"),
        heads=2,
        grouping=voice.say("newsreport.sent_on"),
    )


def _rows(told: Told, issue: Issue, facts: Facts, voice: Voice) -> Iterator[Row]:
    large, rest = together(issue.became, lambda became: became.all, add, told.fewest)
    for (code, name), became in large.items():
        where = (worded(language(code, facts)), worded(channel(name, facts)))
        yield (*where, *figures(became, voice))
    if rest is not None:
        others = voice.say("newsreport.others")
        yield (worded(others), worded(others), *figures(rest, voice))


def _reasons(facts: Facts, voice: Voice) -> Table:
    """As the errors are classed, of all sendings together."""
    counts: Counter[str] = Counter()
    for _, issue in facts.shown:
        counts.update(issue.reasons)
    rows = tuple(
        (worded(reason), counted(number, voice)) for reason, number in counts.most_common()
    )
    return Table(
        name=voice.say("newsreport.reasons_sheet"),
        title=voice.say("newsreport.reasons_title"),
        columns=(
            Column(voice.say("newsreport.reason"), 32),
            Column(voice.say("newsreport.all"), 14, "end"),
        ),
        groups=(Group(rows),),
        source=source(facts, voice),
        empty=voice.say("newsreport.reasons_none"),
    )
