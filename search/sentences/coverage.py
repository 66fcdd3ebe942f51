"""How much of a question each line holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from search.sentences.asking import Asking
from search.sentences.page import Page
from search.sentences.tokens import Asked, Token, likeness

Row = Sequence[float]
_NOTHING_MORE = 0.3  # weight of a question's words beyond the title that is as good as none


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of a question's weight, where a word weighs more the fewer lines hold it.

    ``held`` says for each line how surely it has each word. ``lines`` are the shares in each line,
    ``beyond`` of what the title does not hold already, ``sections`` those in all lines below a
    heading (by its place), ``page`` that in the whole. ``best`` is the weightiest word in each
    line, ``new`` the share of a line's words that the question does not have.
    """

    held: Sequence[Row]
    lines: Row
    beyond: Row
    best: Row
    new: Row
    dense: Row
    sections: Mapping[int, float]
    page: float
    words: int


def cover(asking: Asking, page: Page) -> Coverage:
    """Return how much of a question the lines of a page hold."""
    near = [_near(word, page) for word in asking.words]
    held = [[_most(found, line.tokens) for found in near] for line in page.lines]
    weights = [log1p(len(held) / (0.5 + sum(column))) for column in zip(*held, strict=True)]
    beyond = [weight * (1 - share) for weight, share in zip(weights, held[0], strict=True)]
    whole, rest = sum(weights) or 1.0, sum(beyond)
    lines = [weighed(weights, row) / whole for row in held]
    return Coverage(
        held=held,
        lines=lines,
        beyond=[weighed(beyond, row) / rest if rest > _NOTHING_MORE else 0.0 for row in held],
        best=[max(map(_times, weights, row), default=0.0) for row in held],
        new=[_new(line.tokens, near) for line in page.lines],
        dense=[x / sqrt(3 + len(y.tokens)) for x, y in zip(lines, page.lines, strict=True)],
        sections=_sections(page, held, weights, whole),
        page=weighed(weights, together(held)) / whole,
        words=len(weights),
    )


def _near(word: Asked, page: Page) -> dict[Token, float]:
    there = {token for line in page.lines for token in line.tokens}
    return {token: like for token in there if (like := likeness(word, token))}


def _most(found: Mapping[Token, float], line: Sequence[Token]) -> float:
    return max([found.get(token, 0.0) for token in line], default=0.0)


def _new(line: Sequence[Token], near: Sequence[Mapping[Token, float]]) -> float:
    known = sum(1 for token in line if any(found.get(token, 0.0) > 0.5 for found in near))
    return 1 - known / max(1, len(line))


def _sections(page: Page, held: Sequence[Row], weights: Row, whole: float) -> dict[int, float]:
    below: dict[int, list[Row]] = {}
    for head, row in zip(page.heads, held, strict=True):
        below.setdefault(head, []).append(row)
    return {head: weighed(weights, together(rows)) / whole for head, rows in below.items()}


def together(rows: Sequence[Row]) -> list[float]:
    return [max(column) for column in zip(*rows, strict=True)]


def weighed(weights: Row, row: Row) -> float:
    return sum(map(_times, weights, row))


def _times(first: float, second: float) -> float:
    return first * second
