"""Many rows at once into tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, cast, func, insert, select
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.orm import Session

from models.base import table

Row = dict[str, Any]
Value = Callable[[Any], Any]


def insert_all(session: Session, into: type[Any], rows: Sequence[Row]) -> None:
    """Insert rows with the same columns, if there are any."""
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        _copy(connection, table(into), rows)
    else:
        connection.execute(insert(table(into)), list(rows))


def insert_for_ids(session: Session, into: type[Any], rows: Sequence[Row]) -> list[int]:
    """Insert rows; their ids in the same order."""
    if not rows:
        return []
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        ids = _next_ids(connection, table(into), len(rows))
        _copy(
            connection, table(into), [row | {"id": id} for row, id in zip(rows, ids, strict=True)]
        )
        return ids
    returning = insert(table(into)).returning(table(into).c.id, sort_by_parameter_order=True)
    return list(connection.scalars(returning, list(rows)))


def _next_ids(connection: Connection, into: Table, number: int) -> list[int]:
    sequence = cast(func.pg_get_serial_sequence(into.name, "id"), REGCLASS)
    each = select(func.nextval(sequence)).select_from(func.generate_series(1, number))
    return list(connection.scalars(each))


def _copy(connection: Connection, into: Table, rows: Sequence[Row]) -> None:
    """By COPY: binding every value of an INSERT costs several times as much."""
    usual = {column.name: column.default.arg for column in into.c if _has_usual(column)}  # type: ignore[union-attr]
    usual = {name: value for name, value in usual.items() if name not in rows[0]}
    names = [*rows[0], *usual]
    values = [_value(into.c[name], connection) for name in names]
    quote = connection.dialect.identifier_preparer.quote
    written = f"COPY {quote(into.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    cursor: Any = connection.connection.cursor()  # psycopg's
    with cursor, cursor.copy(written) as copy:
        for row in rows:
            whole = usual | row
            copy.write_row([value(whole[name]) for name, value in zip(names, values, strict=True)])


def _has_usual(column: Column[Any]) -> bool:
    return column.default is not None and column.default.is_scalar


def _value(column: Column[Any], connection: Connection) -> Value:
    """How the database wants a column's values."""
    dialect = connection.dialect
    return column.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
