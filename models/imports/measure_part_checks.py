"""What must fit together between the sheet of measures and those of what belongs to them."""

from __future__ import annotations

from collections.abc import Collection

from models.imports.measure_checks import Read, check_once
from models.imports.problems import Unexpected, nearest


def check_numbers(read: Read, measures: Collection[str]) -> None:
    """Every row belongs to a measure of the table."""
    for record in read.records:
        number = record.values.get("number")
        if number is not None and number not in measures:
            like = nearest(number, measures)
            problem = Unexpected("measure_unknown", value=number, nearest=like)
            read.wrong(record, "number", problem)


def check_values(read: Read, indicators: Read) -> None:
    """Every value belongs to an indicator of the table, and a day has one."""
    check_once(read, ["number", "indicator", "day"])
    _check_named(read, indicators, "indicator", "indicator_unknown")


def check_moved(read: Read, steps: Read) -> None:
    """Every moved step is one of the table."""
    _check_named(read, steps, "step", "step_unknown")


def _check_named(read: Read, owned: Read, column: str, code: str) -> None:
    """What a row names in `column` is one of the same measure's in `owned`."""
    names = {(x.values.get("number"), x.values.get("name")) for x in owned.records}
    for record in read.records:
        number, name = (record.values.get(x) for x in ("number", column))
        if number and name and (number, name) not in names:
            theirs = [str(known) for owner, known in names if owner == number]
            problem = Unexpected(code, value=name, nearest=nearest(name, theirs))
            read.wrong(record, column, problem)
