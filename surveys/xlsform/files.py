"""Files that a form names, beside it; what is in lists as .csv, .geojson or .xml."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Protocol
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

Rows = tuple[Mapping[str, str], ...]
Files = Callable[[str], bytes | None]
"""The content of a file by its name, None where there is none."""

ENDINGS = (".csv", ".geojson", ".xml")


class _Element(Protocol):
    tag: str
    text: str | None

    def __iter__(self) -> Iterator[_Element]: ...
    def iter(self, tag: str) -> Iterator[_Element]: ...


class BrokenFile(ValueError):
    """A file that holds no list."""


def no_files(_name: str) -> None:
    """A form that came alone."""


def beside(form: Path) -> Files:
    """The files in a form's folder, or in its folder of media as ODK has it ("form-media")."""
    places = (form.parent, form.parent / f"{form.stem}-media")

    def content(name: str) -> bytes | None:
        if PurePath(name).name != name:
            return None
        found = (place / name for place in places if (place / name).is_file())
        file = next(found, None)
        return file.read_bytes() if file else None

    return content


def rows_of(name: str, data: bytes) -> Rows:
    """The rows of a list. Raises BrokenFile."""
    try:
        match PurePath(name).suffix.lower():
            case ".geojson":
                return tuple(_features(json.loads(data)))
            case ".xml":
                return tuple(_items(ElementTree.fromstring(data)))
            case _:
                return tuple(_lines(data.decode("utf-8-sig")))
    except (ValueError, KeyError, TypeError, csv.Error, ParseError, DefusedXmlException) as broken:
        raise BrokenFile(name) from broken


def _lines(text: str) -> Iterator[Mapping[str, str]]:
    separator = max(",;\t", key=text.partition("\n")[0].count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=separator):
        yield {str(key).strip(): str(value or "").strip() for key, value in row.items() if key}


def _features(collection: Any) -> Iterator[Mapping[str, str]]:
    """GeoJSON, RFC 7946: properties, the id, and `geometry` as ODK writes it ("lat lon 0 0")."""
    for feature in collection["features"]:
        known = {key: _plain(value) for key, value in (feature.get("properties") or {}).items()}
        place = _place(feature.get("geometry") or {})
        own = {"id": _plain(feature["id"])} if "id" in feature else {}
        yield known | own | ({"geometry": place} if place else {})


def _place(geometry: Mapping[str, Any]) -> str:
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Point" and isinstance(coordinates, list):
        coordinates = [coordinates]
    if geometry.get("type") == "Polygon" and coordinates:
        coordinates = coordinates[0]
    return "; ".join(f"{point[1]} {point[0]} 0 0" for point in coordinates or ())


def _items(root: _Element) -> Iterator[Mapping[str, str]]:
    for item in root.iter("item"):
        yield {child.tag: (child.text or "").strip() for child in item}


def _plain(value: object) -> str:
    return "" if value is None else str(value)
