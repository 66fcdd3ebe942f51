"""Pictures, sound and film that a form names: whether they are there, and fit to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveys.media.checking import LARGEST_SHOWN, SHOWN, File, Unfit, shown
from surveys.media.kinds import Kind
from surveys.slip import SlipKind
from surveys.xlsform.files import Files
from surveys.xlsform.problems import Problem, error, warning
from surveys.xlsform.rows import Row, Table

SCHEME = "jr://"
"""ODK also writes `jr://images/cat.png`; what counts is the name."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a cell names."""

    row: Row
    kind: Kind
    language: str
    name: str

    @property
    def cell(self) -> tuple[str, int, str]:
        """Sheet, row and column."""
        return self.row.sheet, self.row.number, self.row.place(self.kind, self.language)


@dataclass(slots=True)
class Looking:
    """What was found so far: files by the names that the form has for them, and problems."""

    files: Files
    found: dict[str, File] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def media_of(tables: Mapping[str, Table], files: Files) -> tuple[dict[str, File], list[Problem]]:
    """All files by name, and what is missing or unfit, each said once, where it is named first."""
    looking = Looking(files)
    for sheet in ("survey", "choices", "external_choices"):
        for named in (each for row in tables[sheet].rows for each in _named(row)):
            _look(named, looking)
    return looking.found, looking.problems


def _named(row: Row) -> Iterator[Named]:
    for kind in SHOWN:
        for language, name in row.words(kind).items():
            yield Named(row, kind, language, name)


def _look(named: Named, looking: Looking) -> None:
    name = named.name
    if name in looking.seen:
        return
    looking.seen.add(name)
    data = looking.files(name.rpartition("/")[2] if name.startswith(SCHEME) else name)
    if data is None:
        looking.problems.append(warning("media_missing", *named.cell, name=name))
        return
    try:
        looking.found[name] = shown(data, named.kind)
    except Unfit as unfit:
        looking.problems.append(_unfit(named, unfit.why))


def _unfit(named: Named, why: SlipKind) -> Problem:
    if why is SlipKind.TOO_LARGE:
        limit = str(LARGEST_SHOWN[named.kind] // MEGABYTE)
        return error("media_large", *named.cell, name=named.name, value=limit)
    return error("media_wrong", *named.cell, name=named.name)
