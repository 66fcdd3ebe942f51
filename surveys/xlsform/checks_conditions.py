"""Relevance that can never be true, as far as constants and lists of choices show."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import SELECTS, Question, QuestionType
from surveys.xlsform.building import Building
from surveys.xlsform.expressions import Written, written
from surveys.xlsform.problems import Problem
from surveys.xlsform.targets import Names, names_of
from surveys.xpath.syntax import Binary, Call, Chain, Expr, Literal, Number, Reference, everything

Selects = dict[str, tuple[Question, frozenset[str]]]


def problems(building: Building) -> Iterator[Problem]:
    """Relevance by relevance."""
    selects = _selects(building, names_of(building))
    for each in written(building):
        tree = each.tree
        if tree is None:
            continue
        yield from _strangers(each, tree, selects)
        if each.column == "relevant" and _always(tree, selects) is False:
            yield each.warning("never_true", value=each.text)


def _selects(building: Building, names: Names) -> Selects:
    """Name → the question and its choices, where its list is known."""
    form, found = building.form, {}
    for question in form.questions():
        choices = form.lists.get(question.list, ())
        if question.type in SELECTS and choices and len(names[question.name]) == 1:
            found[question.name] = question, frozenset(choice.name for choice in choices)
    return found


def _strangers(each: Written, tree: Expr, selects: Selects) -> Iterator[Problem]:
    for found, _ in everything(tree):
        asked = _compared(found)
        if asked and _is_stranger(*asked, selects):
            yield each.warning("choice_unknown", name=asked[0], value=asked[1])


def _compared(tree: Expr) -> tuple[str, str] | None:
    """The name and the value of `${name} = 'value'` or `selected(${name}, 'value')`."""
    match tree:
        case Binary("=" | "!=", Reference(name), Literal(value)):
            return name, value
        case Binary("=" | "!=", Literal(value), Reference(name)):
            return name, value
        case Call("selected", (Reference(name), Literal(value)), _):
            return name, value.strip()
    return None


def _is_stranger(name: str, value: str, selects: Selects) -> bool:
    return name in selects and bool(value) and value not in selects[name][1]


def _always(tree: Expr, selects: Selects) -> bool | None:
    """What a condition always is; None when that depends on the answers."""
    match tree:
        case Call("true" | "false", (), _):
            return tree.name == "true"
        case Call("not", (inside,), _):
            value = _always(inside, selects)
            return None if value is None else not value
        case Chain("and" | "or"):
            return _chain(tree, selects)
        case Binary("=" | "!=", Literal() | Number(), Literal() | Number()):
            same = str(getattr(tree.left, "value", "")) == str(getattr(tree.right, "value", ""))
            return same == (tree.operator == "=")
        case Call("selected") | Binary("="):
            asked = _compared(tree)
            return False if asked and _is_stranger(*asked, selects) else None
    return None


def _chain(tree: Chain, selects: Selects) -> bool | None:
    values = [_always(part, selects) for part in tree.parts]
    decisive = tree.operator == "or"
    if decisive in values or all(value is (not decisive) for value in values):
        return decisive if decisive in values else not decisive
    return False if tree.operator == "and" and _contradicts(tree, selects) else None


def _contradicts(tree: Chain, selects: Selects) -> bool:
    """Two values at once for a question that takes one."""
    wanted: dict[str, str] = {}
    for part in tree.parts:
        asked = _compared(part) if not isinstance(part, Binary) or part.operator == "=" else None
        if asked and _takes_one(asked[0], selects) and wanted.setdefault(*asked) != asked[1]:
            return True
    return False


def _takes_one(name: str, selects: Selects) -> bool:
    return name in selects and selects[name][0].type is QuestionType.SELECT_ONE
