"""Text to syntax tree."""

from __future__ import annotations

from functools import cache
from typing import NoReturn

from lark import Lark, Token, UnexpectedInput
from lark.exceptions import UnexpectedCharacters, UnexpectedToken, VisitError

from surveys.xpath.building import Builder
from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.grammar import GRAMMAR
from surveys.xpath.syntax import Expr, everything

DEEPEST = 100  # levels; compiling one takes five frames of the stack, evaluating it up to four


def parse(text: str) -> Expr:
    """The syntax tree of an expression.

    Raises:
        ExpressionError: the text is no expression.
    """
    try:
        tree: Expr = _parser().parse(text)  # type: ignore[assignment]
    except UnexpectedInput as wrong:
        _refuse(text, wrong)
    except VisitError as wrong:
        if isinstance(wrong.orig_exc, ExpressionError):
            raise wrong.orig_exc from None
        raise
    if any(depth > DEEPEST for _, depth in everything(tree)):
        raise ExpressionError(Reason.NESTED)
    return tree


@cache
def _parser() -> Lark:
    # Building the tables takes a while, so the first expression pays for it and an import does not.
    return Lark(GRAMMAR, parser="lalr", transformer=Builder())


def _refuse(text: str, wrong: UnexpectedInput) -> NoReturn:
    if isinstance(wrong, UnexpectedCharacters):
        position: int = getattr(wrong, "pos_in_stream", 0)  # lark's own types say None
        raise ExpressionError(Reason.UNREADABLE, position, text[position : position + 1]) from None
    token = wrong.token if isinstance(wrong, UnexpectedToken) else Token("$END", "")
    if token.type == "$END":
        raise ExpressionError(Reason.UNFINISHED, len(text)) from None
    raise ExpressionError(Reason.UNREADABLE, token.start_pos or 0, str(token)) from None
