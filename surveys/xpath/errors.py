"""What can be wrong with an expression."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an expression is refused, for whoever puts it into words."""

    UNREADABLE = "unreadable"  # a character or a word that cannot stand there
    UNFINISHED = "unfinished"  # the expression ends too early
    UNKNOWN = "unknown"  # a function that nobody knows
    ARGUMENTS = "arguments"  # too many or too few of them
    PATTERN = "pattern"  # a regular expression that is none
    NODES = "nodes"  # a value where only a path can stand
    NESTED = "nested"  # deeper than anybody can follow


class ExpressionError(ValueError):
    """An expression that cannot be understood or, rarely, not be evaluated.

    `position` counts characters from 0, `found` is the piece of text in question.
    """

    def __init__(self, message: str, position: int = 0, found: str = "") -> None:
        super().__init__(message, position)
        self.reason = Reason(message)
        self.message = message
        self.position = position
        self.found = found

    def __str__(self) -> str:
        return f"{self.message} at {self.position}: {self.found}".rstrip(": ")
