"""Rows of repeats that come and go, and the answers that move with them."""

from __future__ import annotations

from collections.abc import Callable

from surveys.answers import Answers
from surveys.interview.cell import Cell
from surveys.interview.tree import Tree

Moved = Callable[[str], str | None]
"""Concrete path → where it is afterwards, None where it is gone."""


def resized(tree: Tree, repeat: Cell, rows: int) -> None:
    """Give a repeat as many rows; answers in rows beyond stay where nobody sees them."""
    known = tree.answers()
    counts = {**known.rows, repeat.path: rows}
    _replant(tree, Answers(known.values, counts, known.skipped, known.seed), known)


def dropped(tree: Tree, repeat: Cell, row: Cell) -> Moved:
    """Take a row away; those after it move up. Where paths are afterwards."""
    known = tree.answers()
    move = _without(repeat.path, range(row.row, row.row + 1))
    kept = _moved(known, move)
    counts = {**kept.rows, repeat.path: len(repeat.children) - 1}
    after = Answers(kept.values, counts, kept.skipped, kept.seed)
    _replant(tree, after, after)
    return move


def _replant(tree: Tree, after: Answers, known: Answers) -> None:
    tree.plant(after, known.rows)
    tree.reshaped = True


def _moved(answers: Answers, move: Moved) -> Answers:
    return Answers(
        {to: value for path, value in answers.values.items() if (to := move(path))},
        {to: count for path, count in answers.rows.items() if (to := move(path))},
        frozenset(to for path in answers.skipped if (to := move(path))),
        answers.seed,
    )


def _without(repeat: str, gone: range) -> Moved:
    before = f"{repeat}["

    def move(path: str) -> str | None:
        if not path.startswith(before):
            return path
        number, _, rest = path[len(before) :].partition("]")
        if int(number) in gone:
            return None
        up = len(gone) if int(number) > gone.start else 0
        return f"{before}{int(number) - up}]{rest}"

    return move
