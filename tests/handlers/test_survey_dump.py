"""Whole conversations, and then somebody who has all bytes of the database.

She knows the program, the forms and the public codes. What she must not find out is who took part
in a closed survey, what somebody answered, and what was never submitted.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import blake2s

import pytest
from sqlalchemy import select, text

from bot.logs import JsonLines
from jobs import Job, jobs_in, traces
from models import inbox, response
from models.base import Session
from models.person import TABLE as PERSON
from models.scrubbing import scrub
from models.store import Store
from models.survey import SURVEY, Plan
from tests.handlers.talking import Somebody, Town
from tests.jobs.reminding import surroundings
from tests.remains import on_disk
from tests.surveying import TITLE, opened
from tests.talking import BERLIN

AGREE = "Einverstanden, beginnen"
PEOPLE = ("amal", "bilal", "chadi", "dana", "emre")
UNSENT = "never-submitted"
SIDE = "was-this-an-answer?"


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def goes_on(one: Somebody, *labels: str) -> str:
    """Presses one button after the other."""
    said = ""
    for label in labels:
        said = await one.presses(label)
    return said


async def begins(town: Town, address: str) -> Somebody:
    """She is asked what else she wants to say."""
    one = await town.somebody(address)
    await one.says("/survey bedarf23")
    skip = "Überspringen"
    await goes_on(one, AGREE, "Nein", skip, skip, "Wohnung", "Fertig", skip, skip)
    return one


async def finishes(town: Town, address: str) -> str:
    """All of it. The code that erases her answers."""
    one = await begins(town, address)
    await one.says(f"words-of-{address}")
    said = await one.presses("Absenden")
    return said.partition("Code zum Löschen: ")[2].split()[0]


async def sees(town: Town, address: str) -> None:
    """Her page has shown everything."""
    await town.do(lambda s: inbox.strike_off_until(s, "web", address, 10**9))


async def ticks(town: Town, days: int = 0) -> None:
    """The jobs, each in a commit of its own, as the composition root ticks them."""
    town.clock.later(timedelta(days=days, minutes=5))
    now = town.clock().astimezone(BERLIN)
    for job in jobs_in(surroundings()):
        await town.store.write(partial(done, job, now), alone=True)


def done(job: Job, now: datetime, session: Session) -> int:
    return job.run(session, now)


async def held(town: Town) -> dict[str, bytes]:
    """A survey with five who finish and two who do not; what nobody may find again, by name."""
    closes = town.clock().date() + timedelta(days=1)
    await town.do(lambda s: opened(s, plan=Plan(TITLE, closes=closes)))
    codes = [await finishes(town, name) for name in PEOPLE]
    unsent, aside = await begins(town, "fadi"), await begins(town, "gul")
    await unsent.says(UNSENT)
    await aside.says(SIDE)
    for name in (*PEOPLE, "fadi", "gul"):
        await sees(town, name)
    salt = await town.ask(lambda s: s.scalars(select(SURVEY.c.salt)).one())
    secrets = {"unsent": UNSENT.encode(), "aside": SIDE.encode(), "salt": salt}
    return secrets | {f"code {n}": code.encode() for n, code in enumerate(codes)}


def analyze(store: Store) -> None:
    """PostgreSQL does so by itself, and keeps samples of what is there."""
    with store.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


async def test_nothing_is_left_of_what_was_not_submitted_nor_of_codes_nor_of_the_key(
    there: Town,
) -> None:
    secrets = await held(there)
    analyze(there.store)
    before = on_disk(there.store)
    salt = secrets["salt"]
    assert salt in before or salt.hex().encode() in before
    await ticks(there, days=2)
    assert scrub(there.store.engine)
    after = on_disk(there.store)
    left = {name for name, one in secrets.items() if one in after or one.hex().encode() in after}
    assert left == set()
    assert all(f"words-of-{name}".encode() in after for name in PEOPLE)


async def test_while_they_answer_a_copy_of_all_rows_does_not_tell_what(there: Town) -> None:
    await held(there)
    shown = await there.ask(everything)
    assert "fadi" in shown
    for words in (UNSENT, SIDE, *(f"words-of-{name}" for name in PEOPLE)):
        assert words not in shown


def everything(session: Session) -> str:
    """All rows of all tables, as a backup has them."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if session.connection().dialect.name != "sqlite":
        names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    tables = session.scalars(text(names)).all()
    return "".join(str(session.execute(text(f"SELECT * FROM {x}")).all()) for x in tables)


