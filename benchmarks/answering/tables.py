"""Tables for the terminal, or as Markdown for docs/answers.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.table import show


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are headings."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


def print_table(table: Table, *, markdown: bool) -> None:
    """Print it."""
    if not markdown:
        show(table.title, table.headings, table.rows)
        return
    print(f"\n{table.title}\n")
    lines: Iterable[Sequence[str]] = (table.headings, ["---"] * len(table.headings), *table.rows)
    print(*[f"| {' | '.join(line)} |" for line in lines], sep="\n")
