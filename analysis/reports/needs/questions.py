"""Question by question, in chapters by field of action (Handlungsfeld)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from analysis.needs.variables import Kind, Variable
from analysis.reports.document import Block, Section
from analysis.reports.needs import choices, numbers, ranks
from analysis.reports.needs.facts import Facts
from analysis.reports.voice import Voice


def sections(facts: Facts, voice: Voice) -> Iterator[Section]:
    """A chapter for each field of action, or for each question when none is about one."""
    fields = by_field(facts.release.questions)
    counted = count(1)
    for number, (code, questions) in enumerate(fields.items(), 1):
        parts = tuple(_section(facts, one, next(counted), voice) for one in questions)
        if fields.keys() == {""}:
            yield from parts
        else:
            heading = facts.called(code) if code else voice.say("needs.general")
            yield Section(f"field-{number}", heading, parts=parts)


def by_field(questions: Sequence[Variable]) -> Mapping[str, Sequence[Variable]]:
    """Questions by their field's code, "" for none; fields and questions in the form's order."""
    found: dict[str, list[Variable]] = {}
    for one in questions:
        found.setdefault(one.field_of_action, []).append(one)
    return found


def _section(facts: Facts, question: Variable, number: int, voice: Voice) -> Section:
    blocks = tuple(_blocks(facts, question, number, voice))
    return Section(f"question-{number}", question.label, (), blocks)


def _blocks(facts: Facts, question: Variable, number: int, voice: Voice) -> Iterator[Block]:
    match question.kind:
        case Kind.ONE | Kind.SEVERAL:
            return choices.blocks(facts, question, number, voice)
        case Kind.RANK:
            return ranks.blocks(facts, question, number, voice)
        case Kind.NUMBER:
            return numbers.blocks(facts, question, number, voice)
        case Kind.OPEN:
            return iter((numbers.answered(facts, question, number, voice),))
