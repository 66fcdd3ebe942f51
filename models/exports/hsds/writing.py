"""Offers into a JSON file, a folder of CSV files or a datapackage zip, one after the other."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from models.exports.hsds.datapackage import datapackage
from models.exports.hsds.naming import Naming, Words
from models.exports.hsds.records import service_record
from models.exports.hsds.rows import Row, Rows
from models.exports.hsds.terms import field_terms
from models.hsds_profile import TRUE
from models.hsds_tables import TABLES
from models.offer import FieldOfAction, Offer

Progress = Callable[[int, int], None]
"""How many are done, of how many."""

DESCRIPTION = "datapackage.json"
EACH = 100
"""Offers after which progress is told."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that is written: the offers of a source, and the fields of action with German names."""

    source: str
    offers: Sequence[Offer]
    fields: Sequence[FieldOfAction] = ()
    words: Words = field(default_factory=Words)

    @property
    def naming(self) -> Naming:
        """The names of its rows."""
        makers = frozenset(x.maker.source_id for x in self.offers if x.maker.source_id)
        return Naming(self.source, self.words, makers)


def write_json(catalog: Catalog, path: Path, progress: Progress | None = None) -> None:
    """A list of full services, one in each line. Fields of action have no place in it."""
    naming = catalog.naming
    with path.open("w", encoding="utf-8", newline="\n") as file:
        mark = "[\n"
        for offer in _told(catalog.offers, progress):
            record = service_record(naming, offer)
            file.write(f"{mark}{json.dumps(record, ensure_ascii=False, allow_nan=False)}")
            mark = ",\n"
        file.write("\n]\n" if catalog.offers else "[]\n")


def write_folder(catalog: Catalog, folder: Path, progress: Progress | None = None) -> None:
    """Every table as a CSV file of a folder, made when it is missing, and their description.

    Tables without rows are written too, so that none is left from another time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = json.dumps(datapackage(), indent=2)
    (folder / DESCRIPTION).write_text(f"{described}\n", encoding="utf-8", newline="\n")
    with _tables(folder) as write:
        for name, row in _rows(catalog, progress):
            write(name, row)


def write_zip(catalog: Catalog, path: Path, progress: Progress | None = None) -> None:
    """The same folder as one zip file."""
    with TemporaryDirectory() as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        write_folder(catalog, Path(made), progress)
        for file in sorted(Path(made).iterdir()):
            archive.write(file, file.name)


def _rows(catalog: Catalog, progress: Progress | None) -> Iterator[Row]:
    naming, rows = catalog.naming, Rows()
    for term in field_terms(naming, catalog.fields):
        yield from rows.of("taxonomy_term", term)
    for offer in _told(catalog.offers, progress):
        yield from rows.of("service", service_record(naming, offer))


@contextmanager
def _tables(folder: Path) -> Iterator[Callable[[str, Any], None]]:
    """What takes a table's name and a row."""
    with ExitStack() as stack:
        writers: dict[str, csv.DictWriter[str]] = {}
        for name, table in TABLES.items():
            path = folder / table.file
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[name] = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
            writers[name].writeheader()
        yield lambda name, row: writers[name].writerow({x: _cell(row[x]) for x in row})


def _cell(value: object) -> object:
    return TRUE if value is True else value


def _told(offers: Sequence[Offer], progress: Progress | None) -> Iterable[Offer]:
    for done, offer in enumerate(offers):
        if progress and done % EACH == 0:
            progress(done, len(offers))
        yield offer
    if progress:
        progress(len(offers), len(offers))
