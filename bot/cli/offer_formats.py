"""The formats that offers come and go in, and which one a path holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_FIRST_KEY = re.compile(r'\s*\{\s*"([^"]*)"')
_PEEKED = 4096  # characters
_OFFERS, _FIELDS = "offers", "fields"  # sheets of the offers table
_HSDS = ("service.csv", "services.csv", "datapackage.json")


class Format(StrEnum):
    """Formats that offers come in."""

    hsds = "hsds"
    integreat = "integreat"
    table = "table"


class OutFormat(StrEnum):
    """Formats that offers go out in."""

    hsds = "hsds"
    table = "table"


SPOKEN: Mapping[Format, str] = MappingProxyType(
    {Format.hsds: "HSDS", Format.integreat: "Integreat", Format.table: "a table"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported: a path or an address, its format when it was said; of an address
    the region, and the languages, none: all. A `trial` is not to be counted by the server.
    """

    path: str
    form: Format | None = None
    region: str = ""
    languages: tuple[str, ...] = ()
    trial: bool = False

    @property
    def is_address(self) -> bool:
        """Whether it is to be fetched."""
        return bool(ADDRESS.match(self.path))


def guessed(path: str) -> Format:
    """The format by what lies at a path, the offers table where nothing speaks against it."""
    if ADDRESS.match(path):
        return Format.integreat
    there = Path(path)
    if there.is_dir():
        return _of_folder(there)
    match there.suffix.lower():
        case ".zip":
            return Format.hsds
        case ".json":
            return _of_json(there)
    return Format.table


def _of_folder(folder: Path) -> Format:
    names = {file.name.casefold() for file in folder.iterdir() if file.is_file()}
    if f"{_OFFERS}.csv" in names:
        return Format.table
    below = {file.name.casefold() for file in folder.glob("*/*.csv")}
    if not (names | below).isdisjoint(_HSDS):
        return Format.hsds
    kinds = ("pages", "locations", "events")
    saved = any(file for kind in kinds for file in folder.glob(f"*/{kind}.json"))
    return Format.integreat if saved else Format.table


def _of_json(file: Path) -> Format:
    """Sheets by their names are a table; a list, or anything else, is HSDS."""
    with file.open(encoding="utf-8-sig", errors="replace") as opened:
        first = _FIRST_KEY.match(opened.read(_PEEKED))
    named = first[1].strip().casefold() if first else ""
    return Format.table if named in (_OFFERS, _FIELDS) else Format.hsds
