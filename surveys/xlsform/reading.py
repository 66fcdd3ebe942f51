"""An XLSForm file into a Form, with everything that is wrong with it.

Slow (pyxform alone takes a quarter of a second for a large form): call it off the event loop.
Source of the format: https://xlsform.org and https://github.com/XLSForm/pyxform.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from surveys.form import Form
from surveys.media.checking import File
from surveys.xlsform import headers
from surveys.xlsform.building import built
from surveys.xlsform.checks import checked
from surveys.xlsform.conversion import converted
from surveys.xlsform.files import Files, beside, no_files
from surveys.xlsform.problems import Problem, Unreadable, error, refused
from surveys.xlsform.rows import Table, table
from surveys.xlsform.sheets import Sheet
from surveys.xlsform.workbook import sheets_of

KNOWN = {
    "survey": headers.SURVEY,
    "choices": headers.CHOICES,
    "external_choices": headers.CHOICES,
    "settings": headers.SETTINGS,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """`form` is None when one of the problems is an error. Problems stand in the file's order.
    `media` are the pictures, sounds and films that the form names, by those names.
    """

    form: Form | None
    problems: tuple[Problem, ...]
    media: Mapping[str, File] = field(default_factory=dict)


def read(source: Path | bytes, name: str, files: Files | None = None) -> Reading:
    """A form from a file or its content; `name` is the file's, for a form without an id.

    `files` gives the content of other files that the form names (lists as .csv, .geojson or
    .xml, pictures, sound); for a path these are the files beside it.
    """
    around = files or (beside(source) if isinstance(source, Path) else no_files)
    try:
        tables = tables_of(source.read_bytes() if isinstance(source, Path) else source)
    except Unreadable as unreadable:
        return Reading(None, (unreadable.problem,))
    return _reading(tables, PurePath(name).stem, around)


def tables_of(data: bytes) -> Mapping[str, Table]:
    """The sheets of a form, empty where the file has none. Raises Unreadable."""
    sheets = sheets_of(data)
    by_name = {sheet.name.strip().lower(): sheet for sheet in sheets}
    survey = by_name.get("survey") or _only(sheets)
    if survey is None or not survey.lines:
        found = ", ".join(sheet.name for sheet in sheets)
        raise Unreadable(error("sheet_missing", value=found))
    by_name["survey"] = survey
    return {name: table(by_name.get(name), known, name) for name, known in KNOWN.items()}


def _only(sheets: tuple[Sheet, ...]) -> Sheet | None:
    """A workbook with a single sheet is that form, whatever the sheet is called."""
    return sheets[0] if len(sheets) == 1 else None


def _reading(tables: Mapping[str, Table], name: str, files: Files) -> Reading:
    building = built(tables, name, files)
    problems = (*building.problems, *checked(building))
    if not refused(problems):
        problems = (*problems, *converted(tables, name))
    form = None if refused(problems) else building.form
    return Reading(form, tuple(_ordered(problems)), building.media)


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    """As the file has them, the sheet `survey` first; what is about no place stands before."""
    sheets = ("", *KNOWN)
    return sorted(problems, key=lambda each: (sheets.index(each.sheet), each.row))
