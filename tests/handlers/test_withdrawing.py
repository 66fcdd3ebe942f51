"""The code that erases answers: shown once, then known to its author alone, and good anywhere."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Table, select

from models import inbox, scrubbing, submission, survey_counts
from models.base import Session
from models.role import Role
from models.store import Store
from models.tables import METADATA
from tests.databases import address_of, file_of
from tests.handlers.talking import Somebody, Town
from tests.handlers.test_surveys import begun, finishes
from tests.surveying import opened


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def submitted(town: Town) -> tuple[Somebody, str]:
    """Somebody who has her code on the page."""
    one = await begun(town)
    return one, (await finishes(one)).partition("Code zum Löschen: ")[2].split()[0]


def tables_with(session: Session, code: str) -> set[str]:
    """Tables in which the code stands somewhere, as it is shown or as it is meant."""
    return {each.name for each in METADATA.sorted_tables if _holds(session, each, code)}


def _holds(session: Session, of: Table, code: str) -> bool:
    written = "\n".join(_cells(session, of)).upper()
    return code in written or code.replace("-", "") in written


def _cells(session: Session, of: Table) -> Iterator[str]:
    for row in session.execute(select(of)):
        yield from (x.decode(errors="replace") if isinstance(x, bytes) else str(x) for x in row)


async def test_until_it_arrived_it_is_owed_and_then_it_is_nowhere(there: Town) -> None:
    await there.do(opened)
    _, code = await submitted(there)
    assert await there.ask(lambda s: tables_with(s, code)) == {"owed"}
    waiting = await there.ask(lambda s: [one.id for one in inbox.owed(s, "web")])
    await there.do(lambda s: inbox.strike_off(s, waiting))
    assert await there.ask(lambda s: tables_with(s, code)) == set()
    scrubbing.scrub(there.store.engine)
    if address_of(there.store).startswith("sqlite"):
        folder = file_of(address_of(there.store)).parent
        left = b"".join(part.read_bytes() for part in folder.iterdir())
        assert code.encode() not in left


@pytest.mark.parametrize("channel", ["telegram", "web", "terminal"])
async def test_whoever_has_it_erases_from_anywhere(there: Town, channel: str) -> None:
    survey = await there.do(opened)
    _, code = await submitted(there)
    other = await there.somebody("4711", Role.OWNER, channel=channel)
    await other.says("/withdraw")
    assert "gelöscht" in await other.says(code.lower().replace("-", " "))
    assert await there.ask(lambda s: submission.number(s, survey)) == 0
    assert await there.ask(lambda s: survey_counts.total(s, survey)) == 0
    assert await there.ask(lambda s: tables_with(s, code)) == {"owed"}, "the first page still waits"
