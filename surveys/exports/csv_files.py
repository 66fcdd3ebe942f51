"""Responses as .csv (RFC 4180): one file, or with repeats several in a folder or a .zip."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from surveys.exports import codebook
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.formulas import safe
from surveys.exports.lines import lines
from surveys.exports.options import CannotExport, Options
from surveys.exports.rows import Cell, Target
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

GERMAN = ";"
ROW_END = "\r\n"


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
            _pack(archive, f"{name}.csv", rows, _encoding(options))
    return [path]


def write_codebook(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], options: Options
) -> Path:
    """A codebook as a file of its own."""
    _write_file(path, _codebook(header, rows, options), options)
    return path


def speller(separator: str) -> Callable[[Iterable[Cell]], str]:
    """What writes cells with separators between, quoted where they need it."""
    special = re.compile(f'["{re.escape(separator)}\r\n]')

    def spell(cells: Iterable[Cell]) -> str:
        texts = ["" if cell is None else str(cell) for cell in cells]
        return separator.join([_quoted(text) if special.search(text) else text for text in texts])

    return spell


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _all(dataset: Dataset, options: Options) -> Iterator[tuple[str, Iterator[str]]]:
    made = sheets(dataset, spelling_of(dataset, options), target(options))
    for sheet in made:
        yield sheet.name, _lines(sheet, options)
    rows = codebook.codebook(dataset, made)
    yield CODEBOOK, _codebook(codebook.header(dataset), rows, options)


def _lines(sheet: Sheet, options: Options) -> Iterator[str]:
    spell = speller(options.separator)
    yield spell(map(safe, sheet.header)) + ROW_END
    for line in lines(sheet.rows, sheet.dataset.responses, spell, options.separator):
        yield line + ROW_END


def _codebook(
    header: Sequence[str], rows: Iterable[Sequence[str]], options: Options
) -> Iterator[str]:
    spell = speller(options.separator)
    return (spell(map(safe, row)) + ROW_END for row in (header, *rows))


def _pack(archive: zipfile.ZipFile, name: str, rows: Iterable[str], encoding: str) -> None:
    entry = zipfile.ZipInfo(name)  # of 1980: when it was written is nobody's matter
    entry.compress_type = zipfile.ZIP_DEFLATED
    with (
        archive.open(entry, "w", force_zip64=True) as raw,
        io.TextIOWrapper(raw, encoding, newline="") as text,
    ):
        text.writelines(rows)


def _write_file(path: Path, rows: Iterable[str], options: Options) -> None:
    with placed(path) as part, part.open("w", encoding=_encoding(options), newline="") as text:
        text.writelines(rows)


def _encoding(options: Options) -> str:
    return "utf-8-sig" if options.bom else "utf-8"
