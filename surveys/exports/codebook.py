"""The codebook: what each column and each choice means, in all languages of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from surveys.exports.dataset import Dataset
from surveys.exports.headings import Heading, Kind
from surveys.exports.sheets import Sheet
from surveys.form import Words

FIXED = ("sheet", "column", "kind", "question", "type", "choice", "versions")
MANGLED = "variable"
"""The column of the names that SPSS takes."""

Names = Mapping[tuple[str, str], str]
"""(sheet, column) → name in SPSS."""


def header(dataset: Dataset, mangled: Names | None = None) -> list[str]:
    """The codebook's columns."""
    labels = [f"label::{language}" if language else "label" for language in dataset.languages]
    return [*FIXED, *([MANGLED] if mangled else []), *labels]


def codebook(
    dataset: Dataset, sheets: Iterable[Sheet], mangled: Names | None = None
) -> Iterator[list[str]]:
    """A row for each column of each sheet, and below it one for each of its choices."""
    columns = ((sheet.name, heading) for sheet in sheets for heading in sheet.headings)
    for sheet, heading in columns:
        name = [mangled.get((sheet, heading.name), "")] if mangled else []
        for fixed, label in _rows(heading):
            yield [sheet, *fixed, *name, *_labels(label, dataset)]


def _rows(heading: Heading) -> Iterator[tuple[list[str], Words]]:
    column = heading.column
    if column is None:
        yield [heading.name, heading.kind, "", "", "", ""], {}
        return
    question = [column.path, column.type.value]
    offered = {name: "; ".join(versions) for name, versions in column.offered.items()}
    versions = "; ".join(column.versions)
    about = [heading.name, heading.kind.value, *question]
    labels = {choice.name: choice.label for choice in column.choices}
    label = labels.get(heading.part, column.question.label)
    yield [*about, heading.part, offered.get(heading.part, versions)], label
    if heading.kind is Kind.VALUE and column.listed:
        for name, words in labels.items():
            yield [*about, name, offered[name]], words


def _labels(words: Words, dataset: Dataset) -> list[str]:
    return [words.get(language, "") for language in dataset.languages]
