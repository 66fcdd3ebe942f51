"""Responses from a file that was exported, or filled in like one."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from surveys.exports.dataset import Dataset, Response
from surveys.exports.headings import ABOUT, ID, INDEX, PARENT
from surveys.exports.merging import MAIN, Table
from surveys.exports.sheets import sheet_names
from surveys.form import Form
from surveys.inputs.hearing import Hearing
from surveys.responses_in import json_file
from surveys.responses_in.checking import ROW, Checker, enclosing
from surveys.responses_in.files import Sheet, sheets
from surveys.responses_in.problems import Problem, nearest, shown
from surveys.responses_in.rows import Row, SheetReader

WEEK = re.compile(r"\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """The responses and where each stands (its row), and what is wrong. With problems nothing
    should be taken; with warnings something was left out.
    """

    responses: tuple[Response, ...]
    rows: tuple[int, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def read(path: Path, versions: Sequence[Form], hearing: Hearing) -> Reading:
    """All responses at `path` to versions of a form, the newest first. Raises Unreadable.

    `hearing` says in which language people typed what was not exported.
    """
    dataset = Dataset(tuple(versions), ())
    if path.suffix.lower() == ".json":
        return _of_json(path, dataset, hearing)
    return _Assembly(dataset, hearing).read(sheets(path))


def _of_json(path: Path, dataset: Dataset, hearing: Hearing) -> Reading:
    responses, problems = json_file.read(path, dataset)
    checker = Checker(dataset.versions, hearing, problems)
    if not problems:
        responses = [
            checker.checked(one, partial(_in_json, number))
            for number, one in enumerate(responses, 1)
        ]
    numbers = tuple(range(1, len(responses) + 1))
    return Reading(tuple(responses), numbers, tuple(problems), tuple(checker.warnings))


def _in_json(number: int, path: str) -> tuple[str, int, str]:
    return json_file.SHEET, number, path


@dataclass(slots=True)
class _Draft:
    """A response while its rows come together. `places` are the rows of sheets by the concrete
    paths of the form's.
    """

    row: Row
    values: dict[str, str]
    rows: dict[str, int]
    places: dict[str, tuple[SheetReader, int]] = field(default_factory=dict)

    def where(self, path: str) -> tuple[str, int, str]:
        """The sheet, row and column of a concrete path."""
        reader, row = next(self.places[x] for x in enclosing(path) if x in self.places)
        return reader.sheet.name, row, reader.column_of(ROW.sub("", path))


class _Assembly:
    """Puts the rows of repeats into the responses around them."""

    def __init__(self, dataset: Dataset, hearing: Hearing) -> None:
        self._dataset = dataset
        self._hearing = hearing
        self._drafts: list[_Draft] = []
        self._places: dict[str, dict[str, tuple[_Draft, str]]] = {}
        self._problems: list[Problem] = []

    def read(self, found: Sequence[Sheet]) -> Reading:
        tables = self._dataset.tables
        names = dict(zip(sheet_names(tables), tables, strict=True))
        if len(found) == 1:  # a lone sheet is meant, whatever it is called
            self._main(SheetReader(found[0], tables[0], self._dataset, self._hearing))
            return self._reading()
        given = {sheet.name: sheet for sheet in found}
        self._strange(given, names)
        for name, table in names.items():
            if name in given:
                self._table(given[name], table)
        return self._reading()

    def _strange(self, given: dict[str, Sheet], names: dict[str, Table]) -> None:
        for name in given:
            if name not in names:
                values = {"value": shown(name), "nearest": nearest(name, names)}
                self._problems.append(Problem("sheet_unknown", name, values=values))

    def _table(self, sheet: Sheet, table: Table) -> None:
        reader = SheetReader(sheet, table, self._dataset, self._hearing)
        if table.path == MAIN:
            self._main(reader)
        else:
            self._repeat(reader, table)

    def _main(self, reader: SheetReader) -> None:
        known = self._places.setdefault(MAIN, {})
        ids: set[str] = set()
        for row in reader:
            draft = _Draft(row, dict(row.answers), {})
            self._drafts.append(draft)
            self._keep(reader, row, known, (draft, ""))
            self._check(reader, row, ids)
        self._problems += reader.problems

    def _repeat(self, reader: SheetReader, table: Table) -> None:
        known = self._places.setdefault(table.path, {})
        around = self._places.get(table.parent, {})
        for row in reader:
            if row.parent not in around:
                reader.wrong("parent", row.number, row.parent, PARENT)
                continue
            draft, prefix = around[row.parent]
            place = prefix + table.chain[-1]
            draft.rows[place] = draft.rows.get(place, 0) + 1
            prefix = f"{place}[{draft.rows[place]}]"
            below = len(table.path)
            draft.values |= {prefix + path[below:]: x for path, x in row.answers.items()}
            self._keep(reader, row, known, (draft, prefix))
        self._problems += reader.problems

    def _keep(
        self,
        reader: SheetReader,
        row: Row,
        known: dict[str, tuple[_Draft, str]],
        place: tuple[_Draft, str],
    ) -> None:
        """Where rows of repeats find this one: by its number, else by its place in the sheet."""
        index = row.index or str(row.number - 1)
        if index in known:
            reader.wrong("index_twice", row.number, index, INDEX)
        known[index] = place
        draft, prefix = place
        draft.places[prefix] = (reader, row.number)

    def _check(self, reader: SheetReader, row: Row, ids: set[str]) -> None:
        id = row.about.get("id", "")
        if id and id in ids:
            reader.wrong("id_twice", row.number, id, ID)
        ids.add(id)
        version, week = row.about.get("version", ""), row.about.get("week", "")
        if version and version not in {form.version for form in self._dataset.versions}:
            reader.wrong("version_unknown", row.number, version, "_version")
        if week and not WEEK.fullmatch(week):
            reader.wrong("week", row.number, week, "_week")

    def _reading(self) -> Reading:
        checker = Checker(self._dataset.versions, self._hearing, self._problems)
        # What could not be read would look like what is missing.
        amiss = {(problem.sheet, problem.row) for problem in self._problems}
        responses = tuple(self._response(draft, checker, amiss) for draft in self._drafts)
        rows = tuple(draft.row.number for draft in self._drafts)
        return Reading(responses, rows, tuple(self._problems), tuple(checker.warnings))

    def _response(
        self, draft: _Draft, checker: Checker, amiss: Set[tuple[str, int | None]]
    ) -> Response:
        about = {**dict.fromkeys(ABOUT.values(), ""), **draft.row.about}
        about["version"] = about["version"] or self._dataset.form.version
        found = Response(**about, values=draft.values, rows=draft.rows)
        places = {(reader.sheet.name, row) for reader, row in draft.places.values()}
        return found if places & amiss else checker.checked(found, draft.where)
