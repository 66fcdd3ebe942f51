"""A package of HSDS tables on the disk: a folder of CSV files, an archive of them, or one file."""

from __future__ import annotations

import codecs
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from models.imports.problems import Problem, Unreadable
from models.imports.table import MEGABYTE

ARCHIVE = ".zip"
LARGEST = 1000
"""Megabytes of all tables together, unpacked."""
TIGHTEST = 200
"""An archive whose tables are so many times larger than itself is a trap."""
MOST_FILES = 1000

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class File:
    """A CSV file of `size` bytes. `open` gives its bytes, as often as wanted."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return PurePosixPath(self.name).stem

    def encoding(self) -> str:
        """UTF-8, or else Windows-1252, which German Excel writes. Raises Unreadable."""
        if _decodes(self, "utf-8-sig"):
            return "utf-8-sig"
        if _decodes(self, "cp1252"):
            return "cp1252"
        raise Unreadable(Problem("encoding", self.name))


@contextmanager
def opened(path: Path) -> Iterator[tuple[File, ...]]:
    """The CSV files at `path`, those in folders below it only if it has none. Raises Unreadable."""
    if path.is_dir():
        yield _bounded(path.name, tuple(map(_on_disk, _csv_files(path))))
    elif path.suffix.lower() == ARCHIVE or zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield _bounded(path.name, _members(path, archive))
    else:
        yield _bounded(path.name, (_on_disk(path),))


def _csv_files(folder: Path) -> list[Path]:
    found = [x for x in folder.iterdir() if _is_csv(x.name)]
    return sorted(found or [x for x in folder.glob("*/*") if _is_csv(x.name)])


def _is_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith(".")


def _on_disk(path: Path) -> File:
    return File(path.name, path.stat().st_size, lambda: path.open("rb"))


def _members(path: Path, archive: zipfile.ZipFile) -> tuple[File, ...]:
    """The CSV files of an archive. What it says of their sizes holds: no more is unpacked."""
    members = archive.infolist()
    if len(members) > MOST_FILES:
        raise Unreadable(Problem("hsds_members", path.name, values={"most": MOST_FILES}))
    wanted = [x for x in members if _is_csv(PurePosixPath(x.filename).name)]
    wanted = [x for x in wanted if not x.filename.startswith("__MACOSX/")]
    packed = max(path.stat().st_size, _BLOCK)
    if sum(x.file_size for x in wanted) > TIGHTEST * packed:
        raise Unreadable(Problem("hsds_bomb", path.name, values={"most": TIGHTEST}))
    return tuple(sorted((_member(archive, x) for x in wanted), key=lambda x: x.name))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> File:
    name = PurePosixPath(member.filename).name
    return File(name, member.file_size, lambda: _unpacking(archive, member))


def _unpacking(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        raise unreadable(member.filename, error) from error


def _bounded(name: str, files: tuple[File, ...]) -> tuple[File, ...]:
    if sum(file.size for file in files) > LARGEST * MEGABYTE:
        raise Unreadable(Problem("large", name, values={"most": LARGEST}))
    return files


def _decodes(file: File, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in _blocks(file):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise unreadable(file.name, error) from error
    return True


def _blocks(file: File) -> Iterator[bytes]:
    with file.open() as stream:
        while block := stream.read(_BLOCK):
            yield block


def unreadable(name: str, error: BaseException) -> Unreadable:
    """What a damaged file becomes."""
    reason = str(error) or type(error).__name__
    return Unreadable(Problem("unreadable", name, values={"reason": reason}))
