"""What lies at a path as HSDS: a folder or an archive of CSV files, or a JSON file."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from models.imports.hsds.assembling import Assembly
from models.imports.hsds.csv_tables import CsvTables
from models.imports.hsds.json_tables import json_tables
from models.imports.hsds.layout import version_of
from models.imports.hsds.notices import Notices
from models.imports.hsds.owners import SERVICE
from models.imports.hsds.package import opened, unreadable
from models.imports.hsds.rows import Progress
from models.imports.hsds.terms import Sorter
from models.imports.problems import Problem, Unreadable
from models.imports.reading import Reading
from models.offer import Offer
from models.translation import GERMAN
from search.document import Topic

JSON = ".json"


def read_hsds(
    path: Path,
    topics: Iterable[Topic],
    progress: Progress | None = None,
    *,
    language: str = GERMAN,
) -> Reading:
    """The offers at `path`, with notices on all that was otherwise than expected.

    `topics` are Lotse's; `language` is that of the texts; `progress` is told bytes, of how many.
    What cannot be read at all, or holds no services, is the reading's only problem.
    """
    notices = Notices()
    assembly = Assembly(notices, Sorter(topics), language)
    try:
        offers = tuple(_offers(path, assembly, progress))
    except Unreadable as error:
        return Reading((), None, (error.problem,), notices.problems())
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        return Reading((), None, (unreadable(path.name, error).problem,))
    assembly.sorter.tell(notices)
    return Reading(offers, assembly.fields or None, (), notices.problems())


def _offers(path: Path, assembly: Assembly, progress: Progress | None) -> Iterator[Offer]:
    if not path.exists():
        raise Unreadable(Problem("nothing", path.name))
    if path.suffix.lower() == JSON:
        yield from _of_json(path, assembly, progress)
    else:
        yield from _of_tables(path, assembly, progress)


def _of_json(path: Path, assembly: Assembly, progress: Progress | None) -> Iterator[Offer]:
    versions: set[str] = set()
    none = True
    for tables in json_tables(path, assembly.notices, progress):
        for made in assembly.offers(tables):
            none = False
            yield made
        versions |= tables.versions
    if none:
        raise _foreign(path.name, ())
    _tell_version(path.name, versions, assembly.notices)


def _of_tables(path: Path, assembly: Assembly, progress: Progress | None) -> Iterator[Offer]:
    with opened(path) as files:
        tables = CsvTables(files, assembly.notices, progress)
        if SERVICE not in tables.names:
            raise _foreign(path.name, [file.name for file in files])
        _tell_version(path.name, tables.versions, assembly.notices)
        none = True
        for made in assembly.offers(tables):
            none = False
            yield made
        if none:
            raise _foreign(path.name, [file.name for file in files])
        tables.finish()


def _tell_version(name: str, versions: Collection[str], notices: Notices) -> None:
    if version := version_of(versions):
        notices.add(Problem("hsds_version", name, values={"version": version}))


def _foreign(name: str, found: Sequence[str]) -> Unreadable:
    """Why nothing is imported: as what is missing from a source becomes inactive."""
    return Unreadable(Problem("hsds_foreign", name, values={"found": ", ".join(found) or "none"}))