async def test_the_last_press_does_not_tell_who_submitted(there: Town) -> None:
    """It is a hash of few things, which anybody can try one after the other."""
    await there.do(lambda s: opened(s, plan=Plan(TITLE)))
    one = await begins(there, "amal")
    await one.says("nothing")
    tried = blake2s(f"7 {one.key('Absenden').data}".encode(), digest_size=8).hexdigest()
    await one.presses("Absenden")
    assert tried in await there.ask(presses)
    await ticks(there)
    assert tried not in await there.ask(presses)


def presses(session: Session) -> list[str]:
    return [stored.partition("@")[0] for stored in session.scalars(select(PERSON.c.last_press))]


async def test_a_double_tap_at_that_moment_still_counts_once(there: Town) -> None:
    await there.do(lambda s: opened(s, plan=Plan(TITLE)))
    await begins(there, "amal")
    await there.do(lambda s: traces.run(s, there.clock().astimezone(BERLIN)))
    assert all(await there.ask(presses))


async def test_nobody_is_in_the_middle_of_a_closed_survey(there: Town) -> None:
    await held(there)
    await ticks(there, days=2)
    await ticks(there)
    dialogues = await there.ask(lambda s: set(s.scalars(select(PERSON.c.dialogue))))
    assert dialogues == {""}


async def test_no_response_is_of_a_transaction_that_wrote_anything_about_a_person(
    postgres_store: Store,
) -> None:
    town = Town(postgres_store)
    await held(town)
    await ticks(town, days=2)
    apart = {"response", "free_text"}
    about = {"person", "inbox", "owed", "draft", "contact_wish", "delivery", "asked"}
    written = {name: await town.ask(transactions_of(name)) for name in apart | about}
    theirs = set[str]().union(*(written[name] for name in about))
    assert len(theirs) > 1
    for name in apart:
        assert written[name]
        assert written[name].isdisjoint(theirs)


def transactions_of(name: str) -> Callable[[Session], set[str]]:
    """A query for the transactions that wrote a table's rows."""
    return lambda session: set(session.scalars(text(f"SELECT xmin::text FROM {name}")))


async def test_three_who_answered_in_all_have_nothing_in_common_but_the_survey(
    there: Town,
) -> None:
    """And a sole respondent waits, sealed, as long as the survey is open."""
    closes: date = there.clock().date() + timedelta(days=1)
    survey = await there.do(lambda s: opened(s, plan=Plan(TITLE, closes=closes)))
    await finishes(there, "amal")
    await ticks(there)
    assert await there.ask(lambda s: list(response.read(s, survey))) == []
    for name in ("bilal", "chadi"):
        await finishes(there, name)
    await ticks(there, days=2)
    found = await there.ask(lambda s: list(response.read(s, survey)))
    assert [(one["language"], one["mode"]) for one in found] == [("", "")] * 3
    assert len({one["week"] for one in found}) == 1


async def test_logs_tell_of_rows_and_of_nobody(
    there: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    secrets = await held(there)
    await ticks(there, days=2)
    assert scrub(there.store.engine)
    said = "".join(JsonLines().format(record) for record in caplog.records)
    names = (*PEOPLE, "fadi", "gul", "words-of", "bedarf23", UNSENT, SIDE)
    codes = (one.decode() for name, one in secrets.items() if name.startswith("code"))
    assert not any(one in said for one in (*names, *codes))
