"""How often the buttons under news were pressed: numbers only."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

from analysis.reports.cells import counted
from analysis.reports.document import Column, Group, Row, Section, Table
from analysis.reports.news.facts import Facts, Issue, Told
from analysis.reports.news.few import together
from analysis.reports.news.wording import channel, language, named, source, worded
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """One table with a row a button, language and channel."""
    groups = tuple(
        Group(tuple(_rows(told, issue, facts, voice)), named(told, issue, voice))
        for told, issue in facts.shown
        if issue.clicks
    )
    names = (("button", 40), ("language", 20), ("channel", 14))
    columns = [Column(voice.say(f"newsreport.{name}"), width) for name, width in names]
    table = Table(
        name=voice.say("newsreport.clicks_sheet"),
        title=voice.say("newsreport.clicks_title"),
        columns=(*columns, Column(voice.say("newsreport.clicks"), 14, "end")),
        groups=groups,
        source=source(facts, voice),
        empty=voice.say("newsreport.clicks_none"),
        heads=3,
        grouping=voice.say("newsreport.sent_on"),
    )
    said = (voice.say("newsreport.clicks_how"),)
    return Section("clicks", voice.say("newsreport.clicks_heading"), said, (table,))


def _rows(told: Told, issue: Issue, facts: Facts, voice: Voice) -> Iterator[Row]:
    """Of each button by itself, few presses are put together."""
    labels = {each.button: each.label for each in issue.clicks}
    for button, label in sorted(labels.items()):
        name = worded(label or voice.say("newsrun.button", number=button))
        found = [each for each in issue.clicks if each.button == button]
        counts = {(each.language, each.channel): each.number for each in found}
        large, rest = together(counts, int, add, told.fewest)
        for (code, place), number in large.items():
            where = (worded(language(code, facts)), worded(channel(place, facts)))
            yield (name, *where, counted(number, voice))
        if rest is not None:
            others = worded(voice.say("newsreport.others"))
            yield (name, others, others, counted(rest, voice))
