"""What has to be worked out again when an answer changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from surveys.form import Question
from surveys.interview.references import Names, braced, paths_of
from surveys.interview.rule import Rule
from surveys.xpath import Expression

CHANCE = frozenset({"random", "uuid", "randomize"})
_TIMED = frozenset({"now", "today"})
_SPOKEN = frozenset({"jr:choice-name", "jr:itext", "format-date", "format-date-time"})


class Work(Enum):
    """The kinds of work, in the order in which they are done on one node."""

    RELEVANT = 1
    COUNT = 2
    OPTIONS = 3
    VALUE = 4
    SET = 5


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """One expression of one node. `reads` are the paths that it looks at, None for "any"."""

    work: Work
    rule: Rule
    expression: Expression | None
    reads: frozenset[str] | None

    @property
    def timed(self) -> bool:
        """Whether the hour changes it."""
        return self.expression is not None and bool(_TIMED & self.expression.functions)

    @property
    def spoken(self) -> bool:
        """Whether the language changes it."""
        return self.expression is not None and bool(_SPOKEN & self.expression.functions)


def duties(rule: Rule, names: Names) -> Iterator[Duty]:
    """All that has to be worked out for a node."""
    for work, expression in (
        (Work.RELEVANT, rule.relevant),
        (Work.COUNT, rule.count),
        (Work.VALUE, rule.calculation),
    ):
        if expression:
            reads = paths_of(expression.references, rule.path, names)
            yield Duty(work, rule, expression, reads)
    yield from _of_question(rule, names)


def _of_question(rule: Rule, names: Names) -> Iterator[Duty]:
    if not isinstance(rule.node, Question):
        return
    if rule.node.trigger:
        triggers = [names.get((braced(each) or (each,))[0], ()) for each in rule.node.trigger]
        reads = frozenset(path for paths in triggers for path in paths)
        yield Duty(Work.SET, rule, rule.setting, reads)
    if rule.choices or braced(rule.node.list):
        yield Duty(Work.OPTIONS, rule, rule.choices, _of_choices(rule, names))


def _of_choices(rule: Rule, names: Names) -> frozenset[str] | None:
    """Paths that begin here are columns of the choices."""
    written = rule.choices.references if rule.choices else ()
    own = [name for name in written if not name.startswith("./")]
    return paths_of([*own, *braced(rule.question.list)], rule.path, names)
