"""A compiled piece of an expression: one closure for each type that somebody may want of it.

What an expression is, is known when it is compiled, so nothing is looked up when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.moments import Moment, from_days, iso, moment_of
from surveys.xpath.scope import Frame
from surveys.xpath.tree import Element
from surveys.xpath.values import NAN, number_of, text_of, truth_of

Strings = Callable[[Frame], str]
Numbers = Callable[[Frame], float]
Booleans = Callable[[Frame], bool]
Nodes = Callable[[Frame], Sequence[Element]]
Moments = Callable[[Frame], Moment]


class Type(Enum):
    """What an expression is."""

    STRING = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    NODES = auto()
    DATE = auto()
    CHOICE = auto()  # `if`: one or the other, known only when it runs


@dataclass(frozen=True, slots=True)
class Code:
    """`constant` is a literal's text. `branches` are the condition and both sides of an `if`."""

    type: Type
    string: Strings
    number: Numbers
    boolean: Booleans
    nodes: Nodes
    moment: Moments
    constant: str | None = None
    branches: tuple[Code, Code, Code] | None = None


def of_string(string: Strings, constant: str | None = None) -> Code:
    """Code of a string."""
    return Code(
        Type.STRING,
        string,
        lambda frame: number_of(string(frame), frame.scope.now.tzinfo),
        lambda frame: string(frame) != "",
        no_nodes,
        lambda frame: moment_of(string(frame), frame.scope.now.tzinfo),
        constant,
    )


def of_number(number: Numbers, constant: str | None = None) -> Code:
    """Code of a number."""
    return Code(
        Type.NUMBER,
        lambda frame: text_of(number(frame)),
        number,
        lambda frame: truth_of(number(frame)),
        no_nodes,
        lambda frame: from_days(number(frame), frame.scope.now.tzinfo),
        constant,
    )


def of_boolean(boolean: Booleans) -> Code:
    """Code of a boolean."""
    return Code(
        Type.BOOLEAN,
        lambda frame: "true" if boolean(frame) else "false",
        lambda frame: 1.0 if boolean(frame) else 0.0,
        boolean,
        no_nodes,
        lambda _frame: Moment(NAN),
    )


def of_moment(moment: Moments) -> Code:
    """Code of a date, or of a date and time."""
    return Code(
        Type.DATE,
        lambda frame: iso(moment(frame), frame.scope.now.tzinfo),
        lambda frame: moment(frame).days,
        lambda frame: truth_of(moment(frame).days),
        no_nodes,
        moment,
    )


def of_nodes(nodes: Nodes, string: Strings | None = None) -> Code:
    """Code of a node-set. `string` may be a quicker way to the first node's text."""

    def first(frame: Frame) -> str:
        found = nodes(frame)
        return found[0].value() if found else ""

    text = string or first
    return Code(
        Type.NODES,
        text,
        lambda frame: number_of(text(frame), frame.scope.now.tzinfo),
        lambda frame: bool(nodes(frame)),
        nodes,
        lambda frame: moment_of(text(frame), frame.scope.now.tzinfo),
    )


def of_choice(condition: Code, yes: Code, no: Code) -> Code:
    """Code of `if`: only the branch that is taken is evaluated."""
    decide = condition.boolean
    return Code(
        yes.type if yes.type is no.type and yes.type is not Type.CHOICE else Type.CHOICE,
        lambda frame: yes.string(frame) if decide(frame) else no.string(frame),
        lambda frame: yes.number(frame) if decide(frame) else no.number(frame),
        lambda frame: yes.boolean(frame) if decide(frame) else no.boolean(frame),
        lambda frame: yes.nodes(frame) if decide(frame) else no.nodes(frame),
        lambda frame: yes.moment(frame) if decide(frame) else no.moment(frame),
        None,
        (condition, yes, no),
    )


def no_nodes(_frame: Frame) -> Sequence[Element]:
    """What asks for nodes, gets none from a value.

    Raises:
        ExpressionError: always.
    """
    raise ExpressionError(Reason.NODES)


CONTEXT = of_nodes(lambda frame: (frame.context,), lambda frame: frame.context.value())
EMPTY = of_string(lambda _frame: "", "")
