"""One row of the sheet `survey` into a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from pyxform.utils import default_is_dynamic

from surveys.form import Choice, Question, QuestionType
from surveys.xlsform.choices import OTHER, exclusive_in, with_other
from surveys.xlsform.exclusive import exclusive
from surveys.xlsform.headers import SPOKEN, SURVEY
from surveys.xlsform.languages import Languages
from surveys.xlsform.rows import Row
from surveys.xlsform.types import Kind

BOOLEANS = {
    **dict.fromkeys(("yes", "true", "true()", "1"), "true()"),
    **dict.fromkeys(("no", "false", "false()", "0"), ""),
}
NAME = re.compile(r"\$\{\s*([^}]+?)\s*\}")
PAIR = re.compile(r"([^\s=,;]+)\s*=\s*([^\s,;]+)")
LABEL = re.compile(r"\blabel::[^\s=!<>,)]+(?:\s*\([\w-]+\))?")
"""`label::English (en)`, which a choice filter may say for the choice's label."""

FOLDED = frozenset({"label", "value", "seed"})
"""Parameters whose case counts."""


@dataclass(slots=True)
class Forming:
    """What is known while a form is put together; `or_other` adds lists."""

    languages: Languages
    lists: dict[str, tuple[Choice, ...]]


def question(row: Row, meant: Kind, path: str, forming: Forming) -> Question:
    """A question with all that its row says. `meant.type` must be a question's."""
    words, default = forming.languages.words, row.code("default")
    type_, listed = QuestionType(meant.type), _listed(meant, forming)
    return Question(
        name=path.rpartition("/")[2],
        path=path,
        type=type_,
        label=words(row, "label"),
        hint=words(row, "hint"),
        guidance=words(row, "guidance_hint"),
        media=forming.languages.media(row),
        relevant=condition(row.code("relevant"), otherwise="false()"),
        required=condition(row.code("required")),
        required_message=words(row, "required_message"),
        constraint=condition(row.code("constraint"), otherwise="false()"),
        constraint_message=words(row, "constraint_message"),
        default=default,
        dynamic_default=bool(default) and bool(default_is_dynamic(default, type_.value)),
        calculation=row.code("calculation"),
        trigger=tuple(NAME.findall(row.code("trigger"))),
        read_only=condition(row.code("read_only")),
        list=listed,
        choice_filter=LABEL.sub("label", row.code("choice_filter")),
        exclusive=_exclusive(row, type_, listed, forming),
        other=f"{path}_other" if meant.other else "",
        appearance=appearance(row),
        parameters={**_file_columns(meant), **parameters(row)},
        columns=_columns(row),
    )


def other(asked: Question) -> Question:
    """The question for the words of `or_other`; what it is called is for the catalogs to say."""
    said = f"selected(${{{asked.name}}}, '{OTHER}')"
    name = f"{asked.name}_other"
    field = asked.field_of_action
    return Question(name, asked.other, QuestionType.TEXT, relevant=said, field_of_action=field)


def condition(text: str, otherwise: str = "") -> str:
    """A yes or no as an expression; no is `otherwise`."""
    known = BOOLEANS.get(text.lower(), text)
    return known if known or not text else otherwise


def appearance(row: Row) -> tuple[str, ...]:
    """The words of an appearance; what has brackets, `search('x', 1)`, is one."""
    text = row.code("appearance")
    return (text,) if "(" in text else tuple(text.split())


def parameters(row: Row) -> Mapping[str, str]:
    """`start=1 end=10` by name; the older column `rows` counts as one."""
    found = {key.lower(): value for key, value in PAIR.findall(row.code("parameters"))}
    folded = {key: x if key in FOLDED else x.lower() for key, x in found.items()}
    return folded | ({"rows": row.code("rows")} if row.code("rows") else {})


def _listed(meant: Kind, forming: Forming) -> str:
    if meant.file:
        return PurePath(meant.list).stem
    return with_other(forming.lists, meant.list) if meant.other else meant.list


def _file_columns(meant: Kind) -> dict[str, str]:
    """GeoJSON's own names for what other lists call `name` and `label`."""
    is_places = meant.file and meant.list.lower().endswith(".geojson")
    return {"value": "id", "label": "title"} if is_places else {}


def _exclusive(row: Row, type_: QuestionType, listed: str, forming: Forming) -> frozenset[str]:
    if type_ is not QuestionType.SELECT_MULTIPLE:
        return frozenset()
    choices = forming.lists.get(listed, ())
    named = exclusive(row.code("constraint")) & {choice.name for choice in choices}
    return named | exclusive_in(choices)


def _columns(row: Row) -> dict[str, str]:
    return {
        f"{key.column}::{key.language}" if key.language else key.column: text
        for key, text in row.cells.items()
        if key.column not in SURVEY and key.column not in SPOKEN
    }
