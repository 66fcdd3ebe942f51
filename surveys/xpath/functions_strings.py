"""Functions on strings: XPath 1.0's, and ODK's join, substr, regex and so on."""

from __future__ import annotations

import math

from surveys.xpath.code import Code, of_boolean, of_number, of_string
from surveys.xpath.function import MANY, Arguments, Function, argument_or_context, texts
from surveys.xpath.patterns import matcher
from surveys.xpath.scope import Frame
from surveys.xpath.values import BLANKS


def string(arguments: Arguments) -> Code:
    """`string(value?)`."""
    return of_string(argument_or_context(arguments).string)


def concat(arguments: Arguments) -> Code:
    """`concat(value, …)`: a node-set adds the text of each of its nodes (ODK)."""
    collect = texts(arguments)
    return of_string(lambda frame: "".join(collect(frame)))


def join(arguments: Arguments) -> Code:
    """`join(separator, value, …)`."""
    separator, collect = arguments[0].string, texts(arguments[1:])
    return of_string(lambda frame: separator(frame).join(collect(frame)))


def starts_with(arguments: Arguments) -> Code:
    """`starts-with(text, part)`."""
    text, part = arguments[0].string, arguments[1].string
    return of_boolean(lambda frame: text(frame).startswith(part(frame)))


def ends_with(arguments: Arguments) -> Code:
    """`ends-with(text, part)`."""
    text, part = arguments[0].string, arguments[1].string
    return of_boolean(lambda frame: text(frame).endswith(part(frame)))


def contains(arguments: Arguments) -> Code:
    """`contains(text, part)`."""
    text, part = arguments[0].string, arguments[1].string
    return of_boolean(lambda frame: part(frame) in text(frame))


def substring_before(arguments: Arguments) -> Code:
    """`substring-before(text, part)`."""
    text, part = arguments[0].string, arguments[1].string

    def before(frame: Frame) -> str:
        whole, mark = text(frame), part(frame)
        return whole[: whole.index(mark)] if mark in whole else ""

    return of_string(before)


def substring_after(arguments: Arguments) -> Code:
    """`substring-after(text, part)`."""
    text, part = arguments[0].string, arguments[1].string

    def after(frame: Frame) -> str:
        whole, mark = text(frame), part(frame)
        return whole[whole.index(mark) + len(mark) :] if mark in whole else ""

    return of_string(after)


def substring(arguments: Arguments) -> Code:
    """`substring(text, first, length?)`: places count from 1 and are rounded."""
    text, first = arguments[0].string, arguments[1].number
    length = arguments[2].number if len(arguments) > 2 else None

    def cut(frame: Frame) -> str:
        start = _rounded(first(frame))
        end = math.inf if length is None else start + _rounded(length(frame))
        if math.isnan(start) or math.isnan(end) or end <= 1:
            return ""
        whole = text(frame)
        begin = max(1, min(start, len(whole) + 1))
        return whole[int(begin) - 1 : int(min(end, len(whole) + 1)) - 1]

    return of_string(cut)


def substr(arguments: Arguments) -> Code:
    """`substr(text, start, end?)`: places count from 0, negative ones from the end (ODK)."""
    text, first = arguments[0].string, arguments[1].number
    last = arguments[2].number if len(arguments) > 2 else None

    def cut(frame: Frame) -> str:
        whole = text(frame)
        end = len(whole) if last is None else _place(last(frame), len(whole))
        return whole[_place(first(frame), len(whole)) : end]

    return of_string(cut)


def string_length(arguments: Arguments) -> Code:
    """`string-length(text?)`, in characters."""
    text = argument_or_context(arguments).string
    return of_number(lambda frame: float(len(text(frame))))


def normalize_space(arguments: Arguments) -> Code:
    """`normalize-space(text?)`."""
    text = argument_or_context(arguments).string
    table = dict.fromkeys(map(ord, BLANKS), " ")
    return of_string(lambda frame: " ".join(filter(None, text(frame).translate(table).split(" "))))


def translate(arguments: Arguments) -> Code:
    """`translate(text, from, to)`."""
    text, source, target = (each.string for each in arguments)

    def replaced(frame: Frame) -> str:
        table: dict[int, str | None] = {}
        letters = target(frame)
        for place, letter in enumerate(source(frame)):
            table.setdefault(ord(letter), letters[place : place + 1] or None)
        return text(frame).translate(table)

    return of_string(replaced)


def regex(arguments: Arguments) -> Code:
    """`regex(text, pattern)`: whether the pattern occurs in the text (web forms; not anchored)."""
    text, matches = arguments[0].string, matcher(arguments[1])
    return of_boolean(lambda frame: matches(frame, text(frame)))


def _rounded(number: float) -> float:
    return number if not math.isfinite(number) else math.floor(number + 0.5)


def _place(number: float, length: int) -> int:
    if math.isnan(number):
        return 0
    at = max(-length, min(number, length))
    return int(at) if at >= 0 else int(at) + length


FUNCTIONS = {
    "string": Function(string, 0, 1),
    "concat": Function(concat, 0, MANY),
    "join": Function(join, 1, MANY),
    "starts-with": Function(starts_with, 2, 2),
    "ends-with": Function(ends_with, 2, 2),
    "contains": Function(contains, 2, 2),
    "substring-before": Function(substring_before, 2, 2),
    "substring-after": Function(substring_after, 2, 2),
    "substring": Function(substring, 2, 3),
    "substr": Function(substr, 2, 3),
    "string-length": Function(string_length, 0, 1),
    "normalize-space": Function(normalize_space, 0, 1),
    "translate": Function(translate, 3, 3),
    "regex": Function(regex, 2, 2),
}
