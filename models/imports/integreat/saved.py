"""A folder of saved answers of Integreat: `<language>/pages.json`, `locations.json`, …"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.imports.integreat.node import Node
from models.imports.integreat.remarks import Remarks
from models.imports.languages import code_of
from models.imports.problems import Unexpected
from models.imports.table import LARGEST, MEGABYTE
from models.translation import GERMAN

PAGES, LOCATIONS, EVENTS = KINDS = ("pages", "locations", "events")
REGION = "region.json"
OURS = {"de-si": "de-x-leicht", "ku": "kmr", "zh-cn": "zh-Hans"}
"""Integreat's codes of languages that are called otherwise here."""
FARSI, PERSIAN = "pes", "fa"  # Iranian Persian, which has either code there and "fa" here

Items = Mapping[str, tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Saved:
    """What each file holds: kind → language → objects. `region` describes the region, if saved."""

    items: Mapping[str, Items]
    region: Node


def read_saved(folder: Path, languages: Collection[str], remarks: Remarks) -> Saved:
    """Everything that is saved in `languages` and in German; all there are without any named.

    What cannot be read is a problem in `remarks`.
    """
    folders = _folders(folder, languages, remarks)
    if GERMAN not in folders:
        remarks.problem("integreat_folder", folder.name, value=GERMAN)
        return Saved({kind: {} for kind in KINDS}, Node({}))
    items = {
        kind: {language: _items(path, kind, remarks) for language, path in folders.items()}
        for kind in KINDS
    }
    return Saved(items, _region(folder, remarks))


def our_code(name: str) -> str:
    """The code of a language that Integreat calls `name`. Raises Unexpected."""
    return OURS.get(name.lower()) or code_of(name)


def _folders(folder: Path, wanted: Collection[str], remarks: Remarks) -> dict[str, Path]:
    """The folders of languages, German first."""
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        if any((path / f"{kind}.json").is_file() for kind in KINDS):
            _enter(found, path, remarks)
    if FARSI in found and PERSIAN not in found:
        found[PERSIAN] = found.pop(FARSI)
    chosen = {x: path for x, path in found.items() if not wanted or x in wanted or x == GERMAN}
    return dict(sorted(chosen.items(), key=lambda entry: (entry[0] != GERMAN, entry[0])))


def _enter(found: dict[str, Path], path: Path, remarks: Remarks) -> None:
    try:
        found[our_code(path.name)] = path
    except Unexpected:
        remarks.notice("integreat_language", path.name, value=path.name)


def _items(folder: Path, kind: str, remarks: Remarks) -> tuple[Node, ...]:
    path = folder / f"{kind}.json"
    file = f"{folder.name}/{path.name}"
    if not path.is_file():
        remarks.count("integreat_missing", folder.parent.name, file)
        return ()
    value = _json(path, file, remarks)
    if isinstance(value, list):
        return tuple(Node(x) for x in value if isinstance(x, dict))
    if isinstance(value, dict) and isinstance(value.get("error"), str):
        remarks.problem("integreat_error", file, value=value["error"])
    elif value is not None:
        remarks.problem("integreat_list", file, found=type(value).__name__)
    return ()


def _region(folder: Path, remarks: Remarks) -> Node:
    path = folder / REGION
    value = _json(path, path.name, remarks) if path.is_file() else None
    return Node(value if isinstance(value, dict) else {})


def _json(path: Path, file: str, remarks: Remarks) -> Any:
    """The value in a file; None, with a problem, when there is none that can be read."""
    try:
        if path.stat().st_size > LARGEST * MEGABYTE:
            remarks.problem("large", file, most=str(LARGEST))
            return None
        value = json.loads(path.read_bytes())
    except OSError as error:
        remarks.problem("unreadable", file, reason=error.strerror or type(error).__name__)
        return None
    except (ValueError, RecursionError) as error:
        remarks.problem("integreat_json", file, reason=str(error))
        return None
    if value is None:
        remarks.problem("integreat_list", file, found="null")
    return value
