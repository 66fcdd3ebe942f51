"""Responses as .csv (RFC 4180): one file, or with repeats several in a folder or a .zip."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from surveys.exports import codebook
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.formulas import safe
from surveys.exports.lines import lines
from surveys.exports.options import CannotExport, Options
from surveys.exports.rows import Cell, Target
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

GERMAN = ";"
BOM = "\ufeff"
ROW_END = "\r\n"


def target(separator: str) -> Target:
    """Cells as they stand between separators; numbers with a comma where that is a semicolon, as
    German Excel has it.
    """
    text = speller(separator)
    number = _german if separator == GERMAN else str
    return Target(text=text, number=number, loose=str, day=str)


def speller(separator: str) -> Callable[[str], str]:
    """What writes a text so that it is no formula, and quoted where it has to be."""
    special = re.compile(rf"^'*[=+\-@\t\r]|[{re.escape(separator)}\"\r\n]")

    def spell(text: str) -> str:
        return _quoted(safe(text), separator) if special.search(text) else text

    return spell


def joiner(separator: str) -> Callable[[Iterable[Cell]], str]:
    """What puts cells together that are spelled already, whole numbers, and nothing."""

    def join(cells: Iterable[Cell]) -> str:
        return separator.join(["" if cell is None else str(cell) for cell in cells])

    return join


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The responses at `path`; refused for a form with repeats, which would be left out."""
    main, *others = _all(dataset, options)
    if len(others) > 1:
        raise CannotExport("repeats", sheets=", ".join(name for name, _ in others[:-1]))
    _write_file(path, main[1], options)
    return [path]


def write_folder(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """A folder with a file for each sheet, and codebook.csv."""
    files = []
    for name, rows in _all(dataset, options):
        files.append(path / f"{name}.csv")
        _write_file(files[-1], rows, options)
    return files


def write_zip(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The same files in one .zip."""
    with placed(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in _all(dataset, options):
            _pack(archive, f"{name}.csv", rows, options)
    return [path]


def write_codebook(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], options: Options
) -> Path:
    """A codebook as a file of its own."""
    _write_file(path, _codebook(header, rows, options), options)
    return path


def _quoted(text: str, separator: str) -> str:
    if not any(letter in text for letter in (separator, '"', "\r", "\n")):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _german(raw: str) -> str:
    return raw.replace(".", ",")


def _all(dataset: Dataset, options: Options) -> Iterator[tuple[str, Iterator[str]]]:
    made = sheets(dataset, spelling_of(dataset, options), target(options.separator))
    for sheet in made:
        yield sheet.name, _lines(sheet, options)
    rows = codebook.codebook(dataset, made)
    yield CODEBOOK, _codebook(codebook.header(dataset), rows, options)


def _lines(sheet: Sheet, options: Options) -> Iterator[str]:
    join = joiner(options.separator)
    yield from _texts([sheet.header], options)
    for line in lines(sheet.rows, sheet.dataset.responses, join, options.separator):
        yield line + ROW_END


def _codebook(
    header: Sequence[str], rows: Iterable[Sequence[str]], options: Options
) -> Iterator[str]:
    return _texts((header, *rows), options)


def _texts(rows: Iterable[Sequence[str]], options: Options) -> Iterator[str]:
    spell = speller(options.separator)
    return (options.separator.join(map(spell, row)) + ROW_END for row in rows)


def _pack(archive: zipfile.ZipFile, name: str, rows: Iterable[str], options: Options) -> None:
    entry = zipfile.ZipInfo(name)  # of 1980: when it was written is nobody's matter
    entry.compress_type = zipfile.ZIP_DEFLATED
    with (
        archive.open(entry, "w", force_zip64=True) as raw,
        io.TextIOWrapper(raw, "utf-8", newline="") as text,
    ):
        _fill(text, rows, options)


def _write_file(path: Path, rows: Iterable[str], options: Options) -> None:
    with placed(path) as part, part.open("w", encoding="utf-8", newline="") as text:
        _fill(text, rows, options)


def _fill(text: TextIO, rows: Iterable[str], options: Options) -> None:
    """The mark is written as a letter: Python's codec for it is slow."""
    text.write(BOM if options.bom else "")
    text.writelines(rows)
