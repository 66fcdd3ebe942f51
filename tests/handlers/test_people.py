"""People with a task: invited, linked, renamed, deputized, removed, forgotten."""

import asyncio
from base64 import b64decode
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from handlers.absence import AwayFor
from handlers.deputy import PickDeputy
from handlers.invite import MakeInvitation
from handlers.invited import Withdraw
from handlers.my_hour import PickHour
from handlers.roles_back import GiveBack
from handlers.team import TakeRole
from jobs import retention
from models import accounts, inbox, invitations, organizations
from models.base import Session
from models.measure import MeasureRow
from models.person import TABLE as PERSON
from models.progress import StatusNoteRow
from models.role import Role
from models.store import Store
from models.tables import METADATA
from models.turn import Command, Sender, Turn
from tests.handlers.talking import Town

NO_RIGHT = "Dafür fehlt Ihnen eine Aufgabe bei Lotse"


@pytest.fixture
def lotse(store: Store) -> Town:
    return Town(store)


def only_account(session: Session) -> int:
    (one,) = accounts.everyone(session)
    return one.id


async def test_who_is_invited_without_a_name_is_asked_for_one(lotse: Town) -> None:
    her = await lotse.somebody("Hoda")
    said = await her.says(f"/start join_{await lotse.invitation(Role.OWNER)}")
    assert "Wie heißt Ihre Stelle?" in said
    assert "höchstens 120 Zeichen" in await her.says("x" * 121)
    assert "Bei Lotse sind Sie jetzt: Amt 50" in await her.says("  Amt\n 50 ")
    assert "Bei Lotse sind Sie: Amt 50" in await her.says("/me")


async def test_who_does_not_say_a_name_has_a_number(lotse: Town) -> None:
    her = await lotse.somebody("Hoda")
    await her.says(f"/start join_{await lotse.invitation(Role.OWNER)}")
    assert "ich warte nicht mehr" in await her.presses("Abbrechen")
    assert "ohne Namen, Nr. 1" in await her.says("/me")


async def test_two_people_with_one_link_are_one_too_many(lotse: Town) -> None:
    first, second = await lotse.somebody("1"), await lotse.somebody("2")
    secret = await lotse.invitation(Role.OWNER, name="Amt")
    payload = Command("start", f"join_{secret}")
    both = await asyncio.gather(first.does(payload), second.does(payload))
    assert ["Willkommen" in said for said in both] == [True, False]
    assert "gilt nur einmal" in both[1]
    assert "haben Sie schon angenommen" in await first.does(payload)
    assert "als Gast" in await second.says("/me")


async def test_a_link_is_too_late_after_its_last_day(lotse: Town) -> None:
    her = await lotse.somebody("Hoda")
    secret = await lotse.invitation(Role.OWNER, name="Amt")
    lotse.clock.later(timedelta(days=invitations.DAYS + 1))
    assert "ist abgelaufen" in await her.says(f"/start join_{secret}")


async def test_while_the_language_is_chosen_only_a_hash_of_the_secret_is_kept(lotse: Town) -> None:
    secret = await lotse.invitation(Role.OWNER, name="Amt")
    start = Turn(Sender("web", "neu"), Command("start", f"join_{secret}"), lotse.clock())
    await lotse.door.converse(start)
    assert secret not in await lotse.ask(everywhere)


async def test_a_group_gets_no_role(lotse: Town) -> None:
    group = await lotse.somebody("-1001234", channel="telegram")
    said = await group.says(f"/start join_{await lotse.invitation(Role.MANAGER)}")
    assert "nur im Einzelgespräch" in said
    keeper = await lotse.somebody("keeper", Role.KEEPER)
    code = (await keeper.says("/link")).partition("Ihr Code: ")[2][:9]
    assert "nur im Einzelgespräch" in await group.says(f"/link {code}")
    assert "als Gast" in await group.says("/me")


async def test_a_manager_can_neither_make_nor_remove_an_administrator(lotse: Town) -> None:
    boss = await lotse.somebody("boss", Role.ADMINISTRATOR)
    manager = await lotse.somebody("manager", Role.MANAGER)
    assert NO_RIGHT in await manager.presses(MakeInvitation(role=Role.ADMINISTRATOR))
    one = (await lotse.ask(accounts.everyone))[0]
    assert one.name == "boss"
    take = TakeRole(account=one.id, role=Role.ADMINISTRATOR, sure=True)
    assert NO_RIGHT in await manager.presses(take)
    assert "Administration" in await boss.says("/me")
    await lotse.invitation(Role.ADMINISTRATOR)
    (waiting,) = await lotse.ask(lambda s: invitations.waiting(s, date(2026, 1, 1)))
    assert NO_RIGHT in await manager.presses(Withdraw(invitation=waiting.id, sure=True))


async def test_the_link_and_the_picture_are_for_one_role_and_organization(lotse: Town) -> None:
    manager = await lotse.somebody("manager", Role.MANAGER)
    choir = await lotse.do(lambda s: organizations.make(s, "people", "Chor"))
    await manager.says("/invite")
    await manager.presses("Pflege von Angeboten")
    await manager.presses("Nur eine Organisation")
    assert "(nur Chor)" in await manager.presses("Chor")
    said = await manager.presses("Link erstellen")
    assert manager.message is not None
    (picture,) = manager.message.files
    assert b64decode(picture.content).startswith(b"\x89PNG")
    link = next(word for word in said.split() if "?start=" in word)
    assert link.startswith("http://127.0.0.1:8080/?start=join_")
    keeper = await lotse.somebody("keeper")
    joined = await keeper.says(f"/start {link.partition('start=')[2]}")
    assert "Pflege von Angeboten (nur Chor)" in joined
    held = await lotse.ask(lambda s: accounts.everyone(s, Role.KEEPER))
    assert [one.organization_id for one in held] == [choir]


