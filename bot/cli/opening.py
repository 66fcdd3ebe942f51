"""The database and the catalogue for commands that answer at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.catalogue import answering_in
from bot.clock import clock
from bot.settings import Settings
from models.asked_town import AskedTown
from models.base import Session
from models.engine import engine_for


@contextmanager
def opened(settings: Settings) -> Iterator[Session]:
    """A session on an existing database; a plain sentence and exit 2 when there is none."""
    file = settings.database_file
    if file is not None and not file.exists():
        typer.echo(f"There is no database at {file}. Start with: lotse run --demo", err=True)
        raise typer.Exit(2)
    with connected(settings) as session:
        yield session


@contextmanager
def connected(settings: Settings) -> Iterator[Session]:
    """A session; what the database refuses becomes a plain sentence and exit 2."""
    with connected_to(engine_for(settings.database_url)) as session:
        yield session


def checked(settings: Settings) -> AbstractContextManager[Session]:
    """The database, or where there is none yet an empty one in memory: a check makes no file."""
    file = settings.database_file
    if file is None or file.exists():
        return connected(settings)
    from models.tables import empty_engine  # all tables, which nobody else needs

    return connected_to(empty_engine())


@contextmanager
def connected_to(engine: Engine) -> Iterator[Session]:
    """The same on an engine."""
    try:
        with Session(engine) as session:
            yield session
    except DBAPIError as error:
        kind = type(error.orig).__name__
        typer.echo(f"The database cannot be used ({kind}). Try: lotse db upgrade", err=True)
        raise typer.Exit(2) from None
    finally:
        engine.dispose()


def asked_town(session: Session, settings: Settings) -> AskedTown:
    """The town's offers as they stand today, to be asked."""
    today = clock().astimezone(settings.zone).date()
    return AskedTown.of(session, answering_in(settings.index_folder), today)
