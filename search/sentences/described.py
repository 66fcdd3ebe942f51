"""What is seen in a page before its lines are judged, with shares compared among its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from search.sentences.asking import Asking
from search.sentences.coverage import Coverage, Row
from search.sentences.page import Page

_FADING = 0.85  # of a neighbour's weight, for each line between


@dataclass(frozen=True)
class Described:
    """A page and how much of a question its lines hold."""

    asking: Asking
    page: Page
    coverage: Coverage

    @cached_property
    def relative(self) -> Row:
        """Each line's share of the question, the best line's 1."""
        return _relative(self.coverage.lines)

    @cached_property
    def relative_beyond(self) -> Row:
        """The same beyond what the title holds."""
        return _relative(self.coverage.beyond)

    @cached_property
    def ranks(self) -> Sequence[int]:
        """Each line's rank by its share, from 0."""
        shares = self.coverage.lines
        ranks = [0] * len(shares)
        for rank, place in enumerate(sorted(range(len(shares)), key=lambda x: -shares[x])):
            ranks[place] = rank
        return ranks

    @cached_property
    def before(self) -> Row:
        """The best share of a line before each, less the further off it is."""
        return _faded(self.relative)

    @cached_property
    def after(self) -> Row:
        """The best share of a line after each."""
        return _faded(self.relative[::-1])[::-1]


def _relative(shares: Row) -> Row:
    most = max(shares) or 1.0
    return [share / most for share in shares]


def _faded(shares: Row) -> Row:
    found = [0.0]
    for share in shares[:-1]:
        found.append(_FADING * max(found[-1], share))
    return found
