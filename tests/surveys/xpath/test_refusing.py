"""An expression that is none says where."""

from __future__ import annotations

import pytest

from surveys.xpath import ExpressionError, Reason, compile


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("", Reason.UNFINISHED, 0),
        (". >", Reason.UNFINISHED, 3),
        ("foo(${a} and", Reason.UNFINISHED, 12),
        ("${a} == 3", Reason.UNREADABLE, 6),
        ("${a} = 'x", Reason.UNREADABLE, 7),
        ("${a", Reason.UNREADABLE, 0),
        ("$a + 1", Reason.UNREADABLE, 0),
        ("a b", Reason.UNREADABLE, 2),
        ("1 && 2", Reason.UNREADABLE, 2),
        ("sideways::a", Reason.UNREADABLE, 0),
        ("a/comment('x')", Reason.UNREADABLE, 2),
        ("a/b()", Reason.UNREADABLE, 2),
        ("(1", Reason.UNFINISHED, 2),
        ("1)", Reason.UNREADABLE, 1),
        ("-" * 500 + "1", Reason.NESTED, 0),
    ],
)
def test_refused(text: str, reason: Reason, position: int) -> None:
    """With the reason, and the character from 0."""
    with pytest.raises(ExpressionError) as wrong:
        compile(text)
    assert (wrong.value.reason, wrong.value.position) == (reason, position)


@pytest.mark.parametrize(
    "text",
    [
        "a or or",
        "* * *",
        "div div div",
        "1div1",
        "mod",
        "/",
        "//*",
        ". . ."[:1],
        "a-b",
        "ä/ö",
        "a\n=\t1",
    ],
)
def test_taken(text: str) -> None:
    """Operators are operators only where one can stand; names are written in any script."""
    assert compile(text).text == text
