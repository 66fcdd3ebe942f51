"""Functions on choices (https://getodk.github.io/xforms-spec/#select-functions)."""

from __future__ import annotations

from functools import partial

from surveys.xpath.code import Code, Strings, of_boolean, of_number, of_string
from surveys.xpath.function import Arguments, Function
from surveys.xpath.scope import Frame


def selected(arguments: Arguments) -> Code:
    """`selected(chosen, name)`: whether a choice is among those chosen."""
    chosen, name = arguments[0].string, arguments[1].string
    constant = arguments[1].constant
    if constant is not None and len(constant.split()) == 1:
        fixed = constant.strip()
        return of_boolean(lambda frame: fixed in chosen(frame).split())
    return of_boolean(partial(_selected, chosen, name))


def selected_at(arguments: Arguments) -> Code:
    """`selected-at(chosen, place)`: places count from 0; "" beyond the last."""
    return of_string(partial(_selected_at, arguments[0].string, arguments[1]))


def count_selected(arguments: Arguments) -> Code:
    """`count-selected(chosen)`."""
    chosen = arguments[0].string
    return of_number(lambda frame: float(len(chosen(frame).split())))


def choice_name(arguments: Arguments) -> Code:
    """`jr:choice-name(value, 'path')`: the choice's label in the person's language."""
    value, path = arguments[0].string, arguments[1].string
    # pyxform puts blanks around a path that it has put in for `${name}`.
    return of_string(lambda frame: frame.scope.choice_name(value(frame), path(frame).strip()))


def itext(arguments: Arguments) -> Code:
    """`jr:itext(id)`: a text of the form in the person's language."""
    key = arguments[0].string
    return of_string(lambda frame: frame.scope.itext(key(frame)))


def _selected(chosen: Strings, name: Strings, frame: Frame) -> bool:
    all_of_them, wanted = chosen(frame).split(), name(frame).strip()
    return wanted in all_of_them if wanted else not all_of_them


def _selected_at(chosen: Strings, place: Code, frame: Frame) -> str:
    all_of_them, at = chosen(frame).split(), place.number(frame)
    return all_of_them[int(at)] if 0 <= at < len(all_of_them) else ""


FUNCTIONS = {
    "selected": Function(selected, 2, 2),
    "selected-at": Function(selected_at, 2, 2),
    "count-selected": Function(count_selected, 1, 1),
    "jr:choice-name": Function(choice_name, 2, 2),
    "jr:itext": Function(itext, 1, 1),
}
