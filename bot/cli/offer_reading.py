"""What lies at a path, or behind an address, as offers."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.cli.offer_formats import Format, Wanted
from bot.cli.progress import Progress
from models.imports import table
from models.imports.offers_table import SHEETS, read_offers
from models.imports.problems import Problem, Unreadable
from models.imports.reading import Reading
from models.lexicon import load_topics


def read_table(path: Path) -> Reading:
    """The offers table. Raises Unreadable."""
    return read_offers(table.read(path, SHEETS), {topic.code for topic in load_topics()})


def read(wanted: Wanted, form: Format, zone: ZoneInfo, progress: Progress) -> Reading:
    """What is there, in that format; `zone` is the town's. Raises Unreadable."""
    match form:
        case Format.hsds:
            return _hsds(Path(wanted.path), progress)
        case Format.integreat:
            return _integreat(wanted, zone, progress)
        case Format.table:
            return read_table(Path(wanted.path))


def _hsds(path: Path, progress: Progress) -> Reading:
    from models.imports.hsds import read_hsds

    return read_hsds(path, load_topics(), progress)


def _integreat(wanted: Wanted, zone: ZoneInfo, progress: Progress) -> Reading:
    if not wanted.is_address:
        return _saved(Path(wanted.path), wanted, zone)
    from bot.fetching import Unfetched
    from bot.integreat import Asked, save_region  # aiohttp, where nothing else needs it

    asked = Asked(wanted.path, wanted.region, wanted.languages, wanted.trial)
    with TemporaryDirectory() as folder:
        try:
            save_region(asked, Path(folder), progress)
        except Unfetched as error:
            values = {"reason": str(error)}
            raise Unreadable(Problem("integreat_fetched", wanted.region, values=values)) from None
        return _saved(Path(folder), wanted, zone)


def _saved(folder: Path, wanted: Wanted, zone: ZoneInfo) -> Reading:
    from models.imports.integreat import read_integreat

    return read_integreat(folder, load_topics(), zone, wanted.languages)
