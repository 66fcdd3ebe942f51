"""What was named most often, over all fields of action (R11): published shares, put in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.needs.places import EVERYBODY, Role
from analysis.needs.variables import Kind, Variable
from analysis.reports.document import Cell, Column, Row, Section, Table
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import many, share
from analysis.reports.needs.facts import Facts
from analysis.reports.needs.wording import HEAD, base, figures, place, source
from analysis.reports.voice import Voice

MOST = 15
"""What stands further down is in the tables of the questions."""


@dataclass(frozen=True, slots=True)
class Named:
    """A choice of a question with several, how many named it and of how many."""

    question: Variable
    label: str
    count: float
    asked: float


def sections(facts: Facts, voice: Voice) -> Iterator[Section]:
    """One chapter, none when no such choice has a share that is published."""
    if named := most_named(facts):
        heading, note = voice.say("needs.most_heading"), voice.say("needs.most_note", most=MOST)
        yield Section("most-named", heading, (note,), (_table(facts, named, voice),))


def most_named(facts: Facts) -> list[Named]:
    """Choices by their published share, the largest first; equal ones as in the form.

    Of questions about a field of action, without the choices that say "none of these". Shares of
    too few people and figures that are withheld have no place.
    """
    about = [
        one for one in facts.release.questions if one.kind is Kind.SEVERAL and one.field_of_action
    ]
    found = [each for question in about for each in _named(facts, question)]
    return sorted(found, key=lambda one: -one.count / one.asked)[:MOST]


def _named(facts: Facts, question: Variable) -> Iterator[Named]:
    asked = base(facts, EVERYBODY, question)
    if asked is None or asked < facts.release.rules.shares:
        return
    for one in question.categories:
        count = facts.release.at(place(Role.CHOSEN, EVERYBODY, question, one.name))
        if count and one.name not in question.exclusive:
            yield Named(question, one.label, count, asked)


def _table(facts: Facts, named: list[Named], voice: Voice) -> Table:
    return Table(
        name=voice.say("needs.most_heading"),
        title=voice.say("needs.most_title"),
        columns=(
            Column(voice.say("needs.answer"), HEAD),
            Column(voice.say("report.field"), 24),
            Column(voice.say("needs.question"), HEAD),
            figures(voice.say("needs.n"), 8),
            figures(voice.say("needs.count")),
            figures(voice.say("needs.share"), 16),
        ),
        groups=(Rows(tuple(_row(facts, one, voice) for one in named)),),
        source=source(facts, voice),
    )


def _row(facts: Facts, one: Named, voice: Voice) -> Row:
    field = facts.called(one.question.field_of_action)
    words = (Cell(text, text) for text in (one.label, field, one.question.label))
    portion = share(one.count, one.asked, facts.release.rules, voice)
    drawn = replace(portion, share=one.count / one.asked)
    return *words, many(one.asked, voice), many(one.count, voice), drawn
