"""Questions that are answered together where a form can be drawn: a matrix, or a group with the
appearance `field-list`.
"""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import Group, QuestionType, Repeat
from surveys.interview.cell import Cell
from surveys.interview.matrix import rows
from surveys.interview.walk import is_stop
from surveys.interview.world import World

MOST = 20
"""More questions than these are too many for one page in a chat."""

_ALONE = frozenset(
    {
        *(QuestionType.ACKNOWLEDGE, QuestionType.BARCODE, QuestionType.GEOPOINT),
        *(QuestionType.GEOTRACE, QuestionType.GEOSHAPE),
        *(QuestionType.IMAGE, QuestionType.AUDIO, QuestionType.VIDEO, QuestionType.FILE),
    }
)
_LISTED = frozenset({"field-list", "table-list"})


def page(cell: Cell, world: World) -> tuple[Cell, ...]:
    """All stops of a question's page in their order, itself among them; () where it is alone."""
    for found in (_listed(cell, world), [one for one in rows(cell) if is_stop(one, world)]):
        if 1 < len(found) <= MOST and cell in found and all(map(_fits, found)):
            return tuple(found)
    return ()


def _listed(cell: Cell, world: World) -> list[Cell]:
    """The stops of the widest group around it, or row of a repeat, that is shown as a whole."""
    group = next((one for one in cell.above() if _is_listed(one)), None)
    return [] if group is None else list(_below(group, world))


def _is_listed(cell: Cell) -> bool:
    node = cell.rule.node
    shown = node.appearance if isinstance(node, Group | Repeat) else ()
    return not cell.is_repeat and not _LISTED.isdisjoint(shown)


def _below(group: Cell, world: World) -> Iterator[Cell]:
    start = f"{group.path}/"
    for one in world.tree.order:
        if one.path.startswith(start) and is_stop(one, world):
            yield one


def _fits(cell: Cell) -> bool:
    return cell.is_question and cell.rule.question.type not in _ALONE
