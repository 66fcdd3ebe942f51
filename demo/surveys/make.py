"""Makes the demo town's surveys, an .xlsx for each folder here: `python -m demo.surveys.make`.

In a folder, `survey.csv` has the questions without words, `choices.toml` the lists of choices, and
`<language>.toml` all words of a language; `plan.toml` is what the demo town decided about the
survey. The result is XLSForm, https://xlsform.org.
"""

from __future__ import annotations

import csv
import io
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
VERSION = "2026-11"
DEFAULT = "de"
WRITTEN = datetime(2026, 11, 2, 8, tzinfo=UTC)
ALONE = ("nothing", "nobody", "nowhere", "no_answer")
"""Choices that go with no other."""

Sheet = list[list[str]]


def main() -> None:
    """Write every survey beside its folder."""
    for folder in folders():
        folder.with_suffix(".xlsx").write_bytes(made(folder))


def folders() -> list[Path]:
    """One for each survey; the form's id is the folder's name."""
    return sorted(each.parent for each in HERE.glob("*/survey.csv"))


def made(folder: Path) -> bytes:
    """The workbook of a folder; the same folder always gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.created = WRITTEN
    for name, rows in sheets(folder).items():
        _write(book, name, rows)
    written = io.BytesIO()
    book.save(written)
    return _without_moment(written.getvalue(), WRITTEN)


def sheets(folder: Path) -> Mapping[str, Sheet]:
    """The cells of all sheets, header first."""
    words = _words(folder)
    lists = _toml(folder / "choices.toml")
    parents = lists.pop("districts", {})
    lists = {name: names.split() for name, names in lists.items()}
    areas = {name: area for area, names in parents.items() for name in names.split()}
    lists |= {"districts": list(areas)} if areas else {}
    return {
        "survey": list(_survey(folder, words, lists)),
        "choices": list(_choices(words, lists, areas)),
        "settings": list(_settings(folder, words)),
    }


def _words(folder: Path) -> list[dict[str, Any]]:
    """The languages' words, the default language first."""
    files = sorted(folder.glob("??.toml"), key=lambda file: (file.stem != DEFAULT, file.stem))
    return [_toml(file) for file in files]


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _survey(
    folder: Path, words: Sequence[dict[str, Any]], lists: Mapping[str, Sequence[str]]
) -> Iterator[list[str]]:
    spoken = ("label", "hint", "constraint_message")
    with (folder / "survey.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    plain = list(rows[0])
    yield [*plain, *(f"{column}::{each['language']}" for column in spoken for each in words)]
    for row in rows:
        said = {"label": row["name"], "hint": row["name"], "constraint_message": _message(row)}
        if row["type"].startswith("end_"):
            said = {}
        texts = [each[column].get(said.get(column), "") for column in spoken for each in words]
        yield [*_with_constraint(row, lists).values(), *texts]


def _message(row: Mapping[str, str]) -> str:
    return "alone" if row["constraint"] == "alone" else row["name"]


def _with_constraint(
    row: Mapping[str, str], lists: Mapping[str, Sequence[str]]
) -> Mapping[str, str]:
    """ "alone" is short for the constraint by which forms say which choices stand alone."""
    if row["constraint"] != "alone":
        return row
    alone = [name for name in lists[row["type"].split()[1]] if name in ALONE]
    any_of = " or ".join(f"selected(., '{name}')" for name in alone)
    return {**row, "constraint": f"not(({any_of}) and count-selected(.) > 1)"}


def _choices(
    words: Sequence[dict[str, Any]], lists: Mapping[str, Sequence[str]], areas: Mapping[str, str]
) -> Iterator[list[str]]:
    parent = ["area"] if areas else []
    yield ["list_name", "name", *parent, *(f"label::{each['language']}" for each in words)]
    for group, names in lists.items():
        for name in names:
            above = [areas.get(name, "") if group == "districts" else ""] if parent else []
            yield [group, name, *above, *(_choice(each["choices"], group, name) for each in words)]


def _choice(words: Mapping[str, Any], group: str, name: str) -> str:
    own: Mapping[str, str] = words.get(group, {})
    return own[name] if name in own else words[name]


def _settings(folder: Path, words: Sequence[dict[str, Any]]) -> Iterator[list[str]]:
    yield ["form_title", "form_id", "version", "default_language"]
    title = _toml(folder / "plan.toml")["title"][DEFAULT]
    yield [title, folder.name, VERSION, words[0]["language"]]


def _write(book: Workbook, name: str, rows: Sheet) -> None:
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append([cell or None for cell in row])
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = 24
        column[0].font = Font(bold=True)
    for cell in (cell for row in sheet.iter_rows(min_row=2) for cell in row):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2"


def _without_moment(data: bytes, moment: datetime) -> bytes:
    """A workbook without the moment at which it was written, which makes every copy another."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=(*moment.timetuple()[:6],))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _undated(name, old.read(name), moment))
    return again.getvalue()


def _undated(name: str, content: bytes, moment: datetime) -> bytes:
    if name != "docProps/core.xml":
        return content
    before, _, rest = content.partition(b"<dcterms:modified")
    tag, _, after = rest.partition(b">")
    _, _, end = after.partition(b"<")
    return before + b"<dcterms:modified" + tag + b">" + f"{moment:%FT%TZ}<".encode() + end


if __name__ == "__main__":
    main()
