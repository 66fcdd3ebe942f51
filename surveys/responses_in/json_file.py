"""Responses from the exact JSON of an export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from surveys.exports.dataset import Dataset, Response
from surveys.exports.json_file import FIELDS
from surveys.responses_in.problems import Problem, Unreadable, shown

SHEET = "responses"
ROW = re.compile(r"\[\d+\]")
Result = tuple[list[Response], list[Problem]]


def read(path: Path, dataset: Dataset) -> Result:
    """Responses, and what is wrong with them. Raises Unreadable."""
    records = _records(path)
    known = {column.path for table in dataset.tables for column in table.columns}
    repeats = {table.path for table in dataset.tables}
    versions = {form.version for form in dataset.versions}
    problems: list[Problem] = []
    responses = []
    for number, record in enumerate(records, 1):
        wrong = list(_wrong(record, known, repeats, versions))
        problems += [Problem(code, SHEET, number, values={"value": shown(x)}) for code, x in wrong]
        if not wrong:
            responses.append(_response(record, dataset))
    return responses, problems


def _records(path: Path) -> list[Any]:
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Unreadable("unreadable", reason=error.strerror or type(error).__name__) from error
    except ValueError as error:
        raise Unreadable("json", reason=str(error)) from error
    records = found.get(SHEET) if isinstance(found, dict) else None
    if not isinstance(records, list):
        raise Unreadable("json", reason=f"there is no list “{SHEET}”")
    return records


def _wrong(
    record: Any, known: set[str], repeats: set[str], versions: set[str]
) -> Iterator[tuple[str, str]]:
    if not _is_record(record):
        yield "record", str(record)
        return
    if record.get("version") not in {None, *versions}:
        yield "version_unknown", record["version"]
    for paths, where in (("values", known), ("rows", repeats)):
        strange = (x for x in record.get(paths, {}) if ROW.sub("", x) not in where)
        yield from (("path_unknown", path) for path in strange)


def _is_record(record: Any) -> bool:
    """Fields and values are texts, rows are whole numbers, and there is nothing else."""
    if not isinstance(record, dict):
        return False
    values, rows = record.get("values", {}), record.get("rows", {})
    about = {name: value for name, value in record.items() if name not in {"values", "rows"}}
    return (
        about.keys() <= set(FIELDS)
        and all(isinstance(value, str) for value in about.values())
        and _holds(values, str)
        and _holds(rows, int)
    )


def _holds(found: Any, kind: type) -> bool:
    return isinstance(found, dict) and all(type(value) is kind for value in found.values())


def _response(record: Mapping[str, Any], dataset: Dataset) -> Response:
    about = {name: record.get(name, "") for name in FIELDS}
    about["version"] = about["version"] or dataset.form.version
    return Response(**about, values=record.get("values", {}), rows=record.get("rows", {}))
