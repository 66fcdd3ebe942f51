"""Languages: without a code, missing in a column, missing in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surveys.xlsform.building import Building
from surveys.xlsform.headers import SPOKEN
from surveys.xlsform.languages import coded, written_languages
from surveys.xlsform.problems import Problem, warning
from surveys.xlsform.rows import Row, Table

READ = tuple(sorted(SPOKEN - {"image", "audio", "video", "big-image", "no_app_error_string"}))
"""What people read. A picture may well be the same in all languages."""


def problems(building: Building) -> Iterator[Problem]:
    """The languages themselves, then their columns and cells."""
    yield from _languages(building)
    if len(building.languages.names) > 1:
        for name in ("survey", "choices"):
            yield from _columns(building, building.tables[name])
            yield from _cells(building, building.tables[name])


def _languages(building: Building) -> Iterator[Problem]:
    for written in written_languages(building.tables.values()):
        if not coded(written)[1]:
            yield warning("language_without_code", language=written)
    said = building.form.settings.get("default_language", "")
    if said and building.languages.names and not building.languages.plain:
        yield warning("language_unknown", "settings", 2, language=said)


def _columns(building: Building, table: Table) -> Iterator[Problem]:
    for column in READ:
        there = {x.header.language: x for x in table.columns if x.header.column == column}
        if "" in there and len(there) == 1:
            place = there[""].place
            yield warning("column_without_language", table.name, 1, place, name=column)
            continue
        missing = set(building.languages.names) - _codes(building, there)
        for code in sorted(missing if there else ()):
            language = building.languages.names[code]
            yield warning(
                "translation_column_missing", table.name, 1, name=column, language=language
            )


def _codes(building: Building, written: Iterable[str]) -> set[str]:
    return {coded(x)[0] if x else building.languages.plain for x in written}


def _cells(building: Building, table: Table) -> Iterator[Problem]:
    for row in table.rows:
        for column, language in _gaps(building, row):
            place = row.place(column, language)
            yield warning("translation_missing", row.sheet, row.number, place, language=language)


def _gaps(building: Building, row: Row) -> Iterator[tuple[str, str]]:
    """Columns and languages in which a row says nothing, though it does in another language."""
    for column in READ:
        said = set(building.languages.words(row, column))
        written = _columned(row, column) if said else []
        yield from ((column, language) for language in written if coded(language)[0] not in said)


def _columned(row: Row, column: str) -> list[str]:
    return [key.language for key in row.columns if key.column == column and key.language]
