"""What every test stands on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.cli.importing import fill_demo
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade

pytest_plugins = ["tests.postgres"]

# Examples are never timed: a slow machine is no bug. In CI the same examples come every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite file with all tables, migrated once for all tests."""
    file = tmp_path_factory.mktemp("migrated") / "lotse.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def store(migrated: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of its own for one test."""
    file = shutil.copy(migrated, tmp_path / "lotse.db")
    opened = Store(engine_for(f"sqlite:///{file}"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def settled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the demo town in it, filled once for all tests."""
    file = shutil.copy(migrated, tmp_path_factory.mktemp("settled") / "lotse.db")
    store = Store(engine_for(f"sqlite:///{file}"))
    with store.transaction() as session:
        fill_demo(session)
    store.close()
    return Path(file)


@pytest.fixture
def town(settled: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of its own for one test, with the demo town in it."""
    file = shutil.copy(settled, tmp_path / "town.db")
    opened = Store(engine_for(f"sqlite:///{file}"))
    yield opened
    opened.close()
