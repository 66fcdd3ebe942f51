"""Whatever text somebody writes into a form, nothing else than an ExpressionError comes of it."""

from __future__ import annotations

import math
from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from surveys.xpath import ExpressionError, compile
from surveys.xpath.expression import Expression
from surveys.xpath.library import FUNCTIONS
from surveys.xpath.parsing import parse
from surveys.xpath.values import number_of, text_of
from tests.surveys.xpath.seeing import NOW, scope, seeded

SIGNS = [*"+-*/|=<>()[],.@", "//", "!=", "<=", ">=", "..", "::", "and", "or", "div", "mod"]
VALUES = [
    "1",
    "2.5",
    "'a'",
    "''",
    "'2026-03-02'",
    "'('",
    "${mother}",
    "${age}",
    "${nobody}",
    "/data",
]
NAMES = ["child", "name", "node()", "text()", "child::*", "ancestor::node()", "*", "nothing"]
CALLS = [f"{name}(" for name in FUNCTIONS]
PIECES = st.sampled_from([*SIGNS, *VALUES, *NAMES, *CALLS])
WORDS = st.lists(PIECES, max_size=14).map(" ".join)


def _values() -> st.SearchStrategy[str]:
    """Expressions that are well-formed, with calls that may or may not make sense."""
    leaves = st.sampled_from([*VALUES, "/data/child/age", "/data/child", ".", "1 div 0"])
    return st.recursive(leaves, _built, max_leaves=8)


def _built(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["+", "-", "*", "div", "mod", "=", "<", "and", "or", "|"])
    calls = st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, max_size=4))
    return st.one_of(
        st.tuples(inner, signs, inner).map(lambda parts: f"({' '.join(parts)})"),
        calls.map(lambda call: f"{call[0]}({', '.join(call[1])})"),
        st.tuples(inner, inner).map(lambda parts: f"({parts[0]})[{parts[1]}]"),
    )


def _evaluated(text: str) -> None:
    with suppress(ExpressionError):
        expression = compile(text)
        for ask in (expression.boolean, expression.number, expression.string, expression.nodes):
            with suppress(ExpressionError):
                ask(scope())


@given(st.text())
@example("(" * 5000)
@example("-" * 5000 + "1")
@example("a[" * 200 + "1" + "]" * 200)
@example("'" + "9" * 400)
@example("9" * 400)
@example("1 or " * 3000 + "1")
@example("1 + " * 3000 + "1")
def test_any_text(text: str) -> None:
    """Letters of all kinds."""
    _evaluated(text)


@given(WORDS)
def test_any_words(text: str) -> None:
    """What looks like an expression and mostly is none."""
    _evaluated(text)


@given(_values())
def test_any_expression(text: str) -> None:
    """What is an expression, and makes sense or not."""
    _evaluated(text)


@given(_values())
def test_a_text_always_means_the_same(text: str) -> None:
    """Compiled twice it knows the same names and gives the same answer by the same chance."""
    try:
        one, other = Expression(text, parse(text)), Expression(text, parse(text))
    except ExpressionError:
        return
    assert one.references == other.references
    assert one.functions == other.functions
    assert one.syntax == other.syntax
    assert _answer(one) == _answer(other)


def _answer(expression: Expression) -> str:
    try:
        return expression.string(seeded(5))
    except ExpressionError as wrong:
        return str(wrong)


@given(st.floats(allow_nan=True, allow_infinity=False))
def test_a_number_survives_its_spelling(number: float) -> None:
    """What is printed is read as the same number."""
    again = number_of(text_of(number), NOW.tzinfo)
    assert again == number or (math.isnan(again) and math.isnan(number))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_is_printed_with_an_exponent(number: float) -> None:
    """XPath 4.2."""
    assert set(text_of(number)) <= set("-.0123456789")


@given(st.text())
def test_any_text_has_a_number(text: str) -> None:
    """Or none, which is NaN; and what is a number is written in ASCII digits."""
    number = number_of(text, NOW.tzinfo)
    assert math.isnan(number) or set(text) <= set(" \t\r\n-+.:eETZ0123456789")


@given(st.datetimes(timezones=st.just(NOW.tzinfo)).filter(lambda each: 1900 < each.year < 9000))
def test_a_moment_survives_its_spelling(moment: object) -> None:
    """To the millisecond, in the form's zone."""
    text = moment.isoformat(timespec="milliseconds")  # type: ignore[attr-defined]
    again = compile(f"string(date(string('{text}') + 0))").string(scope())
    assert compile(f"'{again}' + 0").number(scope()) == compile(f"'{text}' + 0").number(scope())
