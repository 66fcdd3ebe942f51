"""What lies at a path, or behind an address, as offers."""

from __future__ import annotations

from pathlib import Path

from bot.cli.offer_formats import Format, Wanted
from bot.cli.progress import Progress
from models.imports import table
from models.imports.offers_table import SHEETS, read_offers
from models.imports.reading import Reading
from models.lexicon import load_topics


def read_table(path: Path) -> Reading:
    """The offers table. Raises Unreadable."""
    return read_offers(table.read(path, SHEETS), {topic.code for topic in load_topics()})


def read(wanted: Wanted, form: Format, progress: Progress) -> Reading:
    """What is there, in that format. Raises Unreadable, and of an address Unfetched."""
    match form:
        case Format.hsds:
            return _hsds(Path(wanted.path), progress)
        case Format.integreat:
            return _integreat(wanted, progress)
        case Format.table:
            return read_table(Path(wanted.path))


def _hsds(path: Path, progress: Progress) -> Reading:
    from models.imports.hsds import read_hsds

    return read_hsds(path, load_topics(), progress)


def _integreat(wanted: Wanted, progress: Progress) -> Reading:
    from models.imports.integreat import read_integreat

    return read_integreat(Path(wanted.path), load_topics(), wanted.languages)
