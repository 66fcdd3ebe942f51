"""What a function of the library is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from surveys.xpath.code import CONTEXT, Code, Type
from surveys.xpath.scope import Frame

MANY = 10_000
Arguments = Sequence[Code]
Builds = Callable[[Arguments], Code]


@dataclass(frozen=True, slots=True)
class Function:
    """`build` makes code of the arguments' code; `least` to `most` arguments are taken."""

    build: Builds
    least: int
    most: int
    step: int = 1  # arguments beyond `least` come in groups of this many

    def takes(self, count: int) -> bool:
        """Whether so many arguments fit."""
        return self.least <= count <= self.most and (count - self.least) % self.step == 0


def argument_or_context(arguments: Arguments) -> Code:
    """The one argument, or `.` where there is none."""
    return arguments[0] if arguments else CONTEXT


def texts(arguments: Arguments) -> Callable[[Frame], list[str]]:
    """All arguments as texts: a node-set gives one for each of its nodes."""
    getters = [_texts(each) for each in arguments]
    return lambda frame: [text for getter in getters for text in getter(frame)]


def _texts(code: Code) -> Callable[[Frame], Sequence[str]]:
    if code.type is Type.NODES:
        nodes = code.nodes
        return lambda frame: [node.value() for node in nodes(frame)]
    string = code.string
    return lambda frame: (string(frame),)
