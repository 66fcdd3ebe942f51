"""The migrations lead to the tables of the models, step by step and back, in both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, insert, inspect, text
from sqlalchemy.orm import Session

from models.engine import engine_for
from models.offer import Place
from models.offers import load
from models.tables import METADATA
from models.upgrading import alembic_config, upgrade
from tests.databases import Templates, opened
from tests.models.offer_tables import TODAY


@pytest.fixture
def url(databases: Templates) -> Iterator[str]:
    """Without any tables."""
    with databases.empty() as url:
        yield url


def tables(url: str) -> set[str]:
    engine = engine_for(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names - {"alembic_version"}


def test_the_newest_revision_has_the_tables_of_the_models(url: str) -> None:
    upgrade(url)
    command.check(alembic_config(url))  # raises when a revision is missing
    assert tables(url) == set(METADATA.tables)


def test_every_step_goes_forward_back_and_forward_again(url: str) -> None:
    config = alembic_config(url)
    for step in reversed(list(ScriptDirectory.from_config(config).walk_revisions())):
        command.upgrade(config, step.revision)
        command.downgrade(config, str(step.down_revision or "base"))
        command.upgrade(config, step.revision)
    assert tables(url) == set(METADATA.tables)


def test_going_all_the_way_back_leaves_nothing(url: str) -> None:
    upgrade(url)
    command.downgrade(alembic_config(url), "base")
    assert tables(url) == set()


def test_there_is_one_newest_revision() -> None:
    assert len(ScriptDirectory.from_config(alembic_config("sqlite://")).get_heads()) == 1


def test_upgrading_twice_is_upgrading_once(url: str) -> None:
    upgrade(url)
    before = tables(url)
    upgrade(url)
    assert tables(url) == before


def test_a_migration_can_use_a_connection_that_is_open(url: str) -> None:
    engine = engine_for(url)
    config = alembic_config("")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        assert connection.execute(text("SELECT count(*) FROM service")).scalar_one() == 0
    engine.dispose()


def test_offers_are_the_same_in_both_databases(sqlite: Templates, postgresql: Templates) -> None:
    found = []
    for kind in (sqlite, postgresql):
        with opened(kind.settled) as store, store.transaction() as session:
            found.append(load(session, TODAY))
    assert found[0] == found[1] != ()


PLACED: dict[str, dict[str, Any]] = {
    "organization": {"id": 1, "name": "VHS", "source": "table", "source_id": "VHS"},
    "service": {"id": 1, "organization_id": 1, "status": "active", "source_id": "kurs"},
    "location": {"id": 1, "name": "Haus am Markt", "source": "table", "source_id": "kurs"},
    "address": {"id": 1, "location_id": 1, "address_1": "Markt 1", "country": "DE"},
    "service_at_location": {"id": 1, "service_id": 1, "location_id": 1},
}


def test_places_of_before_stay_with_their_offers(url: str) -> None:
    config = alembic_config(url)
    command.upgrade(config, "0011")
    engine = engine_for(url)
    before = MetaData()
    before.reflect(engine)
    with engine.begin() as connection:
        for name, values in PLACED.items():
            connection.execute(
                insert(before.tables[name]), {**_nothing(before.tables[name]), **values}
            )
    upgrade(url)
    with Session(engine) as session:
        (offer,) = load(session, TODAY)
    assert offer.places == (Place("Haus am Markt", "Markt 1", type=""),)
    assert (offer.kind, offer.maker.parent) == ("offer", "")
    command.downgrade(config, "0011")
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM address")) == 1
    engine.dispose()


def _nothing(table: Table) -> dict[str, Any]:
    """What fills the columns that must be."""
    unsaid = {str: "", bool: False, int: 0}
    return {x.name: unsaid[x.type.python_type] for x in table.columns if not x.nullable}


def test_what_was_answered_was_answered_surely(url: str) -> None:
    config, engine = alembic_config(url), engine_for(url)
    command.upgrade(config, "0015")
    days = [("2026-11-02", True, 7), ("2026-11-02", False, 2), ("2026-11-03", False, 1)]
    with engine.begin() as connection:
        for day, answered, count in days:
            known = {"day": day, "answered": answered, "count": count}
            connection.execute(ASKED_BEFORE, known)
    command.upgrade(config, "0016")
    assert _asked(engine, "zone") == [("high", 7), ("low", 1), ("low", 2)]
    with engine.begin() as connection:
        connection.execute(text("UPDATE asked SET zone = 'middle' WHERE count = 1"))
    command.downgrade(config, "0015")
    assert _asked(engine, "answered") == [(False, 1), (False, 2), (True, 7)]
    engine.dispose()


def _asked(engine: Engine, column: str) -> list[tuple[object, int]]:
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT {column}, count FROM asked"))
        return sorted((row[0] if column == "zone" else bool(row[0]), row[1]) for row in rows)


ASKED_BEFORE = text(
    "INSERT INTO asked (day, topic, language, district, answered, count) "
    "VALUES (:day, 'housing', 'de', '', :answered, :count)"
)
