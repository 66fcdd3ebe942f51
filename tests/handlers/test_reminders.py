"""Answers to reminders: a tap says it, at most one thing more is asked, nothing is done twice."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from analysis.measures.point import Precision, point_around
from models import measures
from models.answers import Answer, Explain, Tap
from models.base import Session
from models.measure_changes import By, assign, move_date
from models.measure_parts import CHANGE, NOTE, STEP
from models.measure_record import Measure
from models.person import TABLE as PERSON
from models.reminders import REMINDER
from models.role import Role
from models.store import Store
from tests.clock import MONDAY_MORNING
from tests.handlers.talking import Somebody, Town
from tests.models import measure_towns
from tests.talking import BERLIN

TODAY = MONDAY_MORNING.astimezone(BERLIN).date()
IN_A_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def account_of(person: Somebody) -> int:
    """The account behind a person."""
    query = select(PERSON.c.account_id).where(PERSON.c.address == person.sender.address)
    return int(await person.town.ask(lambda s: s.scalar(query)) or 0)


async def measure_of(town: Town, person: Somebody, **others: Any) -> int:
    """A measure of hers that is due in a week."""
    owner = await account_of(person)
    usual = {"end": IN_A_WEEK, "end_precision": "day", "responsible_id": owner, "last_news": None}
    values = {**usual, **others}
    return await town.do(lambda s: measure_towns.measure(s, "SPR-01", **values))


async def now(town: Town, id: int) -> Measure:
    """The measure as it is by now."""
    found = await town.ask(lambda s: measures.find(s, id, TODAY))
    assert found is not None
    return found


def tap(measure: int, answer: Answer, step: int = 0, version: int = 1) -> Tap:
    return Tap(measure=measure, step=step, version=version, answer=answer)


async def answers(town: Town) -> list[str]:
    """The answers of all notes, oldest first."""
    return list(await town.ask(lambda s: s.scalars(select(NOTE.c.answer).order_by(NOTE.c.id))))


async def a_step(town: Town, measure: int) -> int:
    """A step that is due tomorrow."""
    values = {"measure_id": measure, "name": "Raum finden", "due": TODAY + timedelta(days=1)}
    query = insert(STEP).values(**values, due_precision="day", position=1).returning(STEP.c.id)
    return int(await town.do(lambda s: s.execute(query).scalar_one()))


async def test_done_is_noted_and_can_be_taken_back(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    assert "Notiert als erledigt: SPR-01" in await owner.presses(tap(id, Answer.DONE))
    assert (await now(there, id)).status == "realised"
    assert "„in Umsetzung“" in await owner.presses("Doch nicht erledigt")
    assert (await now(there, id)).status == "in_realisation"
    assert await answers(there) == ["done", "status"]


async def test_the_same_answer_on_a_day_counts_once(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(tap(id, Answer.ON_TRACK))
    there.clock.later(timedelta(hours=1))
    assert "heute schon gemeldet" in await owner.presses(tap(id, Answer.ON_TRACK))
    assert await answers(there) == ["on_track"]
    there.clock.later(timedelta(days=1))
    await owner.presses(tap(id, Answer.ON_TRACK))
    assert await answers(there) == ["on_track", "on_track"]


async def test_on_track_after_the_date_asks_for_another(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, end=TODAY - timedelta(days=3))
    assert "Bis wann dauert es?" in await owner.presses(tap(id, Answer.ON_TRACK))
    assert await answers(there) == ["on_track"]


@pytest.mark.parametrize(
    ("button", "day", "precision"),
    [
        ("Eine Woche", IN_A_WEEK + timedelta(days=7), "day"),
        ("Ein Monat", date(2026, 12, 30), "day"),
        ("Quartalsende", date(2026, 12, 31), "quarter"),
    ],
)
async def test_a_delay_has_a_date_and_a_reason(
    there: Town, button: str, day: date, precision: str
) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(tap(id, Answer.DELAYED))
    assert "Warum?" in await owner.presses(button)
    assert (await now(there, id)).end == IN_A_WEEK
    assert "Notiert" in await owner.presses("Personal fehlt")
    after = await now(there, id)
    assert (after.end, after.end_precision, after.version) == (day, precision, 2)
    change = (await there.ask(lambda s: s.execute(select(CHANGE)).all()))[0]
    assert (change.old, change.new, change.reason) == (IN_A_WEEK, day, "staff")
    assert await answers(there) == ["delayed"]


async def test_a_date_and_a_reason_can_be_typed(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(tap(id, Answer.DELAYED))
    assert "schon vorbei" in await owner.says("3. Quartal 2020")
    assert "nicht verstanden" in await owner.says("irgendwann")
    assert "Warum?" in await owner.says("2. Quartal 2027")
    assert "30. Juni 2027" in await owner.says("Der Raum  fehlt noch.")
    after = await now(there, id)
    assert (after.end, after.end_precision) == (date(2027, 6, 30), "quarter")
    assert after.notes[0].text == "Der Raum fehlt noch."


async def test_a_question_in_between_is_answered_and_waits(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(tap(id, Answer.DELAYED))
    await owner.says("Wo gibt es einen Deutschkurs?")
    assert "Warum?" in await owner.says("März 2027")


async def test_a_steps_date_moves_alone(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    step = await a_step(there, id)
    await owner.presses(tap(id, Answer.DELAYED, step))
    await owner.says("31.12.2026")
    await owner.presses("Geld fehlt")
    after = await now(there, id)
    assert (after.steps[0].due, after.end, after.version) == (date(2026, 12, 31), IN_A_WEEK, 2)
    assert after.notes[0].text == "Raum finden\nmoney"


async def test_a_step_is_done(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    step = await a_step(there, id)
    assert "Schritt „Raum finden“" in await owner.presses(tap(id, Answer.DONE, step))
    assert (await now(there, id)).steps[0].done_on == TODAY
    assert (await now(there, id)).status == "in_realisation"
    await owner.presses("Doch nicht erledigt")
    assert (await now(there, id)).steps[0].done_on is None


async def test_a_date_from_outside_stays(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, statutory=True)
    assert "bleibt sie stehen" in await owner.presses(tap(id, Answer.DELAYED))
    await owner.presses("Entscheidung fehlt")
    after = await now(there, id)
    assert (after.end, after.endangered) == (IN_A_WEEK, True)
    assert [(note.answer, note.text) for note in after.notes] == [("fixed", "decision")]


async def test_help_needs_no_more_than_the_tap(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    assert "Was fehlt?" in await owner.presses(tap(id, Answer.HELP))
    assert await answers(there) == ["help"]
    await owner.says("Ein Raum im Nordviertel")
    assert [note.text for note in (await now(there, id)).notes] == ["Ein Raum im Nordviertel"]


async def test_not_mine_may_name_somebody(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Jobcenter", Role.OWNER)
    id = await measure_of(there, owner)
    assert "wer zuständig ist" in await owner.presses(tap(id, Answer.NOT_MINE))
    assert "Jobcenter" in await owner.presses("Jobcenter")
    (note,) = await there.ask(lambda s: s.execute(select(NOTE)).all())
    assert (note.answer, note.suggested_id) == ("not_mine", await account_of(other))
    assert (await now(there, id)).last_news is None


async def test_remind_me_again_in_three_days(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    assert "26. November 2026" in await owner.presses(tap(id, Answer.LATER))
    (row,) = await there.ask(lambda s: s.execute(select(REMINDER)).all())
    assert (row.rung, row.state, row.due) == ("later", "planned", date(2026, 11, 26))


@pytest.mark.parametrize("answer", list(Answer))
async def test_an_old_button_shows_what_is_so_by_now(there: Town, answer: Answer) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, version=2)
    assert "Seitdem hat sich etwas geändert" in await owner.presses(tap(id, answer, version=1))
    assert "Stand: in Umsetzung" in await owner.presses(tap(id, answer, version=1))
    assert await answers(there) == []


async def test_a_button_between_date_and_reason_may_be_old_too(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await owner.presses(tap(id, Answer.DELAYED))
    await owner.presses("Eine Woche")
    await there.do(lambda s: moved_meanwhile(s, id))
    assert "geändert" in await owner.presses("Personal fehlt")
    assert (await now(there, id)).end == date(2027, 1, 1)


def moved_meanwhile(session: Session, id: int) -> None:
    point = point_around(date(2027, 1, 1), Precision.DAY)
    move_date(session, id, point, "x", By(None, MONDAY_MORNING))


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("roles", [(), (Role.NETWORK,), (Role.OWNER,), (Role.KEEPER,)])
async def test_only_who_is_responsible_answers(
    there: Town, answer: Answer, roles: tuple[Role, ...]
) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    stranger = await there.somebody("Fremd", *roles)
    id = await measure_of(there, owner)
    assert "gehört nicht zu Ihren Aufgaben" in await stranger.presses(tap(id, answer))
    assert await answers(there) == []


async def test_whoever_is_reassigned_answers_no_more(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Jobcenter", Role.OWNER)
    id = await measure_of(there, owner)
    new = await account_of(other)
    await there.do(lambda s: assign(s, id, new, By(None, MONDAY_MORNING)))
    assert "nicht zu Ihren Aufgaben" in await owner.presses(tap(id, Answer.DONE))
    assert "Notiert" in await other.presses(tap(id, Answer.DONE))


async def test_a_deputy_answers_too(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    deputy = await there.somebody("Vertretung", Role.NETWORK)
    id = await measure_of(there, owner, deputy_id=await account_of(deputy))
    assert "Notiert" in await deputy.presses(tap(id, Answer.ON_TRACK))


async def test_somebody_elses_note_is_not_added_to(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Jobcenter", Role.MANAGER)
    await measure_of(there, owner)
    await owner.presses(tap(1, Answer.HELP))
    (note,) = await there.ask(lambda s: s.execute(select(NOTE)).all())
    said = await other.presses(Explain(note=note.id, cause="money"))
    assert "nicht zu Ihren Aufgaben" in said
