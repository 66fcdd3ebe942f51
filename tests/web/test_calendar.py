"""Calendars fetch their feeds: with the secret, and no longer than allowed."""

from collections.abc import AsyncIterator
from datetime import date, time, timedelta
from random import Random
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import select, update

from analysis.measures.point import Precision, point_around
from analysis.measures.status import Status
from models import feed, measure_changes
from models.account import AccountRow
from models.base import table
from models.feed import FIELD, MINE
from models.measure import MeasureRow
from models.progress import StepRow
from models.role import Role
from models.roles import Deed, take
from models.store import Store
from models.town import Town, slug
from tests.channels.web.serving import site, worded
from tests.clock import Clock
from tests.models.measure_towns import NOW, TODAY, absent, by, measure
from tests.people import account
from tests.talking import BERLIN
from web.app import build
from web.calendar import Calendars

TOWN = Town("Bad Mittelstadt", ("de", "en"), "de", address="https://lotse.example.org")
MEASURE = table(MeasureRow)


@pytest.fixture
async def web(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """The web application with its feeds."""
    calendars = Calendars(store, worded, TOWN, BERLIN, Clock(NOW))
    transport = httpx.ASGITransport(app=build(calendars.routes(), site()))
    async with httpx.AsyncClient(transport=transport, base_url="http://lotse") as client:
        yield client


def address(store: Store, owner: int, what: str = MINE, code: str = "", seed: int = 0) -> str:
    with store.transaction() as session:
        secret = feed.make(session, Random(seed), Deed(NOW, owner), what, code)
    return f"/calendar/{secret}.ics"


async def events(web: httpx.AsyncClient, path: str) -> dict[str, Any]:
    """The events of a feed by what they are called."""
    response = await web.get(path)
    assert response.status_code == 200
    return {str(x["summary"]): x for x in Calendar.from_ical(response.content).walk("VEVENT")}


@pytest.fixture
def owner(store: Store) -> int:
    """Somebody responsible for a measure, beside one of somebody else's."""
    with store.transaction() as session:
        id = account(session, Role.OWNER)
        other = account(session, Role.OWNER, name="Andere")
        measure(session, "M1", responsible_id=id)
        measure(session, "M2", responsible_id=other)
    return id


async def test_hers_are_the_deadlines_she_is_asked_about(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    found = await events(web, address(store, owner))
    assert set(found) == {"M1 Maßnahme M1"}
    only = found["M1 Maßnahme M1"]
    assert only["dtstart"].dt == date(2027, 6, 30)
    assert only["url"] == "https://lotse.example.org/?start=measure_1"


async def test_a_step_has_its_own_day(store: Store, web: httpx.AsyncClient, owner: int) -> None:
    with store.transaction() as session:
        session.add(StepRow(measure_id=1, name="Räume finden", due=date(2026, 12, 1)))
        session.add(StepRow(measure_id=1, name="Noch offen"))
    found = await events(web, address(store, owner))
    assert set(found) == {"M1 Maßnahme M1", "M1: Räume finden"}
    assert found["M1: Räume finden"]["uid"] == "step-1@bad-mittelstadt"


async def test_who_stands_in_sees_the_deadlines_for_as_long(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    with store.transaction() as session:
        deputy = account(session, Role.OWNER, name="Vertretung")
        session.execute(update(table(AccountRow)).filter_by(id=owner).values(deputy_id=deputy))
    path = address(store, deputy)
    assert await events(web, path) == {}
    with store.transaction() as session:
        absent(session, owner, TODAY, TODAY)
    assert set(await events(web, path)) == {"M1 Maßnahme M1"}


async def test_a_moved_date_is_a_new_sequence_of_the_same_event(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    path = address(store, owner)
    (before,) = (await events(web, path)).values()
    with store.transaction() as session:
        point = point_around(TODAY, Precision.DAY)
        later = measure_changes.By(owner, NOW + timedelta(hours=1))
        measure_changes.move_date(session, 1, point, "Räume fehlen", later)
    (after,) = (await events(web, path)).values()
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after["dtstart"].dt == TODAY
    assert after["last-modified"].dt == NOW + timedelta(hours=1)


@pytest.mark.parametrize("change", [{"active": False}, {"status": "rejected"}])
async def test_what_vanished_or_was_rejected_is_cancelled_in_calendars(
    store: Store, web: httpx.AsyncClient, owner: int, change: dict[str, Any]
) -> None:
    with store.transaction() as session:
        session.execute(update(MEASURE).where(MEASURE.c.number == "M1").values(**change))
    (found,) = (await events(web, address(store, owner))).values()
    assert found["status"] == "CANCELLED"


async def test_a_call_closes_at_its_hour(store: Store, web: httpx.AsyncClient, owner: int) -> None:
    with store.transaction() as session:
        end = {"end": date(2026, 12, 1), "end_precision": "day", "due_time": time(12)}
        measure(session, "F1", kind="call", responsible_id=owner, **end)
    content = (await web.get(address(store, owner))).text
    assert "DTSTART;TZID=Europe/Berlin:20261201T120000" in content


async def test_the_same_deadlines_as_tasks(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    content = (await web.get(f"{address(store, owner)}?tasks=1")).content
    found: Any = Calendar.from_ical(content).todos[0]
    assert (found["due"].dt, found["status"]) == (date(2027, 6, 30), "IN-PROCESS")


@pytest.fixture
def field(store: Store) -> None:
    """A field with a measure of each visibility, and another field."""
    with store.transaction() as session:
        for number, visibility in (("M1", "internal"), ("M2", "network"), ("M3", "public")):
            measure(session, number, visibility=visibility)
        measure(session, "M4", field="BIL", visibility="public")


@pytest.mark.parametrize(
    ("role", "seen"),
    [(Role.NETWORK, ["M2", "M3"]), (Role.MANAGER, ["M1", "M2", "M3"])],
)
@pytest.mark.usefixtures("field")
async def test_a_field_is_shown_as_far_as_the_role_reaches(
    store: Store, web: httpx.AsyncClient, role: Role, seen: list[str]
) -> None:
    with store.transaction() as session:
        reader = account(session, role)
    found = await events(web, address(store, reader, FIELD, "SPR"))
    assert [name.split()[0] for name in found] == seen


@pytest.mark.usefixtures("field")
async def test_everyone_sees_public_dates_without_warnings(web: httpx.AsyncClient) -> None:
    found = await events(web, "/calendar/public.ics")
    assert set(found) == {"M3 Maßnahme M3", "M4 Maßnahme M4"}
    assert "VALARM" not in (await web.get("/calendar/public.ics")).text
    assert all("url" not in event for event in found.values())


async def test_a_role_that_was_taken_shuts_the_feed(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    with store.transaction() as session:
        reader = account(session, Role.NETWORK, Role.OWNER)
    own, whole = address(store, reader), address(store, reader, FIELD, "SPR", seed=1)
    assert [(await web.get(path)).status_code for path in (own, whole)] == [200, 200]
    with store.transaction() as session:
        take(session, Deed(NOW), reader, Role.NETWORK)
    assert [(await web.get(path)).status_code for path in (own, whole)] == [200, 404]
    with store.transaction() as session:
        take(session, Deed(NOW), reader, Role.OWNER)
    assert (await web.get(own)).status_code == 404


async def test_a_revoked_address_is_no_address(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    first, second = address(store, owner), address(store, owner, seed=1)
    with store.transaction() as session:
        (key, _) = [one.key for one in feed.of(session, owner)]
        gone = feed.revoke(session, Deed(NOW, owner), key)
    assert gone
    answers = [(await web.get(path)).status_code for path in (first, second)]
    assert sorted(answers) == [200, 404]


async def test_nobody_revokes_what_is_not_hers(store: Store, owner: int) -> None:
    address(store, owner)
    with store.transaction() as session:
        other = account(session, Role.MANAGER)
        (only,) = feed.of(session, owner)
        assert not feed.revoke(session, Deed(NOW, other), only.key)
        assert not feed.revoke(session, Deed(NOW, owner), "")
        assert not feed.revoke(session, Deed(NOW, owner), "%" * feed.KEY)
        assert feed.of(session, owner) == [only]


@pytest.mark.parametrize("token", ["x", "%25", "a" * 2000, "%00", "😀"])
async def test_what_is_no_secret_is_not_found(web: httpx.AsyncClient, token: str) -> None:
    response = await web.get(f"/calendar/{token}.ics")
    assert (response.status_code, response.content) == (404, b"")


async def test_the_secret_is_stored_nowhere(store: Store, owner: int) -> None:
    secret = address(store, owner).removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) >= 22  # 128 bits in base64
    with store.transaction() as session:
        stored = session.execute(select(feed.TABLE)).one()
    assert secret not in [str(value) for value in stored]


async def test_nothing_is_sent_twice(store: Store, web: httpx.AsyncClient, owner: int) -> None:
    path = address(store, owner)
    first = await web.get(path)
    assert first.headers["content-type"] == "text/calendar; charset=utf-8"
    assert first.headers["cache-control"] == "private, no-cache"
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await web.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    with store.transaction() as session:
        measure_changes.set_status(session, 1, Status.REALISED, "", by(owner))
    assert (await web.get(path, headers={"if-none-match": tag})).status_code == 200


async def test_the_calendar_is_called_in_its_readers_language(
    store: Store, web: httpx.AsyncClient, owner: int
) -> None:
    with store.transaction() as session:
        session.execute(update(table(AccountRow)).filter_by(id=owner).values(language="en"))
    content = (await web.get(address(store, owner))).text
    assert "X-WR-CALNAME:calendar.mine [en]" in content


@pytest.mark.parametrize(
    ("name", "made"),
    [("Bad Mittelstadt", "bad-mittelstadt"), ("Görlitz/Zgorzelec", "görlitz-zgorzelec")],
)
def test_ids_carry_the_towns_name_when_it_has_no_address(name: str, made: str) -> None:
    assert slug(name) == made
    assert slug("…") == "lotse"
