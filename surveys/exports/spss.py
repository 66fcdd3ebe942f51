"""Responses as .sav files of SPSS, with labels of variables and values.

Repeats are files of their own beside the first, and the codebook says how columns are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from surveys.exports import codebook, csv_files
from surveys.exports.cells import NUMBERS, Cell, Target
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.headings import Heading, Kind
from surveys.exports.numbers import number, spelled
from surveys.exports.options import Options
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of
from surveys.exports.spelling import NAMES, Spelling
from surveys.exports.spss_names import mangled
from surveys.form import QuestionType, Words

VARIABLE_LABEL = 255
VALUE_LABEL = 120
LONGEST = 32_767
"""SPSS's limits in bytes: label of a variable, label of a value, text."""
MORE = "…"


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The main file at `path`, NAME-REPEAT.sav for each repeat, and NAME-codebook.csv."""
    made = sheets(dataset, NAMES, TARGET)
    names = {sheet.name: mangled(sheet.header) for sheet in made}
    spelling = spelling_of(dataset, options)
    files = []
    for sheet in made:
        file = path if sheet is made[0] else path.with_stem(f"{path.stem}-{sheet.name}")
        _write(file, sheet, names[sheet.name], spelling)
        files.append(file)
    table = {(sheet, heading): name for sheet, x in names.items() for heading, name in x.items()}
    book = path.with_name(f"{path.stem}-{CODEBOOK}.csv")
    rows = codebook.codebook(dataset, made, table)
    return [
        *files,
        csv_files.write_codebook(book, codebook.header(dataset, table), rows, options),
    ]


def cut(text: str, most: int) -> str:
    """A text of at most so many bytes in UTF-8, with … at its end where some is missing."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - len(MORE.encode())].decode("utf-8", "ignore") + MORE


TARGET = Target(text=lambda raw: cut(raw, LONGEST), number=float, day=lambda day: day, loose=float)


def _write(path: Path, sheet: Sheet, names: Mapping[str, str], spelling: Spelling) -> None:
    import pandas  # noqa: PLC0415  a second that only this command waits for
    from pyreadstat import write_sav  # noqa: PLC0415  the same

    columns = _columns(sheet)
    named = [(names[heading.name], heading) for heading in sheet.headings]
    data = {
        name: pandas.Series(values, dtype=_dtype(values))
        for (name, _), values in zip(named, columns, strict=True)
    }
    texts = {name for name, values in data.items() if values.dtype == object}
    with placed(path) as file:
        write_sav(
            pandas.DataFrame(data),
            file,
            column_labels={name: _label(heading, spelling) for name, heading in named},
            variable_value_labels={
                name: labels
                for name, heading in named
                if (labels := _value_labels(heading, spelling, text=name in texts))
            },
            variable_measure={name: _measure(heading) for name, heading in named},
        )


def _columns(sheet: Sheet) -> list[Sequence[Any]]:
    """Each column's values, all of one type: numbers, days, or texts."""
    rows = list(sheet)
    columns = zip(*rows, strict=True) if rows else [() for _ in sheet.headings]
    pairs = zip(sheet.headings, columns, strict=True)
    return [_uniform(list(column), heading) for heading, column in pairs]


def _uniform(values: list[Cell], heading: Heading) -> Sequence[Any]:
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {int, float} and _is_number(heading):
        return [None if value is None else float(str(value)) for value in values]
    if kinds == {date}:
        return values
    return [_text(value) for value in values]


def _is_number(heading: Heading) -> bool:
    """Whether the column is one of numbers, also where nobody has answered."""
    column = heading.column
    if heading.kind in {Kind.ABOUT, Kind.VALUE} and column is None:
        return False
    if heading.kind is not Kind.VALUE or column is None or column.type in NUMBERS:
        return True
    coded = all(number(choice.name) is not None for choice in column.choices)
    return column.type is QuestionType.SELECT_ONE and coded


def _text(value: Cell) -> str:
    match value:
        case None:
            return ""
        case float() | int():
            return spelled(value)
    return str(value)


def _dtype(values: Sequence[Any]) -> Any:
    return object if any(isinstance(x, str | date) for x in values) else float


def _label(heading: Heading, spelling: Spelling) -> str:
    column = heading.column
    if column is None:
        return heading.name
    label = spelling.said(column.question.label) or column.question.name
    said = {choice.name: spelling.said(choice.label) for choice in column.choices}
    part = said.get(heading.part, heading.part)
    return cut(f"{label} :: {part}" if part else label, VARIABLE_LABEL)


def _value_labels(heading: Heading, spelling: Spelling, *, text: bool) -> dict[Any, str]:
    column = heading.column
    if column is None or heading.kind is not Kind.VALUE:
        return {}
    if column.type is not QuestionType.SELECT_ONE:
        return {}
    labels: Iterable[tuple[str, Words]] = ((x.name, x.label) for x in column.choices)
    return {
        (name if text else float(name)): cut(spelling.said(words) or name, VALUE_LABEL)
        for name, words in labels
    }


def _measure(heading: Heading) -> str:
    column = heading.column
    if column is not None and heading.kind is Kind.VALUE and column.type in NUMBERS:
        return "scale"
    return "scale" if heading.kind in {Kind.INDEX, Kind.PARENT, Kind.AXIS} else "nominal"
