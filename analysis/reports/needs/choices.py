"""Results of questions with choices: tables for all and by groups, and a chart."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.needs.places import EVERYBODY, Group, Role
from analysis.needs.variables import Variable
from analysis.reports.cells import UNKNOWN
from analysis.reports.document import Bar, Block, Cell, Chart, Column, Row, Table
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import both, many, share
from analysis.reports.needs.facts import Facts
from analysis.reports.needs.wording import (
    HEAD,
    base,
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
    """All that is told of a question with choices."""
    yield _overall(facts, question, number, voice)
    yield _chart(facts, question, number, voice)
    if groups := tuple(_groups(facts, question, voice)):
        yield _by_groups(facts, question, number, groups, voice)


def _overall(facts: Facts, question: Variable, number: int, voice: Voice) -> Table:
    columns = (
        Column(voice.say("needs.answer"), HEAD),
        figures(voice.say("needs.count")),
        figures(voice.say("needs.share")),
    )
    rows = Rows(
        tuple(_row(facts, question, one.name, one.label, voice) for one in question.categories)
    )
    return Table(
        name=voice.say("needs.sheet", number=number),
        title=_titled(facts, question, question.label, voice),
        columns=columns,
        groups=(rows, taking_part(facts, question, voice)),
        source=source(facts, voice),
    )


def _row(facts: Facts, question: Variable, name: str, label: str, voice: Voice) -> Row:
    figure = facts.release.at(place(Role.CHOSEN, EVERYBODY, question, name))
    portion = share(figure, base(facts, EVERYBODY, question), facts.release.rules, voice)
    return Cell(label, label), many(figure, voice), portion


def _chart(facts: Facts, question: Variable, number: int, voice: Voice) -> Chart:
    bars = tuple(_bar(facts, question, one.name, one.label, voice) for one in question.categories)
    told = "; ".join(f"{bar.label}: {bar.said}" for bar in bars)
    return Chart(
        name=f"answers-{number}",
        title=_titled(facts, question, question.label, voice),
        description=voice.say("needs.described", figures=told),
        series=(voice.say("needs.count"),),
        bars=bars,
        source=source(facts, voice),
    )


def _bar(facts: Facts, question: Variable, name: str, label: str, voice: Voice) -> Bar:
    """Without a length where the figure is withheld, and then it says so."""
    figure = facts.release.at(place(Role.CHOSEN, EVERYBODY, question, name))
    if figure is None:
        return Bar(label, (0,), UNKNOWN)
    said = both(figure, base(facts, EVERYBODY, question), facts.release.rules, voice)
    return Bar(label, (round(figure),), said.text)


def _by_groups(
    facts: Facts, question: Variable, number: int, groups: tuple[Rows, ...], voice: Voice
) -> Table:
    return Table(
        name=voice.say("needs.groups_sheet", number=number),
        title=_titled(facts, question, voice.say("needs.by", question=question.label), voice),
        columns=tuple(_columns(question, voice)),
        groups=groups,
        source=source(facts, voice),
        grouping=voice.say("needs.breakdown"),
    )


def _columns(question: Variable, voice: Voice) -> Iterator[Column]:
    """How many with their share for readers; for spreadsheets the share once more as a figure."""
    yield Column(voice.say("needs.group"), 24)
    yield figures(voice.say("needs.n"), 8)
    for one in question.categories:
        yield figures(one.label, 16)
    for one in question.categories:
        heading = voice.say("needs.share_of", answer=one.label)
        yield Column(heading, 16, "end", file_only=True)


def _groups(facts: Facts, question: Variable, voice: Voice) -> Iterator[Rows]:
    for heading, groups in by_groups(facts, facts.release.frame_of(question), voice):
        rows = (_group(facts, question, group, head, voice) for group, head in groups)
        if told := telling(rows, 2):
            yield Rows(told, heading)


def _group(facts: Facts, question: Variable, group: Group, head: Cell, voice: Voice) -> Row:
    whole = base(facts, group, question)
    found = [
        facts.release.at(place(Role.CHOSEN, group, question, one.name))
        for one in question.categories
    ]
    rules = facts.release.rules
    shown = (both(figure, whole, rules, voice) for figure in found)
    shares = (share(figure, whole, rules, voice) for figure in found)
    return head, many(whole, voice), *shown, *shares


def _titled(facts: Facts, question: Variable, text: str, voice: Voice) -> str:
    return of(text, base(facts, EVERYBODY, question), voice)
