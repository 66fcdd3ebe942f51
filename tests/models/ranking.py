"""Whether one order says anything of another: Spearman's rank correlation, over many dumps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from typing import Any

from tests.models.attacking import Dump, Row, place

Order = Callable[[Dump, Row], Any]
SURE = 4.5
"""Standard deviations. By chance one of 150,000 statistics is as far out as this."""

PEOPLE: Mapping[str, Order] = {
    "number": lambda _, row: row["id"],
    "place": lambda dump, row: dump.people.index(row),
    "transaction": lambda _, row: row.get("written", 0),
    "press": lambda _, row: row["last_press"],
}
"""What a dump says of the order in which people came."""
ROWS: Mapping[str, Order] = {
    "number": lambda _, row: row.get("id", row.get("token")),
    "place": lambda dump, row: (dump.marks if "token" in row else dump.responses).index(row),
    "transaction": lambda _, row: row.get("written", 0),
    "time": lambda _, row: row.get("at", row.get("week", "")),
    "file": lambda dump, row: place(dump.file, row.get("token") or row["answers"]),
    "size": lambda _, row: len(row.get("answers", "")),
}
"""What a dump says of the order in which marks or responses came."""


def ranks(values: Iterable[Any]) -> list[float]:
    """1 for the least; those that are equal share their ranks."""
    found = list(values)
    ordered = sorted(found)
    first = {value: at for at, value in reversed(list(enumerate(ordered, 1)))}
    last = {value: at for at, value in enumerate(ordered, 1)}
    return [(first[value] + last[value]) / 2 for value in found]


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """From -1 to 1; 0 where one of them says nothing."""
    middle = (len(one) + 1) / 2
    pairs = [(a - middle, b - middle) for a, b in zip(one, other, strict=True)]
    size = sqrt(sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs))
    return sum(a * b for a, b in pairs) / size if size else 0.0


def deviations(correlations: Sequence[float], people: int) -> float:
    """How far all of them together are from what chance does, in standard deviations."""
    return abs(sum(correlations)) * sqrt((people - 1) / len(correlations))
