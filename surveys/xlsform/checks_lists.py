"""Lists of choices, and the questions that name them."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import SELECTS, QuestionType
from surveys.xlsform.building import Building
from surveys.xlsform.choices import list_name
from surveys.xlsform.problems import Problem
from surveys.xlsform.rows import Row
from surveys.xlsform.settings import allows_doubles
from surveys.xlsform.types import kind

SEVERAL = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})


def problems(building: Building) -> Iterator[Problem]:
    """The questions' lists, then the choices of each list."""
    form = building.form
    for question in form.questions():
        if question.type in SELECTS and question.list not in form.instances:
            yield from _list(building, building.origins[question.path])
    several = {x.list.removesuffix(" other") for x in form.questions() if x.type in SEVERAL}
    yield from _choices(building, several)


def _list(building: Building, row: Row) -> Iterator[Problem]:
    meant = kind(row.code("type"))
    if not meant.list:
        yield row.error("list_missing", "type")
    elif not meant.file and not any(
        list_name(x) == meant.list
        for sheet in ("choices", "external_choices")
        for x in building.tables[sheet].rows
    ):
        yield row.error("list_unknown", "type", value=meant.list)


def _choices(building: Building, several: set[str]) -> Iterator[Problem]:
    doubles = allows_doubles(dict(building.form.settings))
    seen: set[tuple[str, str]] = set()
    for row in building.tables["choices"].rows:
        name, listed = row.code("name"), list_name(row)
        if not listed:
            continue  # a remark, or a rule between two lists
        yield from _choice(row, blank=listed in several)
        if (listed, name) in seen and name and not doubles:
            yield row.error("choice_twice", "name", value=name, name=listed)
        seen.add((listed, name))


def _choice(row: Row, *, blank: bool) -> Iterator[Problem]:
    name = row.code("name")
    if not name:
        yield row.error("choice_name_missing", "name", name=list_name(row))
    elif blank and len(name.split()) > 1:
        yield row.error("choice_blank", "name", value=name)
    if not row.words("label") and not row.words("image"):
        yield row.warning("choice_label_missing", "label", value=name)
