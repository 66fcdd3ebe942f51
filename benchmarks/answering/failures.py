"""Questions that were not answered, for those who look for the reason."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from benchmarks.answering.asked import Asked
from benchmarks.answering.demo_town import OFFERS

_SHOWN = 3


def failures(asked: Iterable[Asked], many: int, rank: int = 3) -> Iterator[str]:
    """So many questions without a right document among the first, as lines, by kind of question.

    Surest first: what was wrong although it seemed right tells the most.
    """
    missed = [x for x in asked if x.question.right and not x.right_within(rank)]
    kinds = sorted({x.question.kind for x in missed})
    surest = sorted(missed, key=lambda x: -x.found.probability)[:many]
    for kind in kinds:
        yield f"## {kind}: {sum(x.question.kind == kind for x in missed)} missed"
        yield from (_line(x) for x in surest if x.question.kind == kind)


def told(asked: Asked) -> str:
    """A question, how sure the system is of its answer, and what it read."""
    found = asked.found
    return f"{asked.question.id} «{asked.question.text}» (p {found.probability:.2f}; {found.read})"


def _line(asked: Asked) -> str:
    names = _names()
    right = ", ".join(names[key] for key in sorted(asked.question.right))
    found = ", ".join(names[key] for key in asked.found.keys[:_SHOWN]) or "nothing"
    return f"- {told(asked)} wanted {right}; found {found}"


@cache
def _names() -> Mapping[int, str]:
    with OFFERS.open(encoding="utf-8", newline="") as file:
        return {number: row["id"] for number, row in enumerate(csv.DictReader(file))}
