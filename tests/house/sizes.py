"""Measures Python code as the house counts it: lines, nested blocks, parameters."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef

BLOCKS = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.With,
    ast.AsyncWith,
    ast.Try,
    ast.TryStar,
    ast.Match,
)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True)
class Size:
    """One figure of one place, `file.py::function` or `file.py`."""

    place: str
    what: str
    figure: int


def sizes(file: Path, name: str) -> Iterator[Size]:
    """Every figure of a file that has a limit; `name` is how the file is called in a report."""
    source = file.read_text()
    yield Size(name, "lines", len(source.splitlines()))
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, Function):
            yield from _of_function(function, f"{name}::{function.name}")


def _of_function(function: Function, place: str) -> Iterator[Size]:
    yield Size(place, "function lines", _lines(function))
    yield Size(place, "nested blocks", _depth(function))
    yield Size(place, "parameters", _parameters(function.args))


def _lines(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def _depth(node: ast.AST) -> int:
    """Blocks within blocks below a node; functions and classes inside count for themselves."""
    inner = (child for child in ast.iter_child_nodes(node) if not isinstance(child, SCOPES))
    return max((_depth(child) + _deeper(node, child) for child in inner), default=0)


def _deeper(parent: ast.AST, child: ast.AST) -> int:
    return int(isinstance(child, BLOCKS) and not _is_elif(parent, child))


def _is_elif(parent: ast.AST, child: ast.AST) -> bool:
    """An `elif` is an `if` in the other's else, beginning in the same column."""
    if not (isinstance(parent, ast.If) and isinstance(child, ast.If)):
        return False
    return child in parent.orelse and child.col_offset == parent.col_offset


def _parameters(arguments: ast.arguments) -> int:
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    starred = [star for star in (arguments.vararg, arguments.kwarg) if star]
    own = [argument for argument in named if argument.arg not in {"self", "cls"}]
    return len(own) + len(starred)
