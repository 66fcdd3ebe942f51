"""One step of an interview while it is being taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from surveys.interview.cell import Cell
from surveys.interview.pages import page
from surveys.interview.settling import settle
from surveys.interview.summary import summary
from surveys.interview.taking import heard, message
from surveys.interview.view import asked, asked_on_page, required
from surveys.interview.vocabulary import (
    Ask,
    AskRow,
    Chosen,
    Slip,
    SlipKind,
    State,
    Summary,
)
from surveys.interview.walk import following, is_open, is_stop, still_open, within
from surveys.interview.world import World

SUMMARY = "/"
"""Where somebody is who looks at the summary."""


class Sitting:
    """Somebody's world and where she is in it; `State` is what stays of it."""

    def __init__(self, world: World, state: State) -> None:
        self.world = world
        self.at = state.at
        self.editing = state.editing
        self.picked = state.picked
        self.opened = state.opened
        self.alone = state.alone
        if self.at != SUMMARY and self.cell is None:
            # What she was asked has become irrelevant by itself, as time goes by.
            self.opened = ()
            self.arrive(still_open(world))

    @property
    def cell(self) -> Cell | None:
        """The stop where she is; None in the summary."""
        cell = self.world.tree.cells.get(self.at)
        return cell if cell and is_stop(cell, self.world) else None

    def state(self) -> State:
        """What is stored until she comes back."""
        answers = self.world.tree.answers()
        return State(
            answers=answers,
            language=self.world.language,
            at=self.at,
            editing=self.editing,
            picked=self.picked,
            opened=self.opened,
            alone=self.alone,
        )

    def outcome(self) -> Ask | AskRow | Summary:
        """What she is shown where she is."""
        cell = self.cell
        if cell is None:
            return summary(self.world)
        ask = asked if self.editing or self.alone else asked_on_page
        now = ask(cell, self.world, self.picked)
        return replace(now, may_go_back=True) if self.opened else now

    def slip(self, kind: SlipKind) -> Slip:
        """Say why an answer was not taken, and ask again without what was told before."""
        cell = self.cell
        said = message(kind, cell, self.world) if cell and cell.is_question else ""
        return Slip(kind, said, replace(self.outcome(), notes=()))

    def arrive(self, cell: Cell | None) -> Ask | AskRow | Summary:
        """Go to a stop, or to the summary."""
        self.at = cell.path if cell else SUMMARY
        self.editing = self.editing or cell is None
        self.opened = self.opened if cell else ()
        self.picked = None
        self.alone = False
        return self.outcome()

    @property
    def row(self) -> Cell | None:
        """The row that she opened last and is in."""
        row = self.world.tree.cells.get(self.opened[-1]) if self.opened else None
        return row if row and self.at.startswith(f"{row.path}/") else None

    def enter(self, row: Cell) -> Ask | AskRow | Summary:
        """Open a row and go to its first question, if it has one."""
        first = within(self.world, row, row.at)
        if first is None:
            return self.outcome()
        around = tuple(one for one in self.opened if row.path.startswith(f"{one}/"))
        self.opened = (*around, row.path)
        return self.arrive(first)

    def close(self, row: Cell) -> Ask | AskRow | Summary:
        """To the question whether there is another."""
        self.opened = self.opened[:-1]
        return self.arrive(row.parent)

    def onward(self) -> Ask | AskRow | Summary:
        """Go to what comes next: to the end of an opened row, while editing only to what is still
        open.
        """
        if self.alone and self.cell:
            return self.past([self.cell])
        here, row = self.world.tree.cells.get(self.at), self.row
        if here and row and row.relevant:
            inside = within(self.world, row, here.at)
            return self.arrive(inside) if inside else self.close(row)
        later = following(self.world, here.at) if here and not self.editing else None
        if later is None:
            later = still_open(self.world)
            self.editing = True
        return self.arrive(later)

    def past(self, answered: Sequence[Cell]) -> Ask | AskRow | Summary:
        """Go on from a page: to what is open on it now, and that alone; else to what follows."""
        around = page(answered[-1], self.world) if answered else ()
        rest = next((cell for cell in around if is_open(cell, self.world)), None)
        if rest is not None and not self.editing:
            self.arrive(rest)
            self.alone = True
            return self.outcome()
        self.alone = False
        self.at = next((cell.path for cell in reversed((*answered, *around))), self.at)
        return self.onward()

    def put(self, cell: Cell, value: str) -> None:
        """Give a question its answer, or none on purpose."""
        self.world.tree.skipped.discard(cell.path)
        if not value:
            self.world.tree.skipped.add(cell.path)
        if cell.put(value):
            settle(self.world, (), cell)

    def take(self, cell: Cell, value: str | SlipKind) -> Ask | AskRow | Summary | Slip:
        """Take an answer and go on, or say why not."""
        if isinstance(value, SlipKind):
            return self.slip(value)
        self.put(cell, value)
        return self.onward()

    def leave(self) -> None:
        """Keep the choices that were ticked when she goes elsewhere, if they may stay so."""
        cell, picked = self.cell, self.picked
        self.picked = None
        if cell is None or picked is None:
            return
        value = heard(cell, Chosen(picked), self.world) if picked else _nothing(cell, self.world)
        if not isinstance(value, SlipKind):
            self.put(cell, value)


def _nothing(cell: Cell, world: World) -> str | SlipKind:
    return SlipKind.REQUIRED if required(cell, world) else ""
