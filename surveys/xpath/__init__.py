"""ODK XPath: compiled once, evaluated often (docs/xpath.md)."""

from surveys.xpath.code import Type
from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.expression import KNOWN, Expression, compile
from surveys.xpath.scope import Scope
from surveys.xpath.tree import Document, Element, document

__all__ = [
    "KNOWN",
    "Document",
    "Element",
    "Expression",
    "ExpressionError",
    "Reason",
    "Scope",
    "Type",
    "compile",
    "document",
]
