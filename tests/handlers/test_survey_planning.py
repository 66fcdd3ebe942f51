"""A survey's days and quotas in the chat, and what happens when they are reached."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers.survey_buttons import AskSomebody
from handlers.survey_manager_buttons import ShowSurvey
from jobs import surveys as job
from models import survey
from models.role import Role
from models.store import Store
from models.survey import Plan, SurveyState
from models.survey_invitation import INVITATION
from tests.handlers.talking import Somebody, Town
from tests.handlers.test_surveys import begun, finishes
from tests.jobs.reminding import surroundings
from tests.surveying import TITLE, opened, planned


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def planning(town: Town, id: int) -> Somebody:
    """A manager who looks at a survey's days and quotas."""
    one = await town.somebody("leitung", Role.MANAGER)
    await one.presses(ShowSurvey(survey=id))
    await one.presses("Zeit und Menge")
    return one


async def plan_of(town: Town, id: int) -> Plan:
    found = await town.ask(lambda s: survey.find(s, id))
    assert found is not None
    return found.plan


async def test_days_are_typed_and_checked(there: Town) -> None:
    id = await there.do(planned)
    one = await planning(there, id)
    await one.presses("Erster Tag")
    assert "Das geht nicht" in await one.says("1.11.2026")
    assert "Beginnt: 1. Dezember 2026" in await one.says("1.12.2026")
    await one.presses("Letzter Tag")
    assert "Das geht nicht" in await one.says("30.11.2026")
    assert "Letzter Tag: 31. Dezember 2026" in await one.says("31.12.2026")
    plan = await plan_of(there, id)
    assert (plan.opens, plan.closes) == (date(2026, 12, 1), date(2026, 12, 31))
    await one.presses("Letzter Tag")
    assert "Letzter Tag" not in await one.presses("Von Hand")


async def test_quotas_are_typed_for_all_or_for_some(there: Town) -> None:
    id = await there.do(planned)
    one = await planning(there, id)
    await one.presses("Höchstzahl")
    assert "Höchstens 200 Antworten" in await one.says("200")
    await one.presses("Zeit und Menge")
    await one.presses("Sprache")
    await one.presses("Arabisch")
    assert "verstanden" in await one.says("viele")
    assert "Arabisch: höchstens 50 Antworten" in await one.says("50")
    assert (await plan_of(there, id)).quotas == {"": 200, "language:ar": 50}
    await one.presses("Zeit und Menge")
    await one.presses("Höchstzahl")
    assert "200" not in await one.says("0")
    assert (await plan_of(there, id)).quotas == {"language:ar": 50}


async def test_all_are_invited_on_the_first_day_where_somebody_wanted_that(there: Town) -> None:
    id = await there.do(planned)
    await there.somebody("4711", channel="telegram")
    one = await planning(there, id)
    await one.presses("Am ersten Tag einladen")
    assert one.key("Am ersten Tag einladen").chosen
    await one.presses("Erster Tag")
    await one.says("1.12.2026")
    there.clock.later(timedelta(days=8))
    await there.do(lambda s: job.run(s, there.clock(), surroundings(secret="")))
    found = await there.ask(lambda s: survey.find(s, id))
    assert found is not None
    assert found.state is SurveyState.OPEN
    assert len(await there.ask(lambda s: s.scalars(select(INVITATION.c.person_id)).all())) == 1


async def test_to_open_by_hand_offers_to_invite(there: Town) -> None:
    id = await there.do(planned)
    one = await there.somebody("leitung", Role.MANAGER)
    await one.presses(ShowSurvey(survey=id))
    await one.presses("Starten")
    assert one.sees("Einladen")


async def test_when_enough_have_answered_others_are_told_kindly(there: Town) -> None:
    id = await there.do(lambda s: opened(s, plan=Plan(TITLE, quotas={"": 1})))
    first = await begun(there)
    await finishes(first)
    other = await there.somebody("bilal")
    assert "genug Antworten" in await other.says("/survey bedarf23")
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    assert "genug Antworten" in await staff.presses(AskSomebody(survey=id))


async def test_a_quota_for_workshops_counts_there_only(there: Town) -> None:
    plan = Plan(TITLE, quotas={"mode:workshop": 0})
    await there.do(lambda s: opened(s, plan=plan))
    one = await there.somebody("amal")
    assert "genug Antworten" in await one.says("/start survey_bedarf23_w")
    assert "Einverstanden" in await one.says("/start survey_bedarf23")


async def test_days_of_a_closed_survey_stay(there: Town) -> None:
    id = await there.do(planned)
    one = await planning(there, id)
    await one.presses("Letzter Tag")
    await there.do(lambda s: s.execute(survey.SURVEY.update().values(state="closed")))
    assert "beendet" in await one.says("31.12.2026")
    assert replace(await plan_of(there, id)).closes is None
