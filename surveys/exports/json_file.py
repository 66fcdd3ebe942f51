"""Responses as JSON, exactly as they are: {"form", "title", "versions", "responses": [...]}."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from surveys.exports.dataset import Dataset, Response
from surveys.exports.files import placed
from surveys.exports.headings import ABOUT
from surveys.exports.options import Options

FIELDS = tuple(ABOUT.values())


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:  # noqa: ARG001  it is exact
    """One response a line, so that the file also reads well and is never held as a whole."""
    head = {
        "form": dataset.form.id,
        "title": dict(dataset.form.title),
        "versions": [form.version for form in dataset.versions],
    }
    with placed(path) as part, part.open("w", encoding="utf-8") as text:
        text.write(_dumped(head)[:-1] + ', "responses": [')
        for number, response in enumerate(dataset.responses):
            text.write((",\n" if number else "\n") + _dumped(record(response)))
        text.write("\n]}\n")
    return [path]


def record(response: Response) -> Mapping[str, Any]:
    """A response as JSON has it; fields that are empty are left out."""
    about = {field: getattr(response, field) for field in FIELDS}
    filled = {field: value for field, value in about.items() if value}
    return {**filled, "values": dict(response.values), "rows": dict(response.rows)}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
