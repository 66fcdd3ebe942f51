"""Released ideas as a table; each view's stand together, and are never added up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from models import contribution
from models.contribution import Told
from models.imports.table import Cell, Sheet, Table
from models.survey_plan import View
from surveys.exports.formulas import safe

NAME = "ideas"
COLUMNS = ("view", "kind", "field", "district", "language", "week", "text")


def ideas_table(session: Session, views: Sequence[View], path: Path) -> Table:
    """One sheet for a file at `path`; within a view in an order that says nothing. In .csv no text
    is a formula.
    """
    guarded = path.suffix.lower() == ".csv"
    found = [one for view in views for one in contribution.released(session, view)]
    rows = (COLUMNS, *(_row(one, guarded=guarded) for one in found))
    return Table(path.name, (Sheet(path.name, NAME, rows),))


def _row(one: Told, *, guarded: bool) -> tuple[Cell, ...]:
    idea = one.contribution
    words = safe(idea.text) if guarded else idea.text
    return (idea.view, idea.kind, idea.field, idea.district, idea.language, one.week, words)
