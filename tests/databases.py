"""Databases for tests: SQLite and PostgreSQL, empty or with the demo town, one for each test."""

import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine, text

from bot.cli.importing import fill_demo
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade

BOTH = ("sqlite", "postgresql")
TEMPLATES: dict[str, str] = {}
"""What the databases that there are were copied from."""
_IDLE: defaultdict[str, list[Engine]] = defaultdict(list)
"""Engines without a connection, by their address. They remember the statements they compiled."""


class Databases(Protocol):
    """Makes databases, known by their addresses. One that is away leaves its address to the next:

    for that there is an engine already, and a fifth of many a test was compiling statements anew.
    """

    def empty(self) -> str:
        """A new one, without tables."""

    def copy(self, url: str) -> str:
        """A new one with all that is in another, to which nobody is connected."""

    def drop(self, url: str) -> None:
        """Away with it, whoever is connected."""


class Sqlite:
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._free: list[Path] = []

    def empty(self) -> str:
        """A file that is not there yet."""
        return f"sqlite:///{self._new()}"

    def copy(self, url: str) -> str:
        """A copy of the file."""
        return f"sqlite:///{shutil.copy(file_of(url), self._new())}"

    def drop(self, url: str) -> None:
        """With its folder, in which journals and locks are."""
        folder = file_of(url).parent
        shutil.rmtree(folder)
        self._free.append(folder)

    def _new(self) -> Path:
        folder = self._free.pop() if self._free else self._folder / str(next(self._numbers))
        folder.mkdir()
        return folder / "lotse.db"


class Postgres:
    """Databases on a server; `copying` is what it is to be told about how to copy one."""

    def __init__(self, server: Engine, names: Iterator[str], copying: str = "") -> None:
        self._server = server
        self._names = names
        self._copying = copying
        self._made: set[str] = set()
        self._free: list[str] = []

    def empty(self) -> str:
        """As the server makes them."""
        return self._create("")

    def copy(self, url: str) -> str:
        """A copy that the server makes."""
        return self._create(f" TEMPLATE {self._name(url)} {self._copying}")

    def drop(self, url: str) -> None:
        """Whoever is connected is thrown out."""
        name = self._name(url)
        self._do(f"DROP DATABASE {name} WITH (FORCE)")
        self._made.remove(name)
        self._free.append(name)

    def drop_all(self) -> None:
        """What is left."""
        for name in sorted(self._made):
            self.drop(self._url(name))

    def _create(self, how: str) -> str:
        name = self._free.pop() if self._free else next(self._names)
        self._do(f"CREATE DATABASE {name}{how}")
        self._made.add(name)
        return self._url(name)

    def _do(self, statement: str) -> None:
        with self._server.connect() as connection:
            connection.execute(text(statement))

    def _url(self, name: str) -> str:
        return self._server.url.set(database=name).render_as_string(hide_password=False)

    def _name(self, url: str) -> str:
        return url.partition("?")[0].rpartition("/")[2]


class Templates:
    """Databases of one kind: migrated once and filled once, then copied for each test."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases

    @cached_property
    def migrated(self) -> str:
        """Empty, with all tables. Not to be written to."""
        url = self._databases.empty()
        upgrade(url)
        return url

    @cached_property
    def shared(self) -> str:
        """A copy for examples that are rolled back. Its counters of ids move all the same."""
        return self._copy(self.migrated)

    @cached_property
    def settled(self) -> str:
        """With the demo town in it. Not to be written to."""
        url = self._databases.copy(self.migrated)
        with opened(url) as store, store.transaction() as session:
            fill_demo(session)
        return url

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a database without tables."""
        url = self._databases.empty()
        yield url
        self._databases.drop(url)

    @contextmanager
    def like(self, template: str) -> Iterator[str]:
        """The address of a copy."""
        url = self._copy(template)
        yield url
        self._databases.drop(url)
        del TEMPLATES[url]

    def _copy(self, template: str) -> str:
        url = self._databases.copy(template)
        TEMPLATES[url] = template
        return url


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """A store on a database, with an engine that nobody else has meanwhile."""
    engine = _IDLE[url].pop() if _IDLE[url] else engine_for(url)
    store = Store(engine.execution_options())  # with listeners of its own
    try:
        yield store
    finally:
        store.close()
        _IDLE[url].append(engine)


def address_of(store: Store) -> str:
    """Where its database is, for another process."""
    return store.engine.url.render_as_string(hide_password=False)


def file_of(url: str) -> Path:
    """Where a SQLite database is."""
    return Path(url.removeprefix("sqlite:///"))
