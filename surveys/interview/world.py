"""What the expressions of one interview are evaluated with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from surveys.form import SELECTS, Form, Question, QuestionType, Words
from surveys.interview.cell import Cell
from surveys.interview.conditions import Conditions
from surveys.interview.duty import CHANCE
from surveys.interview.lists import Lists, columns_of
from surveys.interview.references import braced
from surveys.interview.rule import Test
from surveys.interview.tree import Tree
from surveys.xpath import Expression, Scope
from surveys.xpath.tree import Element


class World:
    """A form, somebody's tree, her language and the time."""

    def __init__(self, lists: Lists, tree: Tree, conditions: Conditions) -> None:
        self.form: Form = lists.form
        self.lists = lists
        self.tree = tree
        self.conditions = conditions
        self.language = self.form.default_language
        self.now: datetime
        self._rng = Random(tree.seed)

    def said(self, words: Words) -> str:
        """Words in her language."""
        return self.form.said(words, self.language)

    def holds(self, test: Test | None, cell: Cell) -> bool:
        """Whether a condition holds at a cell; one that is not there does."""
        if test is None or isinstance(test, bool):
            return test is not False
        return test.boolean(self.scope(cell, test))

    def string(self, expression: Expression, cell: Cell) -> str:
        """What an expression comes to at a cell."""
        return expression.string(self.scope(cell, expression))

    def number(self, expression: Expression | None, cell: Cell) -> float:
        """The same as a number; 0 of nothing."""
        return expression.number(self.scope(cell, expression)) if expression else 0

    def scope(self, cell: Cell, expression: Expression) -> Scope:
        """The scope for an expression that belongs to a cell."""
        rng = self._rng
        if CHANCE & expression.functions:
            # Of the cell's own, so that replaying the answers draws the same.
            rng = Random(f"{self.tree.seed}:{cell.path}")
        return Scope(
            context=cell.element,
            root=self.tree.document,
            instances=self.lists.instances,
            now=self.now,
            rng=rng,
            choice_name=self.choice_name,
            itext=self.itext,
            find=self.find,
            language=self.language,
        )

    def itext(self, key: str) -> str:
        """`jr:itext` in her language."""
        return self.lists.itext(key, self.language)

    def choice_name(self, value: str, path: str) -> str:
        """`jr:choice-name` in her language; labels with commas where several are chosen."""
        name = (braced(path) or (path.strip().rsplit("/", 1)[-1],))[0]
        paths = self.tree.plan.names.get(name, ())
        node = self.tree.plan.rules[paths[0]].node if paths else None
        if not isinstance(node, Question) or node.type not in SELECTS:
            return value
        return ", ".join(self.said(words) for words in self.labels(value, node))

    def labels(self, value: str, question: Question) -> list[Words]:
        """The labels of the choices in a value; what is no choice of a list is its own."""
        single = question.type is QuestionType.SELECT_ONE
        names = [value] if single and value else value.split()
        choices = self.lists.choices(question.list, *columns_of(question))
        known = {one.name: one.label for one in choices if one.name in names}
        return [known.get(one) or {"": self.conditions.quote(one)} for one in names]

    def find(self, name: str, context: Element) -> Sequence[Element]:
        """What `${name}` means at an element: all of that name in the nearest row around both.

        Where that is several, what is irrelevant is left out, so that sums and counts are right.
        """
        owner = self.tree.owners.get(context)
        start = context if owner else self.tree.root.element
        up, down = self.tree.plan.routes.find(name, owner.rule.path if owner else "")
        for _ in range(up):
            start = start.parent or start
        found: Sequence[Element] = (start,)
        for part in down:
            found = [child for element in found for child in element.named(part)]
        if len(found) > 1:
            return [one for one in found if self.tree.owners[one].relevant]
        return found
