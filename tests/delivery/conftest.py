"""A database of each kind, with all tables."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of its own for one test."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path / 'lotse.db'}"
    else:
        address = str(request.getfixturevalue("postgres_url"))
    upgrade(address)
    return address


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
