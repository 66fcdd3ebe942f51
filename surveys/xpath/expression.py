"""An expression: compiled once, evaluated often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from surveys.xpath.code import Code, Type
from surveys.xpath.compiling import code_of, mistake_in
from surveys.xpath.errors import ExpressionError
from surveys.xpath.library import FUNCTIONS
from surveys.xpath.parsing import parse
from surveys.xpath.paths import keeping
from surveys.xpath.references import references_of
from surveys.xpath.scope import Frame, Scope
from surveys.xpath.syntax import Call, Expr, everything
from surveys.xpath.tree import Element

KNOWN = frozenset(FUNCTIONS)
KEPT = 8192  # expressions; the largest public form has some 1,200


class Expression:
    """`text` as it was written, and what a linter and a dependency graph want to know of it.

    `references` are names of `${name}` and paths, each once, in their order. `functions` are all
    that are called. `mistakes` are calls that fail when they are reached: of a function that nobody
    knows, or with too many or too few arguments. `type` is what it gives whatever the answers.
    """

    __slots__ = ("_code", "_keep", "functions", "mistakes", "references", "syntax", "text", "type")

    def __init__(self, text: str, syntax: Expr) -> None:
        self.text = text
        self.syntax = syntax
        self._code: Code = code_of(syntax)
        self.type: Type = self._code.type
        self._keep = keeping(self._code)
        self.references: tuple[str, ...] = references_of(syntax)
        calls = [node for node, _ in everything(syntax) if isinstance(node, Call)]
        self.functions: frozenset[str] = frozenset(call.name for call in calls)
        self.mistakes: tuple[ExpressionError, ...] = tuple(
            ExpressionError(wrong, call.position, call.name)
            for call in calls
            if (wrong := mistake_in(call)) is not None
        )

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"

    def boolean(self, scope: Scope) -> bool:
        """Its value as a boolean.

        Raises:
            ExpressionError: an unknown function, or a value where nodes are needed.
        """
        return self._code.boolean(Frame(scope, scope.context, scope.context))

    def number(self, scope: Scope) -> float:
        """Its value as a number, NaN for what is none. Raises as `boolean` does."""
        return self._code.number(Frame(scope, scope.context, scope.context))

    def string(self, scope: Scope) -> str:
        """Its value as a string. Raises as `boolean` does."""
        return self._code.string(Frame(scope, scope.context, scope.context))

    def nodes(self, scope: Scope) -> Sequence[Element]:
        """Its nodes, in document order unless it is `randomize()`. Raises as `boolean` does."""
        return self._code.nodes(Frame(scope, scope.context, scope.context))

    def kept(self, scope: Scope, candidates: Sequence[Element]) -> Sequence[Element]:
        """Those of the candidates for which it holds as a predicate, as in `candidates[…]`.

        That is what a choice filter is: `.` is the candidate, `current()` and `${name}` are seen
        from the scope's context. Raises as `boolean` does.
        """
        return self._keep(Frame(scope, scope.context, scope.context), candidates)


@lru_cache(maxsize=KEPT)
def compile(text: str) -> Expression:
    """An expression from its text.

    Raises:
        ExpressionError: it is none, or a regular expression that is written out is none. What is
            wrong with a call alone stands in `mistakes`.
    """
    return Expression(text, parse(text))


__all__ = ["KNOWN", "Expression", "ExpressionError", "compile"]
