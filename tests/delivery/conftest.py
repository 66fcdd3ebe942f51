"""A database of each kind, with all tables."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.postgres import NUMBERS


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Any) -> str:
    """The address of an empty database with all tables, migrated once for all tests."""
    url = make_url(postgres.get_uri()).set(drivername="postgresql+psycopg")
    template = _create(url, "CREATE DATABASE {}")
    upgrade(template)
    return template


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> str:
    """The address of a database of its own for one test."""
    if request.param == "sqlite":
        return f"sqlite:///{shutil.copy(migrated, tmp_path / 'lotse.db')}"
    template = make_url(request.getfixturevalue("migrated_postgres"))
    maintenance = template.set(database="postgres")
    return _create(maintenance, f"CREATE DATABASE {{}} TEMPLATE {template.database}")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store on it."""
    opened = Store(engine_for(url))
    yield opened
    opened.close()


@pytest.fixture
def store_sqlite(migrated: Path, tmp_path: Path) -> Iterator[Store]:
    """For tests to which the database makes no difference."""
    file = shutil.copy(migrated, tmp_path / "lotse.db")
    opened = Store(engine_for(f"sqlite:///{file}"))
    yield opened
    opened.close()


def _create(url: Any, statement: str) -> str:
    name = f"delivery{next(NUMBERS)}"
    engine = engine_for(url.render_as_string(hide_password=False))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement.format(name)))
    engine.dispose()
    return str(url.set(database=name).render_as_string(hide_password=False))
