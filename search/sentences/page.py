"""A text's order: its headings with what stands below them, and lines that lead a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from search.sentences.line import Line, read_lines

_FULL = 9  # words from which a line is text below a heading
_KEPT = 128  # texts, about 40 kB each: the same offers answer many questions
_LED = 6  # sentences after which a list has surely ended


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, the first of them the title.

    ``heads[i]`` is the place of the heading that line i stands below (0: the title) or is, and
    ``leads[i]`` that of the line ending in a colon which leads the list it belongs to, or -1.
    """

    lines: tuple[Line, ...]
    headings: tuple[bool, ...]
    heads: tuple[int, ...]
    leads: tuple[int, ...]


@lru_cache(maxsize=_KEPT)
def read_page(text: str, language: str) -> Page:
    """Return a text with its order seen."""
    lines = read_lines(text, language)
    headings = _headings(lines)
    return Page(lines, headings, _heads(headings), _leads(lines))


def _headings(lines: Sequence[Line]) -> tuple[bool, ...]:
    return (*(line.may_head and _is_text(following) for line, following in pairwise(lines)), False)


def _is_text(line: Line) -> bool:
    return bool(line.marks & {"ends", "leads"}) or line.size > _FULL


def _heads(headings: Sequence[bool]) -> tuple[int, ...]:
    heads: list[int] = []
    for place, heading in enumerate(headings):
        heads.append(place if heading and place else (heads[-1] if heads else 0))
    return tuple(heads)


def _leads(lines: Sequence[Line]) -> tuple[int, ...]:
    leads: list[int] = []
    lead = -1
    for place, line in enumerate(lines):
        leads.append(lead)
        if "leads" in line.marks:
            lead = place
        elif "ends" in line.marks and "goes_on" not in line.marks and place - lead > _LED:
            lead = -1
    return tuple(leads)
