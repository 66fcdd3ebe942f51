"""What an expression needs to know."""

from __future__ import annotations

import pytest

from surveys.xpath import compile


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("${a} + ${b} > ${a}", ("a", "b")),
        (". > 5", ()),
        ("../a/b = /data/c", ("../a/b", "/data/c")),
        ("a + //b", ("./a", "//b")),
        ("/data/row[./x = ${a}][y = current()/../b]/z", ("/data/row/z", "a", "../b")),
        ("/data/row[x = ../b and /data/c]", ("/data/row", "/data/c")),
        ("/data//b/../c", ("/data//b/../c",)),
        ("instance('list')/root/item[town = ${a}]", ("a",)),
        ("selected(${a}, 'x') and not(${b} = '${c}')", ("a", "b")),
        ("/data/a/@kind", ("/data/a/@kind",)),
        ("${ a }", ("a",)),
    ],
)
def test_references(text: str, references: tuple[str, ...]) -> None:
    """Names of `${name}`, and paths as they are written without their predicates."""
    assert compile(text).references == references


def test_functions() -> None:
    """All that are called, in predicates too."""
    assert compile("a[position() = last()] or b(c())").functions == {"position", "last", "b", "c"}
