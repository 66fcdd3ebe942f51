"""Questions that were not answered, for those who look for the reason."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from heapq import nlargest

from benchmarks.answering import demo_town
from benchmarks.answering.asked import Asked
from benchmarks.answering.lotse import understanding
from search.concept_tags import concepts_of

_SHOWN = 3
_CONCEPTS = 4
_TOLD = 0.3  # strength of a concept that is told of


class Reason(StrEnum):
    """Where to look for what went wrong."""

    TALK = "taken for talk or for something outside"
    SILENT = "no concept understood (terms are missing)"
    OTHERWISE = "other concepts understood (terms or rules are wrong or missing)"
    RANKED = "the right concept understood, the offer ranked too low"


def failures(asked: Iterable[Asked], many: int, rank: int = 3) -> Iterator[str]:
    """So many questions without a right document among the first, as lines, by reason.

    Surest first: what was wrong although it seemed right tells the most.
    """
    missed = [x for x in asked if x.question.right and not x.right_within(rank)]
    surest = sorted(missed, key=lambda x: -x.found.probability)[:many]
    for reason in Reason:
        yield f"## {reason}: {sum(_reason(x) is reason for x in missed)} missed"
        yield from (_line(x) for x in surest if _reason(x) is reason)


def told(asked: Asked) -> str:
    """A question, how sure the system is of its answer, and what it understood."""
    question, found = asked.question, asked.found
    named = nlargest(_CONCEPTS, found.concepts.items(), key=lambda x: x[1])
    concepts = ", ".join(f"{code} {strength:.2f}" for code, strength in named)
    read = f"p {found.probability:.2f}; {found.kind}: {concepts or 'no concept'}"
    return f"{question.id} {question.kind} «{question.text}» ({read})"


def _reason(asked: Asked) -> Reason:
    if asked.found.kind not in ("question", "follow_up"):
        return Reason.TALK
    strong = {code for code, strength in asked.found.concepts.items() if strength >= _TOLD}
    if not strong:
        return Reason.SILENT
    about = {code for key in asked.question.right for code in _about()[key]}
    return Reason.RANKED if strong & about else Reason.OTHERWISE


def _line(asked: Asked) -> str:
    names = _names()
    right = ", ".join(names[key] for key in sorted(asked.question.right))
    found = ", ".join(names[key] for key in asked.found.keys[:_SHOWN]) or "nothing"
    return f"- {told(asked)} wanted {right}; found {found}"


@cache
def _about() -> Mapping[int, frozenset[str]]:
    documents = demo_town.mostly_german()
    tagged = {x.key: concepts_of(x, understanding()) for x in documents}
    return {
        key: frozenset(code for code, strength in of.items() if strength >= _TOLD)
        for key, of in tagged.items()
    }


@cache
def _names() -> Mapping[int, str]:
    with demo_town.OFFERS.open(encoding="utf-8", newline="") as file:
        return {number: row["id"] for number, row in enumerate(csv.DictReader(file))}
