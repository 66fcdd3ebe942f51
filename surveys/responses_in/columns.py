"""Which column of a table is which: by names, or by labels in any language of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveys.exports.dataset import Dataset
from surveys.exports.headings import Heading, headings
from surveys.exports.merging import Table
from surveys.exports.spelling import NAMES, Spelling
from surveys.responses_in.files import Cell
from surveys.responses_in.problems import Problem, nearest, shown


@dataclass(frozen=True, slots=True)
class Found:
    """The headings of a sheet by the number of their column from 0, how the sheet is spelled, and
    what is wrong with the first row.
    """

    headings: Mapping[int, Heading]
    spelling: Spelling
    problems: tuple[Problem, ...]


def spellings(dataset: Dataset) -> Iterator[Spelling]:
    """All ways in which a table of this form may be spelled."""
    yield NAMES
    for language in dataset.languages:
        yield Spelling(labels=True, language=language, fallback=dataset.form.default_language)


def find(sheet: str, header: Sequence[Cell], table: Table, dataset: Dataset) -> Found:
    """The spelling in which most columns are known; NAMES where two know as many."""
    names = ["" if cell is None else str(cell).strip() for cell in header]
    ways = [(way, {x.name: x for x in headings(table, way)}) for way in spellings(dataset)]
    spelling, known = max(ways, key=lambda way: sum(name in way[1] for name in names))
    problems = [
        *(_unknown(sheet, place, name, known) for place, name in _strange(names, known)),
        *(
            Problem("column_twice", sheet, 1, place_of(place, name))
            for place, name in _again(names)
        ),
    ]
    found = {place: known[name] for place, name in enumerate(names) if name in known}
    return Found(found, spelling, tuple(problems))


def place_of(place: int, name: str) -> str:
    """ "F (age)" for column 5 from 0."""
    letters, number = "", place + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters} ({shown(name)})" if name else letters


def _strange(names: Sequence[str], known: Mapping[str, Heading]) -> Iterator[tuple[int, str]]:
    return ((place, x) for place, x in enumerate(names) if x and x not in known)


def _again(names: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((place, x) for place, x in enumerate(names) if x and x in names[:place])


def _unknown(sheet: str, place: int, name: str, known: Mapping[str, Heading]) -> Problem:
    values = {"value": shown(name), "nearest": nearest(name, known)}
    return Problem("column_unknown", sheet, 1, place_of(place, ""), values)
