"""One place of an interview: a question, a group, a repeat or one of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import Question, Repeat
from surveys.interview.rule import Rule
from surveys.xpath.tree import Element


class Cell:
    """`path` is concrete. `own` is what its own condition says, `relevant` counts those above too.

    `value` is the draft's and stays when the cell becomes irrelevant; its element, which the
    expressions look at, is empty then. A repeat is a cell above its rows whose element is in no
    tree; `row` is a row's number, 0 elsewhere.
    """

    __slots__ = (
        "at",
        "children",
        "element",
        "own",
        "parent",
        "path",
        "relevant",
        "row",
        "rule",
        "value",
    )

    def __init__(self, rule: Rule, path: str, parent: Cell | None, row: int = 0) -> None:
        self.rule = rule
        self.path = path
        self.parent = parent
        self.row = row
        self.element = Element(rule.node.name)
        self.children: list[Cell] = []
        self.own = True
        self.relevant = True
        self.value = ""
        self.at = 0

    @property
    def is_repeat(self) -> bool:
        """Whether it stands above rows."""
        return not self.row and isinstance(self.rule.node, Repeat)

    @property
    def is_question(self) -> bool:
        """Whether it has a value."""
        return isinstance(self.rule.node, Question)

    def put(self, value: str) -> bool:
        """Give it a value; whether the expressions see a change."""
        self.value = value
        return self.show()

    def show(self) -> bool:
        """Let the expressions see its value, or nothing; whether that is a change."""
        seen = self.value if self.relevant else ""
        changed = self.element.text != seen
        self.element.text = seen
        return changed

    def into(self) -> Element:
        """The element that its own belongs in."""
        return self.element if self.parent is None else self.parent.element

    def below(self) -> Iterator[Cell]:
        """What is in it, from the top down; of repeats nothing."""
        for child in self.children:
            if not child.is_repeat:
                yield child
                yield from child.below()

    def above(self) -> Iterator[Cell]:
        """What it is in, from the form's root down to its own place (itself left out)."""
        if self.parent is not None:
            yield from self.parent.above()
            yield self.parent
