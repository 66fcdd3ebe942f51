"""Statements that run at every turn: written with SQLAlchemy, handed to the driver itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

Row = tuple[Any, ...]
Convert = Callable[[Any], Any] | None


class Prepared:
    """A statement with a `bindparam` for each of its values, compiled once for each dialect.

    One row by its key takes SQLite 7 µs, and 52 when SQLAlchemy looks up the compiled statement
    and wraps the result. The few statements of every turn take the short way. Values are
    converted as their columns want it, and what the driver raises comes as SQLAlchemy's error,
    both as always. Only pending objects of the ORM are not flushed before.
    """

    def __init__(self, make: Callable[[Dialect], ClauseElement]) -> None:
        self._make = make
        self._compiled: dict[str, _Compiled] = {}

    def touch(self, session: Session, **values: Any) -> int:
        """How many rows the statement changed."""
        _, cursor = self._run(session, values)
        return int(cursor.rowcount)

    def all(self, session: Session, **values: Any) -> list[Row]:
        """All of its rows."""
        compiled, cursor = self._run(session, values)
        return [compiled.row(row) for row in cursor.fetchall()]

    def touch_all(self, session: Session, many: Sequence[Mapping[str, Any]]) -> int:
        """The same for many values, sooner than one after the other."""
        if not many:
            return 0
        connection, compiled = self._on(session)
        try:
            cursor = _driver(connection).cursor()
            cursor.executemany(compiled.sql, [compiled.values(values) for values in many])
        except compiled.errors as error:
            raise _as_always(error, connection) from error
        return int(cursor.rowcount)

    def first(self, session: Session, **values: Any) -> Row | None:
        """The first of its rows, or None."""
        compiled, cursor = self._run(session, values)
        rows = cursor.fetchall()  # to the end: an open statement would keep SQLite from committing
        return compiled.row(rows[0]) if rows else None

    def only(self, session: Session, **values: Any) -> Row:
        """The row of a statement that always has one."""
        row = self.first(session, **values)
        if row is None:
            raise NoResultFound
        return row

    def scalars(self, session: Session, **values: Any) -> list[Any]:
        """The first column of all of its rows."""
        return [row[0] for row in self.all(session, **values)]

    def _run(self, session: Session, values: Mapping[str, Any]) -> tuple[_Compiled, Any]:
        connection, compiled = self._on(session)
        try:
            return compiled, _driver(connection).execute(compiled.sql, compiled.values(values))
        except compiled.errors as error:
            raise _as_always(error, connection) from error

    def _on(self, session: Session) -> tuple[Connection, _Compiled]:
        connection = session.connection()
        return connection, self._for(connection.dialect)

    def _for(self, dialect: Dialect) -> _Compiled:
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = _compile(self._make(dialect), dialect)
        return self._compiled[dialect.name]


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    fixed: Mapping[str, Any]
    given: Mapping[str, Convert]
    found: Sequence[Convert]
    errors: type[Exception]

    def values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        given = {
            name: convert(values[name]) if convert else values[name]
            for name, convert in self.given.items()
        }
        return {**self.fixed, **given}

    def row(self, row: Row) -> Row:
        pairs = zip(row, self.found, strict=True)
        return tuple([convert(value) if convert else value for value, convert in pairs])


def _compile(statement: ClauseElement, dialect: Dialect) -> _Compiled:
    compiled: Any = statement.compile(dialect=_with_names(dialect))
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    columns = [column.type for column in getattr(statement, "exported_columns", ())]
    return _Compiled(
        str(compiled),
        {name: bind.value for name, bind in binds.items() if not bind.required},
        {name: _to(bind.type, dialect) for name, bind in binds.items() if bind.required},
        [kind.dialect_impl(dialect).result_processor(dialect, None) for kind in columns],
        dialect.loaded_dbapi.Error,
    )


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _with_names(dialect: Dialect) -> Dialect:
    """SQLite's takes question marks unless told otherwise; psycopg's has names."""
    own: Any = type(dialect)
    return own(paramstyle="named") if dialect.name == "sqlite" else dialect


def _to(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _as_always(error: Exception, connection: Connection) -> BaseException:
    """The driver's error as SQLAlchemy raises it, never with what was to be stored."""
    dialect = connection.dialect
    return DBAPIError.instance(
        None, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
