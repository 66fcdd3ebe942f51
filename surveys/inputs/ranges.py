"""A step of a range: a number between its start and its end."""

from __future__ import annotations

from decimal import Decimal

from surveys.form import Question
from surveys.inputs.hearing import Hearing
from surveys.inputs.numbers import number, spelled
from surveys.slip import SlipKind


def read_range(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """A number on one of the steps."""
    found = number(text, hearing.language)
    if found is None:
        return SlipKind.NOT_A_NUMBER
    start, end, step = bounds(question)
    inside = min(start, end) <= found <= max(start, end)
    on_step = not step or (found - start) % step == 0
    return spelled(found) if inside and on_step else SlipKind.OUT_OF_RANGE


def bounds(question: Question) -> tuple[Decimal, Decimal, Decimal]:
    """Start, end and step of a range; XLSForm's own where the form names none."""
    given = question.parameters
    start, end, step = (number(given.get(name, ""), "en") for name in ("start", "end", "step"))
    return (
        Decimal(1) if start is None else start,
        Decimal(10) if end is None else end,
        abs(Decimal(1) if step is None else step),
    )


def steps(question: Question, most: int = 20) -> tuple[str, ...]:
    """All steps of a range in their XForms spelling, for buttons; none where there are too many."""
    start, end, step = bounds(question)
    count = int(abs(end - start) / step) + 1 if step else 0
    sign = 1 if end >= start else -1
    return tuple(spelled(start + sign * step * at) for at in range(count)) if count <= most else ()
