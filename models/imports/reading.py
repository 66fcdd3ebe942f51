"""What is read from outside, whatever its format: offers, fields of action, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from models.imports.problems import Problem
from models.offer import FieldOfAction, Offer


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source says; the offers' ids are 0. `fields` is None when it says nothing of fields
    of action, and then none change.

    With any problem nothing may be applied; notices are for the report only.
    """

    offers: tuple[Offer, ...]
    fields: tuple[FieldOfAction, ...] | None
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
