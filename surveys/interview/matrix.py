"""Questions that share one list of choices: a matrix, asked one after the other."""

from __future__ import annotations

from surveys.form import SELECTS, Group, Question
from surveys.interview.cell import Cell

_IN_ROWS = frozenset({"list-nolabel", "table-list"})


def place(cell: Cell) -> tuple[int, int]:
    """Which of how many in its matrix a question is, from 1; (0, 0) outside of one."""
    same = rows(cell)
    return (same.index(cell) + 1, len(same)) if len(same) > 1 else (0, 0)


def rows(cell: Cell) -> list[Cell]:
    """All rows of a question's matrix, itself among them; none outside of one."""
    if cell.parent is None or not _in_matrix(cell):
        return []
    wanted = cell.rule.question.list
    return [
        one
        for one in cell.parent.children
        if one.relevant and _in_matrix(one) and one.rule.question.list == wanted
    ]


def _in_matrix(cell: Cell) -> bool:
    node = cell.rule.node
    if not isinstance(node, Question) or node.type not in SELECTS or not cell.rule.asks:
        return False
    group = cell.parent.rule.node if cell.parent else None
    around = group.appearance if isinstance(group, Group) else ()
    return bool(_IN_ROWS & {*node.appearance, *around})
