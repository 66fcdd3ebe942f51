"""Organizations (Träger) into their table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from models.base import table
from models.chunks import chunks
from models.contact import PhoneRow
from models.imports.inserting import Row, insert_all
from models.imports.part_writing import write_phones
from models.makers import FIELDS, key
from models.offer_parts import Organization
from models.organization import OrganizationRow

TABLE = table(OrganizationRow)


def write_makers(session: Session, source: str, makers: Iterable[Organization]) -> dict[str, int]:
    """The ids of organizations by their keys; made when missing, else brought up to date."""
    wanted = {key(maker): maker for maker in makers}
    known = _ids(session, source)
    old = [(known[key], maker) for key, maker in wanted.items() if key in known]
    changed = [_row(maker) | {"row_id": id} for id, maker in old]
    if changed:
        _update(session, changed)
    new = [_row(maker) | {"source": source} for key, maker in wanted.items() if key not in known]
    insert_all(session, OrganizationRow, new)
    ids = _ids(session, source) if new else known
    _write_phones(session, {ids[key]: maker for key, maker in wanted.items()})
    return ids


def _ids(session: Session, source: str) -> dict[str, int]:
    query = select(TABLE.c.source_id, TABLE.c.id).where(TABLE.c.source == source)
    return {row.source_id: row.id for row in session.execute(query)}


def _row(maker: Organization) -> Row:
    return {name: getattr(maker, name) for name in FIELDS} | {"source_id": key(maker)}


def _update(session: Session, rows: Sequence[Row]) -> None:
    columns: dict[str, Any] = {name: bindparam(name) for name in FIELDS}
    statement = update(TABLE).where(TABLE.c.id == bindparam("row_id")).values(columns)
    session.connection().execute(statement, list(rows))


def _write_phones(session: Session, makers: dict[int, Organization]) -> None:
    for ids in chunks(list(makers)):
        session.execute(delete(PhoneRow).where(PhoneRow.organization_id.in_(ids)))
        phones = [({"organization_id": id}, phone) for id in ids for phone in makers[id].phones]
        write_phones(session, phones)
