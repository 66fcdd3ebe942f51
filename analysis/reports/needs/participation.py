"""Who took part: how many, and in which groups."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.needs.places import EVERYBODY, Group
from analysis.reports.document import Cell, Column, Row, Section, Table
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import many, share
from analysis.reports.needs.facts import Facts
from analysis.reports.needs.wording import HEAD, by_groups, figures, of, source
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """How many took part, then each grouping."""
    said = voice.say("needs.people", people=many(facts.people(), voice).text)
    blocks = tuple(_tables(facts, voice))
    return Section("people", voice.say("needs.people_heading"), (said,), blocks)


def _tables(facts: Facts, voice: Voice) -> Iterator[Table]:
    for heading, groups in by_groups(facts, facts.release.frame, voice):
        total = voice.say("needs.everybody")
        yield Table(
            name=heading,
            title=of(voice.say("needs.people_by", group=heading), facts.people(), voice),
            columns=(
                Column(heading, HEAD),
                figures(voice.say("needs.count")),
                figures(voice.say("needs.share")),
            ),
            groups=(Rows(tuple(_row(facts, group, head, voice) for group, head in groups)),),
            source=source(facts, voice),
            total=_row(facts, EVERYBODY, Cell(total, total), voice),
        )


def _row(facts: Facts, group: Group, head: Cell, voice: Voice) -> Row:
    figure = facts.people(group)
    return head, many(figure, voice), share(figure, facts.people(), facts.release.rules, voice)
