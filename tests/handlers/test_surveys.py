"""Surveys in the chat: what is kept when, who may do what, and where presses are too late."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from handlers.survey_buttons import AskSomebody, MoveOn, PickChoice
from handlers.survey_manager_buttons import CloseSurvey, InviteAll, LiveCount, ShowSurvey
from models import contribution, free_text, submission, survey_counts, survey_key
from models import draft as drafts
from models.base import Session
from models.contribution import Kind
from models.draft import DRAFT
from models.participation import PARTICIPATION, Who
from models.role import Role
from models.store import Store
from models.survey import Audience, Plan, View
from models.survey_invitation import INVITATION
from models.turn import Sender
from models.vault import Vault
from tests.handlers.talking import Somebody, Town
from tests.surveying import TITLE, opened, planned

AGREE = "Einverstanden, beginnen"


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def begun(town: Town, address: str = "amal") -> Somebody:
    """Somebody at the first question."""
    one = await town.somebody(address)
    await one.says("/survey bedarf23")
    await one.presses(AGREE)
    return one


async def finishes(one: Somebody) -> str:
    """From the first question to the end, in as few answers as it takes."""
    await one.presses("Ja")
    await one.presses("Überspringen")
    await one.presses("Überspringen")
    await one.presses("Wohnung")
    await one.presses("Fertig")
    await one.presses("Überspringen")
    await one.presses("Überspringen")
    return await one.presses("Absenden")


def modes(session: Session, survey: int, secret: str) -> list[str]:
    """The ways of answering of all responses that wait."""
    key = survey_key.key_of(session, survey, secret)
    return [one.content.mode for one in submission.waiting(session, survey, key)]


async def test_an_answer_is_kept_before_the_next_question(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    said = await one.presses("Nein")
    assert "Wie viele Kinder" in said
    her = Who(1, "web", "amal")
    kept = await there.ask(lambda s: drafts.resume(s, Vault("", Random(1)), her, 1))
    assert kept is not None
    assert kept.state.answers.values["/about/course"] == "no"


async def test_at_the_end_the_draft_is_gone_and_a_code_erases_the_answers(there: Town) -> None:
    survey = await there.do(opened)
    one = await begun(there)
    said = await finishes(one)
    code = said.partition("Code zum Löschen: ")[2].split()[0]
    assert await there.ask(lambda s: s.scalars(select(DRAFT.c.id)).all()) == []
    assert await there.ask(lambda s: survey_counts.total(s, survey)) == 1
    assert "gelöscht" in await one.says(f"/withdraw {code.lower()}")
    assert await there.ask(lambda s: submission.number(s, survey)) == 0
    assert "keine Antworten" in await one.says(f"/withdraw {code}")


async def test_nobody_answers_twice(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    await finishes(one)
    assert "schon teilgenommen" in await one.says("/survey bedarf23")


async def test_a_press_on_an_older_question_is_no_answer(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    old = one.key("Nein").data
    await one.presses("Ja")
    ask = old.split(":")[2]
    said = await one.presses(PickChoice(survey=1, ask=ask, choice=1))
    assert "früheren Frage" in said
    assert "Wie viele Kinder" in said
    assert "früheren Frage" in await one.presses(MoveOn(survey=1, ask=ask, step="skip"))


async def test_ticks_stay_in_the_same_message(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    for label in ("Ja", "Überspringen", "Überspringen", "Arbeit"):
        await one.presses(label)
    assert one.message is not None
    assert one.message.replaces
    assert one.key("Arbeit").chosen
    await one.presses("Arbeit")
    assert not one.key("Arbeit").chosen
    assert not one.sees("Fertig")


async def test_it_goes_on_at_another_channel_of_the_same_account(there: Town) -> None:
    await there.do(opened)
    one = await there.somebody("amt", Role.NETWORK)
    await one.says("/survey bedarf23")
    await one.presses(AGREE)
    await one.presses("Nein")
    other = Somebody(there, Sender("telegram", "4711", "de"))
    await other.says("/language de")
    code = (await one.says("/link")).partition("/link ")[2].split()[0]
    assert "Verbunden" in await other.says(f"/link {code}")
    there.clock.later(timedelta(days=1))
    assert "begonnen" in await other.says("/survey bedarf23")
    assert "Wie viele Kinder" in await other.presses("Weitermachen")


async def test_a_closed_survey_takes_no_more_answers(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    manager = await there.somebody("leitung", Role.MANAGER)
    await manager.says("/allsurveys")
    await manager.presses("Was brauchen Sie?")
    await manager.presses("Beenden")
    assert "Schlüssel" in await manager.presses("Beenden")
    assert "nicht mehr offen" in await one.presses("Nein")
    assert "nicht mehr offen" in await one.says("/survey bedarf23")


async def test_names_are_found_in_words_that_wait_when_a_survey_is_closed_by_hand(
    there: Town,
) -> None:
    survey = await there.do(opened)
    one = await begun(there)
    skip = "Überspringen"
    for label in ("Nein", skip, skip, "Wohnung", "Fertig", skip, skip):
        await one.presses(label)
    await one.says("Fatma weiß mehr")
    await one.presses("Absenden")
    manager = await there.somebody("leitung", Role.MANAGER)
    await manager.presses(CloseSurvey(survey=survey, sure=True))
    (waiting,) = await there.ask(lambda s: free_text.waiting(s, survey))
    assert waiting.traces == ("name",)


async def test_a_network_survey_is_not_for_everybody(there: Town) -> None:
    plan = Plan(TITLE, view=View.NETWORK, audience=Audience(frozenset({Role.OWNER})))
    await there.do(lambda s: opened(s, "netz2345", plan))
    asker = await there.somebody("amal")
    assert "keine Umfrage" in await asker.says("/surveys")
    assert "andere Personen" in await asker.says("/survey netz2345")
    owner = await there.somebody("amt", Role.OWNER)
    await owner.says("/surveys")
    assert owner.sees("Was brauchen Sie?")


async def test_staff_asks_several_in_a_row(there: Town) -> None:
    survey = await there.do(opened)
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    assert "vor und geben Sie ein" in await staff.presses(AskSomebody(survey=survey))
    assert "Bitte geben Sie den Code" in await finishes(staff)
    await staff.presses("Nächste Person")
    await finishes(staff)
    assert await there.ask(lambda s: survey_counts.total(s, survey)) == 2
    assert await there.ask(lambda s: s.scalars(select(PARTICIPATION.c.token)).all()) == []


async def test_each_way_of_answering_is_stored_with_the_response(there: Town) -> None:
    survey = await there.do(opened)
    for channel, link in (("telegram", ""), ("web", ""), ("telegram", "_w"), ("web", "_w")):
        one = await there.somebody(f"{channel}{link}", channel=channel)
        await one.says(f"/start survey_bedarf23{link}")
        await one.presses(AGREE)
        await finishes(one)
    ways = await there.ask(lambda s: modes(s, survey, there.door.secret))
    assert sorted(ways) == ["chat", "web", "workshop", "workshop"]


async def test_to_ask_somebody_loses_nothing_that_was_begun(there: Town) -> None:
    survey = await there.do(opened)
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    await staff.says("/survey bedarf23")
    await staff.presses(AGREE)
    await staff.presses("Ja")
    assert "haben diese Umfrage begonnen" in await staff.presses(AskSomebody(survey=survey))
    assert "Wie viele Kinder haben Sie?" in await staff.presses("Weitermachen")


async def test_what_a_group_says_is_one_response_of_its_own_kind(there: Town) -> None:
    survey = await there.do(opened)
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    await staff.says("/survey bedarf23")
    assert "die Gruppe gemeinsam sagt" in await staff.presses("Eine Gruppe befragen")
    await finishes(staff)
    await staff.presses("Nächste Person")
    await finishes(staff)
    await staff.presses("Eine Gruppe befragen")
    await finishes(staff)
    ways = await there.ask(lambda s: modes(s, survey, there.door.secret))
    assert sorted(ways) == ["group", "group", "interviewer"]


async def test_a_workshop_is_counted_live(there: Town) -> None:
    survey = await there.do(opened)
    manager = await there.somebody("leitung", Role.MANAGER)
    assert "im Workshop: 0" in await manager.presses(LiveCount(survey=survey))
    guest = await there.somebody("gast")
    await guest.says("/start survey_bedarf23_w")
    await guest.presses(AGREE)
    await finishes(guest)
    other = await begun(there)
    await finishes(other)
    assert "im Workshop: 1" in await manager.presses("Neu zählen")


async def test_a_manager_starts_limits_and_invites(there: Town) -> None:
    survey = await there.do(planned)
    manager = await there.somebody("leitung", Role.MANAGER)
    asker = await there.somebody("amal")
    assert "keine Umfrage" in await asker.says("/surveys")
    assert "geplant" in await manager.presses(ShowSurvey(survey=survey))
    await manager.presses("Für wen?")
    await manager.presses("Sprache")
    assert "Für: Arabisch" in await manager.presses("Arabisch")
    assert "Für alle" in await manager.presses("Arabisch")
    await manager.presses(ShowSurvey(survey=survey))
    assert "jetzt offen" in await manager.presses("Starten")
    assert "Neu eingeladen: 2" in await manager.presses(InviteAll(survey=survey))
    assert len(await there.ask(lambda s: s.scalars(select(INVITATION.c.person_id)).all())) == 2
    link = await manager.presses("Link und QR-Code")
    assert "?start=survey_bedarf23" in link
    assert manager.message is not None
    assert manager.message.files[0].media_type == "image/png"


async def test_ideas_of_migrants_and_of_the_network_stay_apart(there: Town) -> None:
    asker, member = await there.somebody("amal"), await there.somebody("verein", Role.NETWORK)
    for one, kind in ((asker, "Das brauchen wir"), (member, "Das ist ein Problem")):
        await one.says("/idea")
        await one.presses(kind)
        await one.presses("Etwas anderes")
        await one.presses("Überall")
        assert "gespeichert" in await one.says("Mehr Treffpunkte")
    told = await there.ask(contribution.waiting)
    views = {(one.contribution.view, one.contribution.kind) for one in told}
    assert views == {(View.MIGRANTS, Kind.NEED), (View.NETWORK, Kind.PROBLEM)}
