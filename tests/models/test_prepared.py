"""Statements of every turn do what SQLAlchemy's own would, on both databases."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, NoResultFound, OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from models.engine import engine_for
from models.prepared import Prepared

LETTERS = Table(
    "letters",
    MetaData(),
    Column("name", String(8), primary_key=True),
    Column("day", Date),
    Column("read", Boolean),
    Column("words", LargeBinary),
)
NAMES = tuple(column.name for column in LETTERS.c)
PUT = Prepared(lambda _: insert(LETTERS).values({name: bindparam(name) for name in NAMES}))
GET = Prepared(lambda _: select(LETTERS).where(LETTERS.c.name == bindparam("which")))
UNREAD = Prepared(
    lambda _: update(LETTERS).where(LETTERS.c.read.is_(True)).values(read=False, words=b"again")
)
LETTER = {"name": "a", "day": date(2026, 11, 23), "read": True, "words": b"\x00\xff"}


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    other = request.param == "postgresql"
    engine = engine_for(request.getfixturevalue("postgres_url") if other else "sqlite://")
    with Session(engine) as opened:
        LETTERS.create(opened.connection())
        yield opened
    engine.dispose()


def test_values_go_in_and_come_back_as_they_were(session: Session) -> None:
    assert PUT.touch(session, **LETTER) == 1
    assert GET.first(session, which="a") == tuple(LETTER.values())
    assert session.execute(select(LETTERS)).mappings().one() == LETTER


def test_many_values_go_in_at_once_and_are_counted(session: Session) -> None:
    letters = [{**LETTER, "name": name} for name in "abc"]
    assert PUT.touch_all(session, letters) == 3
    assert [dict(row) for row in session.execute(select(LETTERS)).mappings()] == letters
    assert PUT.touch_all(session, []) == 0


def test_an_error_among_many_comes_as_always(session: Session) -> None:
    with pytest.raises(IntegrityError):
        PUT.touch_all(session, [LETTER, LETTER])


def test_nothing_is_none_and_only_wants_something(session: Session) -> None:
    assert GET.first(session, which="b") is None
    with pytest.raises(NoResultFound):
        GET.only(session, which="b")


def test_values_that_stand_in_the_statement(session: Session) -> None:
    PUT.touch(session, **LETTER)
    assert [UNREAD.touch(session) for _ in range(2)] == [1, 0]
    assert GET.only(session, which="a")[2:] == (False, b"again")


def test_it_belongs_to_the_sessions_transaction(session: Session) -> None:
    with session.begin_nested() as savepoint:
        PUT.touch(session, **LETTER)
        savepoint.rollback()
    assert GET.first(session, which="a") is None


def test_errors_are_sqlalchemys_and_quote_nothing(session: Session) -> None:
    PUT.touch(session, **LETTER)
    with pytest.raises(IntegrityError) as caught, session.begin_nested():
        PUT.touch(session, **LETTER | {"words": b"secret"})
    assert "secret" not in str(caught.value)
    LETTERS.drop(session.connection())
    with pytest.raises((OperationalError, ProgrammingError)):
        GET.first(session, which="a")
