"""What an expression is evaluated with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from surveys.xpath.tree import Element


@dataclass(frozen=True, slots=True)
class Scope:
    """One evaluation's world.

    `context` is the node that the expression belongs to (`.`), `root` what `/` stands for (a
    `Document` whose child is the form's own element). `instances` are the secondary instances:
    `instance('x')` is the element whose child is `root`. `now` knows its zone, which is also the
    zone of every date in the form. `find` resolves `${name}` from a node, `choice_name` and `itext`
    answer in the person's language. `language` is that of the names of months and days, by its
    BCP 47 code.
    """

    context: Element
    root: Element
    instances: Mapping[str, Element]
    now: datetime
    rng: Random
    choice_name: Callable[[str, str], str]
    itext: Callable[[str], str]
    find: Callable[[str, Element], Sequence[Element]]
    language: str = ""

    def at(self, context: Element) -> Scope:
        """The same world seen from another node."""
        return replace(self, context=context)


class Frame:
    """Where an evaluation is now. Predicates move a frame of their own over their candidates."""

    __slots__ = ("context", "current", "position", "scope", "size")

    def __init__(self, scope: Scope, context: Element, current: Element) -> None:
        self.scope = scope
        self.context = context
        self.current = current
        self.position = 1
        self.size = 1
