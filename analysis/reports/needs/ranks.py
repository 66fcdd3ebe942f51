"""Results of rankings: Borda's points, for all and by groups."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.needs.places import EVERYBODY, Group, Role
from analysis.needs.variables import Category, Variable
from analysis.reports.document import Bar, Block, Cell, Chart, Column, Row, Table
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import many, mean
from analysis.reports.needs.facts import Facts
from analysis.reports.needs.wording import (
    HEAD,
    by_groups,
    figures,
    of,
    place,
    source,
    taking_part,
    telling,
)
from analysis.reports.voice import Voice


def blocks(facts: Facts, question: Variable, number: int, voice: Voice) -> Iterator[Block]:
    """All that is told of a ranking, what is most important first."""
    order = sorted(question.categories, key=lambda one: -(_points(facts, question, one) or 0))
    yield _overall(facts, question, number, order, voice)
    yield _chart(facts, question, number, order, voice)
    if groups := tuple(_groups(facts, question, order, voice)):
        yield _by_groups(facts, question, number, (order, groups), voice)


def _overall(
    facts: Facts, question: Variable, number: int, order: list[Category], voice: Voice
) -> Table:
    columns = (
        Column(voice.say("needs.answer"), HEAD),
        figures(voice.say("needs.points")),
        figures(voice.say("needs.points_each")),
    )
    rows = (
        (
            Cell(one.label, one.label),
            many(_points(facts, question, one), voice),
            mean(_each(facts, EVERYBODY, question, one), voice),
        )
        for one in order
    )
    return Table(
        name=voice.say("needs.sheet", number=number),
        title=_titled(facts, question, question.label, voice),
        columns=columns,
        groups=(Rows(tuple(rows)), taking_part(facts, question, voice)),
        source=source(facts, voice),
    )


def _chart(
    facts: Facts, question: Variable, number: int, order: list[Category], voice: Voice
) -> Chart:
    pairs = [(one, _points(facts, question, one)) for one in order]
    bars = tuple(Bar(one.label, (round(x or 0),), many(x, voice).text) for one, x in pairs)
    told = "; ".join(f"{bar.label}: {bar.said}" for bar in bars)
    return Chart(
        name=f"answers-{number}",
        title=_titled(
            facts, question, voice.say("needs.points_of", question=question.label), voice
        ),
        description=voice.say("needs.described", figures=told),
        series=(voice.say("needs.points"),),
        bars=bars,
        source=source(facts, voice),
    )


def _by_groups(
    facts: Facts,
    question: Variable,
    number: int,
    told: tuple[list[Category], tuple[Rows, ...]],
    voice: Voice,
) -> Table:
    order, groups = told
    title = voice.say("needs.points_by", question=question.label)
    return Table(
        name=voice.say("needs.groups_sheet", number=number),
        title=_titled(facts, question, title, voice),
        columns=(
            Column(voice.say("needs.group"), 24),
            figures(voice.say("needs.n"), 8),
            *(figures(one.label, 16) for one in order),
        ),
        groups=groups,
        source=source(facts, voice),
        grouping=voice.say("needs.breakdown"),
    )


def _groups(
    facts: Facts, question: Variable, order: list[Category], voice: Voice
) -> Iterator[Rows]:
    for heading, groups in by_groups(facts, facts.release.frame_of(question), voice):
        rows = (_group(facts, question, (group, head), order, voice) for group, head in groups)
        if told := telling(rows, 2):
            yield Rows(told, heading)


def _group(
    facts: Facts,
    question: Variable,
    group: tuple[Group, Cell],
    order: list[Category],
    voice: Voice,
) -> Row:
    among, head = group
    answered = facts.among(Role.ANSWERED, among, question)
    means = (mean(_each(facts, among, question, one), voice) for one in order)
    return head, many(answered, voice), *means


def _points(facts: Facts, question: Variable, one: Category) -> float | None:
    return facts.release.at(place(Role.POINTS, EVERYBODY, question, one.name))


def _each(facts: Facts, group: Group, question: Variable, one: Category) -> float | None:
    """Points for each who ranked."""
    points = facts.release.at(place(Role.POINTS, group, question, one.name))
    answered = facts.among(Role.ANSWERED, group, question)
    return points / answered if points is not None and answered else None


def _titled(facts: Facts, question: Variable, text: str, voice: Voice) -> str:
    return of(text, facts.among(Role.ANSWERED, EVERYBODY, question), voice)
