"""Importing canned answers: what is new, changed, unchanged or gone. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from models.base import Session
from models.canned import CANNED, TEXT
from models.counselling import GERMAN
from models.imports.canned_file import CannedFile
from models.imports.reports import Kind, Report, ReportRow
from models.upsert import insert_for

Stored = dict[str, Any]
"""A canned answer as columns: "topic", "title (de)", "text (de)"."""


def apply(session: Session, wanted: Mapping[str, CannedFile], *, check: bool = False) -> Report:
    """Bring the stored ones to what the file says; with `check` only say what would change."""
    before = _stored(session)
    report = Report(tuple(_compared(before, {code: _columns(wanted[code]) for code in wanted})))
    if not check:
        for row in report.rows:
            _write(session, row, wanted)
    return report


def _compared(before: Mapping[str, Stored], after: Mapping[str, Stored]) -> Iterator[ReportRow]:
    for code, columns in after.items():
        old = before.get(code)
        changed = tuple(sorted({name for name, _ in columns.items() ^ (old or {}).items()}))
        kind: Kind = "new" if old is None else "changed" if changed else "unchanged"
        yield ReportRow(kind, code, columns[f"title ({GERMAN})"], changed if old else ())
    for code in sorted(set(before) - set(after)):
        yield ReportRow("vanished", code, before[code][f"title ({GERMAN})"])


def _write(session: Session, row: ReportRow, wanted: Mapping[str, CannedFile]) -> None:
    if row.kind == "vanished":
        gone = CANNED.c.code == row.source_id
        session.execute(update(CANNED).where(gone).values(active=False))
    elif row.kind != "unchanged":
        _put(session, row.source_id, wanted[row.source_id])


def _put(session: Session, code: str, one: CannedFile) -> None:
    values = {"topic": one.topic, "active": True}
    put = insert_for(session, CANNED).values(code=code, **values)
    done = put.on_conflict_do_update(index_elements=["code"], set_=values)
    id = session.execute(done.returning(CANNED.c.id)).scalar_one()
    session.execute(delete(TEXT).where(TEXT.c.canned_id == id))
    texts = [
        {"canned_id": id, "language": x, "title": one.title[x], "text": one.text[x]}
        for x in one.text
    ]
    session.execute(insert(TEXT), texts)


def _columns(one: CannedFile) -> Stored:
    titles = {f"title ({code})": words for code, words in one.title.items()}
    return {"topic": one.topic} | titles | {f"text ({x})": words for x, words in one.text.items()}


def _stored(session: Session) -> dict[str, Stored]:
    """Those that are in use."""
    found: dict[str, Stored] = {}
    query = select(CANNED.c.code, CANNED.c.topic, TEXT).join_from(CANNED, TEXT)
    for row in session.execute(query.where(CANNED.c.active)).mappings():
        one = found.setdefault(row["code"], {"topic": row["topic"]})
        one |= {f"{name} ({row['language']})": row[name] for name in ("title", "text")}
    return found
