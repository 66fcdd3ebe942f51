"""What every test stands on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from models.catalogue import Catalogue
from models.store import Store
from tests.clock import Clock
from tests.commands import Commands, commands
from tests.databases import BOTH, Sqlite, Templates, file_of, opened
from tests.folders import quick_folder
from tests.talking import catalogue_in

pytest_plugins = ["tests.postgres"]

# Examples are never timed: a slow machine is no bug. In CI the same examples come every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def sqlite() -> Iterator[Templates]:
    """SQLite, in files."""
    with quick_folder("lotse-sqlite-") as folder:
        yield Templates(Sqlite(folder))


@pytest.fixture(params=BOTH)
def databases(request: pytest.FixtureRequest) -> Templates:
    """Each kind of database: whatever asks for this, for `url`, `store` or `town` runs on both."""
    found: Templates = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=BOTH, scope="module")
def shared(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The engine of an empty database with all tables, in which nothing may be committed.

    For examples by the hundred, which come too fast for a database, or an engine, each.
    """
    found: Templates = request.getfixturevalue(request.param)
    with opened(found.shared) as store:
        yield store.engine


@pytest.fixture
def url(databases: Templates) -> Iterator[str]:
    """The address of an empty database with all tables, of one test's own."""
    with databases.like(databases.migrated) as url:
        yield url


@pytest.fixture
def empty_url(databases: Templates) -> Iterator[str]:
    """The address of a database without tables, for Lotse to begin with."""
    with databases.empty() as url:
        yield url


@pytest.fixture
def settled_url(databases: Templates) -> Iterator[str]:
    """The address of a database with the demo town in it, of one test's own."""
    with databases.like(databases.settled) as url:
        yield url


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store on it."""
    with opened(url) as store:
        yield store


@pytest.fixture
def town(settled_url: str) -> Iterator[Store]:
    """A store on it."""
    with opened(settled_url) as store:
        yield store


@pytest.fixture
def sqlite_store(sqlite: Templates) -> Iterator[Store]:
    """An empty store, for what only SQLite does."""
    with sqlite.like(sqlite.migrated) as url, opened(url) as store:
        yield store


@pytest.fixture
def sqlite_town(sqlite: Templates) -> Iterator[Store]:
    """The demo town, for what is decided before any database is asked, by the hundred."""
    with sqlite.like(sqlite.settled) as url, opened(url) as store:
        yield store


@pytest.fixture
def postgres_store(postgresql: Templates) -> Iterator[Store]:
    """An empty store, for what only PostgreSQL does."""
    with postgresql.like(postgresql.migrated) as url, opened(url) as store:
        yield store


@pytest.fixture(scope="session")
def settled(sqlite: Templates) -> Path:
    """A SQLite file with the demo town in it, to be read or copied."""
    return file_of(sqlite.settled)


@pytest.fixture(scope="session")
def catalogue(settled: Path) -> Catalogue:
    """The demo town's offers, ready for questions; built once, because that takes a while.

    From SQLite alone: that PostgreSQL gives the same offers is a test of its own.
    """
    with opened(f"sqlite:///{settled}") as store:
        return catalogue_in(store, Clock())


@pytest.fixture(scope="session", name="commands")
def running_commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """`commands.run("ask", …, folder=…, settings=…)`."""
    with commands(tmp_path_factory.mktemp("commands")) as found:
        yield found
