"""Responses as .csv (RFC 4180): one file, or with repeats several in a folder or a .zip."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from surveys.exports import codebook
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.formulas import safe
from surveys.exports.options import CannotExport, Options
from surveys.exports.rows import Target
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

GERMAN = ";"
Rows = Iterable[Sequence[Any]]


def target(options: Options) -> Target:
    """Cells as texts; numbers with a comma where a semicolon separates, as German Excel has it."""
    comma = options.separator == GERMAN
    return Target(
        text=safe,
        number=(lambda raw: raw.replace(".", ",")) if comma else str,
        day=str,
        loose=str,
    )


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The responses at `path`; refused for a form with repeats, which would be left out."""
    made = _sheets(dataset, options)
    if len(made) > 1:
        raise CannotExport("repeats", sheets=", ".join(sheet.name for sheet in made[1:]))
    with placed(path) as file, file.open("w", encoding=_encoding(options), newline="") as text:
        _write(text, made[0].header, made[0], options)
    return [path]


def write_folder(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """A folder with a file for each sheet, and codebook.csv."""
    files = []
    for name, header, rows in _all(dataset, options):
        file = path / f"{name}.csv"
        with placed(file) as part, part.open("w", encoding=_encoding(options), newline="") as text:
            _write(text, header, rows, options)
        files.append(file)
    return files


def write_zip(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The same files in one .zip."""
    with placed(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, header, rows in _all(dataset, options):
            info = zipfile.ZipInfo(f"{name}.csv")  # 1980: when it was written is nobody's matter
            info.compress_type = zipfile.ZIP_DEFLATED
            with (
                archive.open(info, "w", force_zip64=True) as raw,
                io.TextIOWrapper(raw, _encoding(options), newline="") as text,
            ):
                _write(text, header, rows, options)
    return [path]


def write_codebook(path: Path, rows: Rows, header: Sequence[str], options: Options) -> Path:
    """A codebook as a file of its own."""
    with placed(path) as part, part.open("w", encoding=_encoding(options), newline="") as text:
        _write(text, header, _safe(rows), options)
    return path


def _sheets(dataset: Dataset, options: Options) -> tuple[Sheet, ...]:
    return sheets(dataset, spelling_of(dataset, options), target(options))


def _all(dataset: Dataset, options: Options) -> Iterator[tuple[str, Sequence[str], Rows]]:
    made = _sheets(dataset, options)
    for sheet in made:
        yield sheet.name, sheet.header, sheet
    yield CODEBOOK, codebook.header(dataset), _safe(codebook.codebook(dataset, made))


def _safe(rows: Rows) -> Iterator[list[str]]:
    return ([safe(cell) for cell in row] for row in rows)


def _write(text: IO[str], header: Sequence[str], rows: Rows, options: Options) -> None:
    writer = csv.writer(text, delimiter=options.separator)
    writer.writerow([safe(name) for name in header])
    writer.writerows(rows)


def _encoding(options: Options) -> str:
    return "utf-8-sig" if options.bom else "utf-8"
