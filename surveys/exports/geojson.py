"""Places as GeoJSON (RFC 7946): a feature for each answer that is one, with all other answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from surveys.exports.cells import Cell, Target
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.headings import Heading, Kind
from surveys.exports.numbers import figure
from surveys.exports.options import CannotExport, Options
from surveys.exports.sheets import Sheet, sheets, spelling_of
from surveys.form import QuestionType

SHAPES = {
    QuestionType.GEOPOINT: "Point",
    QuestionType.GEOTRACE: "LineString",
    QuestionType.GEOSHAPE: "Polygon",
}
TARGET = Target(text=str, number=figure, day=str, loose=figure)
QUESTION = "_question"
"""The property that says which answer the place is."""


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """A FeatureCollection, one feature a line. Refused where the form asks for no place."""
    made = sheets(dataset, spelling_of(dataset, options), TARGET)
    asked = [sheet for sheet in made if any(map(_is_place, sheet.headings))]
    if not asked:
        raise CannotExport("no_place")
    with placed(path) as part, part.open("w", encoding="utf-8") as text:
        text.write('{"type": "FeatureCollection", "features": [')
        for number, feature in enumerate(x for sheet in asked for x in _features(sheet)):
            text.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False))
        text.write("\n]}\n")
    return [path]


def _is_place(heading: Heading) -> bool:
    column = heading.column
    return heading.kind is Kind.VALUE and column is not None and column.type in SHAPES


def _features(sheet: Sheet) -> Iterator[Mapping[str, Any]]:
    columns = [(place, x) for place, x in enumerate(sheet.headings) if _is_place(x)]
    for row in sheet:
        found = ((heading, _geometry(heading, row[place])) for place, heading in columns)
        for heading, geometry in found:
            properties = {QUESTION: heading.name, **_properties(sheet.headings, row)}
            feature = {"type": "Feature", "geometry": geometry, "properties": properties}
            yield from [feature] if geometry else []


def _properties(headings: Iterable[Heading], row: Iterable[Cell]) -> dict[str, Cell]:
    """All that was answered, besides places, which are geometries."""
    return {
        heading.name: cell
        for heading, cell in zip(headings, row, strict=True)
        if cell is not None and heading.kind is not Kind.AXIS and not _is_place(heading)
    }


def _geometry(heading: Heading, value: Cell) -> Mapping[str, Any] | None:
    """Nothing for a place that is no position, such as the name of a district."""
    assert heading.column is not None  # noqa: S101  only places come here
    try:
        points = [_position(part) for part in str(value or "").split(";") if part.strip()]
    except ValueError:
        return None
    shape = SHAPES[heading.column.type]
    coordinates = {"Point": points[:1], "LineString": points, "Polygon": _closed(points)}[shape]
    if len(coordinates) < {"Point": 1, "LineString": 2, "Polygon": 4}[shape]:
        return None
    nested = {"Point": coordinates[0], "LineString": coordinates, "Polygon": [coordinates]}
    return {"type": shape, "coordinates": nested[shape]}


def _position(text: str) -> list[float]:
    """XForms says latitude first, GeoJSON longitude."""
    latitude, longitude, *_ = (float(part) for part in text.split())
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError
    return [longitude, latitude]


def _closed(points: list[list[float]]) -> list[list[float]]:
    return points if points[:1] == points[-1:] else [*points, points[0]]
