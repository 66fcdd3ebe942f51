"""Which questions of a form hang on which others (Filterführung)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from surveys.form import UNASKED, Form, Group, Question, Repeat

REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


def depends(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Path of a question → paths of those by whose answers it is asked, or its choices are picked;
    directly, or by way of a calculation.
    """
    named = {question.name: question for question in form.questions()}
    return {
        question.path: tuple(x.path for x in _asked(_named(expression), named) if x != question)
        for question, expression in _conditions(form.root, "")
    }


def _conditions(node: Group | Repeat, above: str) -> Iterator[tuple[Question, str]]:
    """Each question with all expressions that decide on it, one after the other."""
    for child in node.children:
        here = f"{above} {child.relevant}"
        if isinstance(child, Question):
            yield child, f"{here} {child.choice_filter}"
        else:
            yield from _conditions(child, here)


def _asked(names: list[str], named: Mapping[str, Question]) -> Iterator[Question]:
    """The questions behind names: of a calculation those that it is reckoned from."""
    waiting, seen = names, set[str]()
    while waiting:
        name = waiting.pop(0)
        if name not in named or name in seen:
            continue
        seen.add(name)
        question = named[name]
        if question.type in UNASKED:
            waiting = [*waiting, *_named(question.calculation)]
        else:
            yield question


def _named(expression: str) -> list[str]:
    return REFERENCE.findall(expression)
