"""A bar for long work, on the terminal only: what is read by programs holds no bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

Progress = Callable[[int, int], None]
"""How much is done, of how much."""


@contextmanager
def bar(label: str, console: Console | None = None) -> Iterator[Progress]:
    """Shows how far work is as long as it lasts, on stderr, and nothing afterwards."""
    console = console or Console(stderr=True)
    if not console.is_terminal:
        yield _unseen
        return
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    counted = (TaskProgressColumn(), TimeRemainingColumn())
    with Bars(*columns, *counted, console=console, transient=True) as bars:
        task = bars.add_task(label, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def _unseen(done: int, total: int) -> None:
    """Nobody looks."""
