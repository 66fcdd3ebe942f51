"""Machines outside of Lotse that a town may have: they are asked, and may fail to answer."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """Why there is no answer, or none that is taken."""

    LATE = "late"
    REFUSED = "refused"
    WRONG = "wrong"
    UNREACHED = "unreached"
    TOO_LONG = "too_long"
    UNFAITHFUL = "unfaithful"
    ANOTHER_LANGUAGE = "another_language"


class NotAnswered(Exception):
    """There is none, and everybody goes on without."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why
