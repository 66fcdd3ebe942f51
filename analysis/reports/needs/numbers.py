"""Results of questions for numbers, and what is told of answers in words."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.needs.numbers import Summary
from analysis.needs.places import EVERYBODY, Group, Role
from analysis.needs.variables import Variable
from analysis.reports.cells import UNKNOWN
from analysis.reports.document import Block, Cell, Column, Row, Table
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import many, mean
from analysis.reports.needs.facts import Facts
from analysis.reports.needs.wording import HEAD, by_groups, figures, of, source, taking_part
from analysis.reports.voice import Voice


def blocks(facts: Facts, question: Variable, number: int, voice: Voice) -> Iterator[Block]:
    """Mean, median and quartiles for all and by groups; then who answered."""
    everybody = voice.say("needs.everybody")
    first = _row(facts, question, EVERYBODY, Cell(everybody, everybody), voice)
    groups = (
        Rows(tuple(_row(facts, question, x, head, voice) for x, head in pairs), heading)
        for heading, pairs in by_groups(facts, facts.release.frame_of(question), voice)
    )
    yield Table(
        name=voice.say("needs.groups_sheet", number=number),
        title=_titled(facts, question, voice),
        columns=_columns(voice),
        groups=(Rows((first,)), *groups),
        source=source(facts, voice),
        grouping=voice.say("needs.breakdown"),
    )
    yield answered(facts, question, number, voice)


def answered(facts: Facts, question: Variable, number: int, voice: Voice) -> Table:
    """Only how many answered."""
    return Table(
        name=voice.say("needs.sheet", number=number),
        title=of(voice.say("needs.part", question=question.label), facts.people(), voice),
        columns=(
            Column(voice.say("needs.answer"), HEAD),
            figures(voice.say("needs.count")),
            figures(voice.say("needs.share")),
        ),
        groups=(taking_part(facts, question, voice),),
        source=source(facts, voice),
    )


def _columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("needs.group"), 24),
        figures(voice.say("needs.n"), 8),
        figures(voice.say("needs.mean")),
        figures(voice.say("needs.median")),
        figures(voice.say("needs.lower")),
        figures(voice.say("needs.upper")),
    )


def _row(facts: Facts, question: Variable, group: Group, head: Cell, voice: Voice) -> Row:
    count = many(facts.among(Role.ANSWERED, group, question), voice)
    told = facts.release.summaries.get((question.name, group))
    return head, count, *(_shown(told, voice) if told else [Cell(UNKNOWN)] * 4)


def _shown(told: Summary, voice: Voice) -> list[Cell]:
    figures = (told.mean, told.median, *(told.quartiles or (None, None)))
    return [mean(figure, voice) for figure in figures]


def _titled(facts: Facts, question: Variable, voice: Voice) -> str:
    return of(question.label, facts.among(Role.ANSWERED, EVERYBODY, question), voice)
