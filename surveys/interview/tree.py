"""The tree that stands behind an interview, grown from the answers."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.answers import Answers
from surveys.form import Group, Node, Question, Repeat
from surveys.interview.cell import Cell
from surveys.interview.plan import Plan
from surveys.xpath.tree import Document, Element, document


class Tree:
    """Cells in the order in which they are met: a repeat after its rows, because it is there that
    somebody is asked for another. `fresh` are those that came into being just now and have a
    default that must be worked out. `beyond` are answers in rows that a count took away: nobody
    sees them, but they are there again when it rises.
    """

    def __init__(self, plan: Plan, name: str, answers: Answers) -> None:
        self.plan = plan
        self.name = name
        self.nodes = plan.form.root.children
        self.plant(answers, answers.rows)

    def plant(self, answers: Answers, known: Mapping[str, int] | None) -> None:
        """Grow the tree anew; rows beyond the `known` ones are new, and all is where it is None."""
        self.seed = answers.seed
        self.skipped = set(answers.skipped)
        self.order: list[Cell] = []
        self.cells: dict[str, Cell] = {}
        self.kinds: dict[str, list[Cell]] = {}
        self.owners: dict[Element, Cell] = {}
        self.fresh: list[Cell] = []
        self.beyond = Answers()
        self.reshaped = False
        self.root = Cell(self.plan.root, "", None)
        self.root.element.name = self.name
        self.owners[self.root.element] = self.root
        self.document: Document = document(self.root.element)
        growing = _Growing(self, answers, known)
        growing.children(self.root, self.nodes, known is None)
        self.beyond = self._beyond(answers)

    def of(self, path: str) -> list[Cell]:
        """The cells of a path without rows."""
        return self.kinds.get(path, [])

    def answers(self) -> Answers:
        """What is there, whether it is relevant or not, and what is beyond."""
        values = {cell.path: cell.value for cell in self.order if cell.value}
        counts = {cell.path: len(cell.children) for cell in self.order if cell.is_repeat}
        rows = {path: count for path, count in counts.items() if count}
        return Answers(
            {**values, **self.beyond.values},
            {**rows, **self.beyond.rows},
            frozenset(self.skipped),
            self.seed,
        )

    def _beyond(self, answers: Answers) -> Answers:
        return Answers(
            {path: value for path, value in answers.values.items() if path not in self.cells},
            {path: rows for path, rows in answers.rows.items() if path not in self.cells},
        )


class _Growing:
    """One growing of a tree."""

    def __init__(self, tree: Tree, answers: Answers, known: Mapping[str, int] | None) -> None:
        self.tree = tree
        self.answers = answers
        self.known = known or {}

    def children(self, parent: Cell, nodes: tuple[Node, ...], fresh: bool) -> None:
        for node in nodes:
            self._grow(parent, node, fresh)

    def _grow(self, parent: Cell, node: Node, fresh: bool) -> None:
        cell = Cell(self.tree.plan.rules[node.path], f"{parent.path}/{node.name}", parent)
        parent.children.append(cell)
        self.tree.cells[cell.path] = cell
        self.tree.kinds.setdefault(node.path, []).append(cell)
        if isinstance(node, Repeat):
            self._rows(cell, node, fresh)
        else:
            self._put(cell, node, fresh)

    def _put(self, cell: Cell, node: Question | Group, fresh: bool) -> None:
        self._meet(cell)
        cell.into().append(cell.element)
        if isinstance(node, Group):
            self.children(cell, node.children, fresh)
            return
        cell.value = self.answers.values.get(cell.path, "")
        if fresh and not cell.value and cell.path not in self.tree.skipped:
            self._begin(cell)
        cell.show()

    def _begin(self, cell: Cell) -> None:
        if cell.rule.default:
            self.tree.fresh.append(cell)
        else:
            cell.value = cell.rule.question.default

    def _rows(self, repeat: Cell, node: Repeat, fresh: bool) -> None:
        repeat.element.parent = repeat.into()
        for number in range(1, self.answers.rows.get(repeat.path, 0) + 1):
            row = Cell(repeat.rule, f"{repeat.path}[{number}]", repeat, number)
            repeat.children.append(row)
            self.tree.cells[row.path] = row
            self._meet(row)
            repeat.into().append(row.element)
            new = fresh or number > self.known.get(repeat.path, 0)
            self.children(row, node.children, new)
        self._meet(repeat)

    def _meet(self, cell: Cell) -> None:
        cell.at = len(self.tree.order)
        self.tree.order.append(cell)
        self.tree.owners[cell.element] = cell
