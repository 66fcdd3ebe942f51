"""Responses as a Flow Results package of the Flow Interoperability Project, 1.0.0-rc1
(https://floip.gitbook.io/flow-results-specification): datapackage.json and the rows beside it.

When somebody answered is nobody's matter: all rows of a week have the moment at which it began.
"""

from __future__ import annotations

import itertools
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from surveys.exports.dataset import Dataset, Response
from surveys.exports.files import placed
from surveys.exports.merging import Column
from surveys.exports.numbers import number, shortest
from surveys.exports.options import Options
from surveys.exports.sheets import spelling_of
from surveys.form import QuestionType

PACKAGE = "datapackage.json"
DATA = "responses.json"
FIELDS = (
    ("timestamp", "Timestamp", "datetime"),
    ("row_id", "Row ID", "string"),
    ("contact_id", "Contact ID", "string"),
    ("session_id", "Session ID", "string"),
    ("question_id", "Question ID", "string"),
    ("response", "Response", "any"),
    ("response_metadata", "Response Metadata", "object"),
)
TYPES: Mapping[QuestionType, str] = {
    QuestionType.SELECT_ONE: "select_one",
    QuestionType.SELECT_MULTIPLE: "select_many",
    QuestionType.RANK: "select_many",
    QuestionType.INTEGER: "numeric",
    QuestionType.DECIMAL: "numeric",
    QuestionType.RANGE: "numeric",
    QuestionType.IMAGE: "image",
    QuestionType.AUDIO: "audio",
    QuestionType.VIDEO: "video",
    QuestionType.GEOPOINT: "geo_point",
    QuestionType.DATE: "date",
    QuestionType.TIME: "time",
    QuestionType.DATETIME: "datetime",
}
OPEN = "open"
ROW = re.compile(r"\[\d+\]")
SPACE = uuid.UUID("6a1e7f7c-3d0f-4c55-9f5e-0a6a3f2b9c11")
"""Where the packages' ids come from: the same form has the same id."""


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The package's description at `path`, its rows as responses.json beside it."""
    data = path.with_name(DATA)
    columns = {x.path: x for table in dataset.tables for x in table.columns}
    weeks: set[str] = set()
    with placed(data) as part, part.open("w", encoding="utf-8") as text:
        text.write("[")
        for count, row in enumerate(_rows(dataset, columns, weeks)):
            text.write((",\n" if count else "\n") + json.dumps(row, ensure_ascii=False))
        text.write("\n]\n")
    described = _package(dataset, columns, options) | _times(weeks)
    with placed(path) as part:
        part.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return [path, data]


def _times(weeks: set[str]) -> dict[str, str]:
    """When the package began and was last changed, no more exactly than its rows are."""
    known = sorted(filter(None, weeks))
    return {
        "created": moment(known[0] if known else ""),
        "modified": moment(known[-1] if known else ""),
    }


def moment(week: str) -> str:
    """The moment at which an ISO week begins; 1970 where the week is unknown.

    >>> moment("2026-W47")
    '2026-11-16T00:00:00+00:00'
    """
    try:
        begins = date.fromisoformat(f"{week}-1")
    except ValueError:
        begins = date(1970, 1, 1)
    return f"{begins}T00:00:00+00:00"


def _package(dataset: Dataset, columns: Mapping[str, Column], options: Options) -> dict[str, Any]:
    spelling = spelling_of(dataset, options)
    name = re.sub(r"[^a-z0-9._-]+", "-", dataset.form.id.lower()).strip("-") or "survey"
    labels = {path: spelling.said(x.question.label) for path, x in columns.items()}
    return {
        "profile": "flow-results-package",
        "flow_results_specification_version": "1.0.0-rc1",
        "id": str(uuid.UUID(bytes=uuid.uuid5(SPACE, dataset.form.id).bytes, version=4)),
        "name": name,
        "title": spelling.said(dataset.form.title) or dataset.form.id,
        "resources": [
            {
                "path": DATA,
                "name": f"{name}-responses",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": n, "title": t, "type": k} for n, t, k in FIELDS],
                    "questions": {path: _question(x, labels[path]) for path, x in columns.items()},
                },
            }
        ],
    }


def _question(column: Column, label: str) -> Mapping[str, Any]:
    kind = _type(column)
    options: dict[str, Any] = {}
    if kind in {"select_one", "select_many"}:
        options["choices"] = [choice.name for choice in column.choices]
    if column.type is QuestionType.RANGE and kind == "numeric":
        ends = [number(column.question.parameters.get(end, "")) for end in ("start", "end")]
        options |= {"range": ends} if None not in ends else {}
    return {"type": kind, "label": label or column.question.name, "type_options": options}


def _type(column: Column) -> str:
    """What changed its type between versions is open."""
    return TYPES.get(column.type, OPEN) if column.steady else OPEN


def _rows(dataset: Dataset, columns: Mapping[str, Column], weeks: set[str]) -> Iterator[list[Any]]:
    count = itertools.count(1)
    for response in dataset.responses:
        weeks.add(response.week)
        known = (
            (path, raw, columns.get(ROW.sub("", path))) for path, raw in response.values.items()
        )
        yield from (_row(response, x, (next(count), path, raw)) for path, raw, x in known if x)


def _row(response: Response, column: Column, answer: tuple[int, str, str]) -> list[Any]:
    """Contact and session are the response's random id: a person is not known."""
    count, path, raw = answer
    kind = _type(column)
    about: dict[str, Any] = {"type": "text", "type_options": {}} if kind == OPEN else {}
    if ROW.search(path):
        about["path"] = path
    response_value = _value(kind, raw)
    id = response.id
    return [moment(response.week), str(count), id, id, column.path, response_value, about]


def _value(kind: str, raw: str) -> Any:
    match kind:
        case "select_many":
            return raw.split(" ")
        case "numeric":
            figure = number(raw)
            return raw if figure is None else figure
        case "geo_point":
            parts = [number(shortest(part)) for part in raw.split(" ")]
            return raw if None in parts else parts
    return raw