async def test_the_deputy_is_somebody_else(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    await lotse.somebody("Jonas", Role.OWNER)
    mine, other = await lotse.ask(accounts.everyone)
    assert "gibt es hier nicht mehr" in await her.presses(PickDeputy(account=mine.id))
    assert "gibt es hier nicht mehr" in await her.presses(PickDeputy(account=99))
    assert "frage ich jetzt: Jonas" in await her.presses(PickDeputy(account=other.id))
    away = await her.presses(AwayFor(start=date(2026, 12, 1), end=date(2026, 12, 4)))
    assert "Ihre Vertretung: Jonas" in away


async def test_many_people_are_shown_a_page_at_a_time(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.MANAGER)
    day = lotse.clock().date()
    await lotse.do(lambda s: [accounts.make(s, day, f"Amt {n:02}") for n in range(12)])
    await her.says("/vertretung")
    assert her.sees("Amt 07")
    await her.presses("Weitere")
    assert her.sees("Amt 08")
    await her.presses("Zurück")
    assert her.sees("Amt 00")


@pytest.mark.parametrize(("pressed", "kept"), [(16, 16), (3, None), (99, None), (-1, None)])
async def test_an_hour_at_night_is_none(lotse: Town, pressed: int, kept: int | None) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    await her.presses(PickHour(hour=pressed))
    (mine,) = await lotse.ask(accounts.everyone)
    assert mine.hour == kept


async def test_a_second_channel_has_the_same_rights(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.MANAGER)
    code = (await her.says("/link")).partition("Ihr Code: ")[2][:9]
    phone = await lotse.somebody("4711", channel="telegram")
    assert "Verbunden. Sie sind auch hier: Hoda" in await phone.says(f"/link {code.lower()}")
    assert "einladen" in await phone.says("/invite")
    assert "Web-Chat" in await phone.says("/me")
    assert "stimmt nicht" in await (await lotse.somebody("fremd")).says(f"/link {code}")


async def test_her_new_language_is_that_of_her_mails_too(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    await her.says("/language uk")
    (mine,) = await lotse.ask(accounts.everyone)
    assert mine.language == "uk"


async def test_what_she_does_not_hold_she_cannot_give_back(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    assert "haben Sie nicht mehr" in await her.presses(GiveBack(role=Role.MANAGER, sure=True))


async def test_a_button_ends_the_waiting_for_words(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    await her.says("/me")
    await her.presses("Ich bin weg")
    await her.says("/topics")
    await her.says("3.12.–10.12.")
    assert "Abwesend" not in await her.says("/me")


async def test_nothing_remains_of_who_had_everything_deleted(lotse: Town) -> None:
    her = await lotse.somebody("Geheimstelle", Role.OWNER, Role.MANAGER)
    code = (await her.says("/link")).partition("Ihr Code: ")[2][:9]
    phone = await lotse.somebody("4815162342", channel="telegram")
    await phone.says(f"/link {code}")
    await phone.presses(AwayFor(start=date(2026, 12, 1), end=date(2026, 12, 4)))
    mine = await lotse.ask(only_account)
    await lotse.do(lambda s: responsible(s, mine))
    assert "2 Maßnahmen haben dann niemanden mehr" in await phone.says("/delete")
    assert "Alles ist gelöscht" in await phone.presses("Ja, alles löschen")
    await lotse.do(sent)
    left = await lotse.ask(everywhere)
    assert "Geheimstelle" not in left
    assert "4815162342" not in left
    assert "2026, 12, 4" not in left
    for empty in ("person", "account", "role", "absence", "invitation", "link_code"):
        assert await lotse.ask(lambda s: s.scalar(text(f"SELECT count(*) FROM {empty}"))) == 0  # noqa: B023
    notes = await lotse.ask(lambda s: s.scalars(select(StatusNoteRow.answer)).all())
    assert notes == ["unassigned", "unassigned"]


def sent(session: Session) -> None:
    """All that was owed has arrived."""
    owed = [one.id for channel in ("web", "telegram") for one in inbox.owed(session, channel)]
    inbox.strike_off(session, owed)


def responsible(session: Session, account: int) -> None:
    """Two measures are hers."""
    for number in ("M1", "M2"):
        made = MeasureRow(source="t", source_id=number, number=number, title="x", field="SPR")
        made.status, made.responsible_id = "decided", account
        session.add(made)
    session.flush()


def everywhere(session: Session) -> str:
    """Every value of every row of every table."""
    return repr([session.execute(select(each)).all() for each in METADATA.sorted_tables])


async def test_who_was_silent_for_two_years_is_an_asker_no_more_but_the_account_stays(
    lotse: Town,
) -> None:
    await lotse.somebody("Hoda", Role.OWNER)
    await lotse.do(lambda s: s.execute(update(PERSON).values(last_seen=date(2020, 1, 1))))
    now = datetime(2026, 11, 24, tzinfo=UTC)
    await lotse.do(lambda s: retention.run(s, now))
    assert await lotse.ask(lambda s: len(accounts.everyone(s))) == 1
