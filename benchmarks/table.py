"""Figures as a table: with Rich where it is installed, else with tabs."""

from collections.abc import Iterable, Sequence

try:
    from rich.console import Console
    from rich.table import Table
except ImportError:
    Table = None  # type: ignore[assignment,misc]


def show(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table."""
    if Table is None:
        print(title, "\t".join(headings), *map("\t".join, rows), sep="\n")
        return
    table = Table(*headings, title=title)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
