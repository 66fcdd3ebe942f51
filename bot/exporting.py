"""Exports as work that a child process can do: from the database straight into files."""

from __future__ import annotations

from pathlib import Path

from models.base import Session
from models.engine import engine_for
from models.exports.responses import dataset
from surveys.exports.options import CannotExport, Options
from surveys.exports.writing import write


def write_responses(url: str, survey: int, path: Path, options: Options) -> list[Path]:
    """The responses to a survey at `path`, by its ending. Raises CannotExport."""
    engine = engine_for(url)
    try:
        with Session(engine) as session:
            return _write(session, survey, path, options)
    finally:
        engine.dispose()


def _write(session: Session, survey: int, path: Path, options: Options) -> list[Path]:
    found = dataset(session, survey)
    if found is None:
        raise CannotExport("no_form")
    return write(path, found, options)
