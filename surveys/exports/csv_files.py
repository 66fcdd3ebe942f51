"""Responses as .csv (RFC 4180): one file, or with repeats several in a folder or a .zip."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from surveys.exports import codebook
from surveys.exports.cells import Cell, Target
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.formulas import safe
from surveys.exports.lines import lines
from surveys.exports.options import CannotExport, Options
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

GERMAN = ";"
BOM = "\ufeff".encode()
ROW_END = b"\r\n"
MEDIA = "media"
"""The folder of the files that answers name."""
AT_ONCE = 2**18
"""Bytes that are written together."""


def target(separator: str) -> Target:
    """Cells as they stand between separators; numbers with a comma where that is a semicolon, as
    German Excel has it.
    """
    text = speller(separator)
    number = _german if separator == GERMAN else str
    return Target(text=text, number=number, loose=str, day=str)


def speller(separator: str) -> Callable[[str], str]:
    """What writes a text so that it is no formula, and quoted where it has to be."""
    other = rf"{re.escape(separator)}\"\r\n"
    simple = re.compile(rf"[^'=+\-@\t{other}][^{other}]*")

    def spell(text: str) -> str:
        return text if simple.fullmatch(text) else _quoted(safe(text), separator)

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
    """A folder with a file for each sheet, codebook.csv, and the files that answers name."""
    files = []
    for name, rows in _all(dataset, options):
        files.append(path / f"{name}.csv")
        _write_file(files[-1], rows, options)
    for name, content in dataset.files:
        files.append(path / MEDIA / name)
        with placed(files[-1]) as part:
            part.write_bytes(content)
    return files


def write_zip(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The same files in one .zip."""
    with placed(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in _all(dataset, options):
            _pack(archive, f"{name}.csv", rows, options)
        for name, content in dataset.files:
            archive.writestr(zipfile.ZipInfo(f"{MEDIA}/{name}"), content)
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


def _all(dataset: Dataset, options: Options) -> Iterator[tuple[str, Iterator[bytes]]]:
    made = sheets(dataset, spelling_of(dataset, options), target(options.separator))
    for sheet in made:
        yield sheet.name, _lines(sheet, options)
    rows = codebook.codebook(dataset, made)
    yield CODEBOOK, _codebook(codebook.header(dataset), rows, options)


def _lines(sheet: Sheet, options: Options) -> Iterator[bytes]:
    join, between = joiner(options.separator), options.separator.encode()
    yield from _texts([sheet.header], options)
    for line in lines(sheet.rows, sheet.dataset.responses, join, between):
        yield line + ROW_END


def _codebook(
    header: Sequence[str], rows: Iterable[Sequence[str]], options: Options
) -> Iterator[bytes]:
    return _texts((header, *rows), options)


def _texts(rows: Iterable[Sequence[str]], options: Options) -> Iterator[bytes]:
    spell = speller(options.separator)
    return (options.separator.join(map(spell, row)).encode() + ROW_END for row in rows)


def _pack(archive: zipfile.ZipFile, name: str, rows: Iterable[bytes], options: Options) -> None:
    entry = zipfile.ZipInfo(name)  # of 1980: when it was written is nobody's matter
    entry.compress_type = zipfile.ZIP_DEFLATED
    with (
        archive.open(entry, "w", force_zip64=True) as raw,
        io.BufferedWriter(cast(io.RawIOBase, raw), AT_ONCE) as file,
    ):
        _fill(file, rows, options)


def _write_file(path: Path, rows: Iterable[bytes], options: Options) -> None:
    with placed(path) as part, part.open("wb", AT_ONCE) as file:
        _fill(file, rows, options)


def _fill(file: BinaryIO, rows: Iterable[bytes], options: Options) -> None:
    file.write(BOM if options.bom else b"")
    file.writelines(rows)
