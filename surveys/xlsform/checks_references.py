"""`${name}` and paths must lead to a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from surveys.xlsform.building import ASKED_FOR, Building
from surveys.xlsform.expressions import Written, written
from surveys.xlsform.headers import SPOKEN
from surveys.xlsform.problems import Problem, error
from surveys.xlsform.rows import Row
from surveys.xlsform.targets import Names, names_of, paths, references
from surveys.xlsform.tree import rows
from surveys.xlsform.types import kind

GIVEN = frozenset({"instanceID", "instanceName"})
"""Names that every form has by itself."""

META = "/meta"


def problems(building: Building) -> Iterator[Problem]:
    """In expressions, triggers and texts."""
    names = names_of(building)
    for each in written(building):
        yield from _named(each, names)
        yield from _pathed(each, building, names)
    for question in building.form.questions():
        for name in question.trigger:
            yield from _unknown(building.origins[question.path], name, names)
    for row in (*rows(building.tables["survey"]), *building.tables["choices"].rows):
        yield from _piped(row, names)


def _named(each: Written, names: Names) -> Iterator[Problem]:
    tree = each.tree
    for name in () if tree is None else dict.fromkeys(references(tree)):
        if name not in names and name not in GIVEN:
            yield each.error("reference_unknown", name=name)
        elif len(names.get(name, ())) > 1:
            yield each.error("reference_ambiguous", name=name)


def _unknown(row: Row, name: str, names: Names) -> Iterator[Problem]:
    if name not in names:
        yield row.error("reference_unknown", "trigger", name=name)


def _piped(row: Row, names: Names) -> Iterator[Problem]:
    spoken = [(key, text) for key, text in row.cells.items() if key.column in SPOKEN]
    asked = ((key, name) for key, text in spoken for name in ASKED_FOR.findall(text))
    for key, name in asked:
        if name not in names and name not in GIVEN:
            place = row.place(key.column, key.language)
            yield error("reference_unknown", row.sheet, row.number, place, name=name)


def _pathed(each: Written, building: Building, names: Names) -> Iterator[Problem]:
    tree = each.tree
    for path in () if tree is None else dict.fromkeys(paths(tree, each.path)):
        if path in building.origins or not path or path.startswith(META):
            continue
        said = path.removeprefix(f"{each.path}/") if path.startswith(f"{each.path}/") else path
        if "/" in said:
            yield each.error("path_unknown", value=said)
        elif not _is_column(each, said, building):
            yield _bare(each, said, names)


def _bare(each: Written, name: str, names: Names) -> Problem:
    """Without ${…} it is the name of something inside the question, which is always empty."""
    say = each.error if name in names else each.warning
    return say("name_bare", name=name)


def _is_column(each: Written, name: str, building: Building) -> bool:
    """In a choice filter a bare name is a column of the choices."""
    if each.column != "choice_filter":
        return False
    listed = kind(each.row.code("type")).list
    rows_ = building.form.instances.get(PurePath(listed).stem)
    if rows_ is not None:
        return not rows_ or name in rows_[0]
    choices = building.tables["choices"].rows + building.tables["external_choices"].rows
    return any(key.column == name for row in choices[:1] for key in row.columns)
