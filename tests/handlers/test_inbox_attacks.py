"""What somebody could try with other people's conversations, and what comes of it: nothing."""

from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import select

from handlers import inbox_buttons
from handlers.respond import ACTIONS
from models import counselling, roles
from models.action import Action
from models.base import Session
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.tables import METADATA
from models.thread import ThreadState
from models.thread_actions import ShowThread, TakeThread
from tests.databases import BOTH
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
SECRET = "ابنتي مريضة"
ANSWER = "Kommen Sie um drei."
OF_A_TURN = {"person", "owed", "inbox", "asked"}
THREADS = sorted(
    (kind for kind in ACTIONS if "thread" in kind.model_fields), key=lambda kind: kind.prefix
)
OF_ASKERS = {"thend", "thrate", "thagain"}
OF_COUNSELLORS = [kind for kind in THREADS if kind.prefix not in OF_ASKERS]
assert {"thread", "thtake", "thwrite", "thsend"} <= {kind.prefix for kind in OF_COUNSELLORS}


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


def pressed(kind: type[Action], number: int) -> Action:
    """A button of that kind about this thread, forged if need be."""
    hints = get_type_hints(kind)
    usual: dict[object, Any] = {int: 0, bool: True, str: ""}
    values = {n: usual.get(hints[n]) for n in kind.model_fields}
    values = {n: (get_args(hints[n])[0] if v is None else v) for n, v in values.items()}
    return kind(**{**values, "thread": number})


def everything(session: Session) -> dict[str, list[str]]:
    """All rows but those that every turn changes."""
    return {
        each.name: sorted(map(repr, session.execute(select(each))))
        for each in METADATA.sorted_tables
        if each.name not in OF_A_TURN
    }


async def in_hand(desk: Desk, name: str = "Beratung Nord") -> tuple[int, Somebody]:
    """A thread that a counsellor has taken."""
    number = await desk.asks("amal", SECRET)
    her = await desk.counsellor(name)
    await her.presses(TakeThread(thread=number))
    assert (await desk.thread(number)).state is ThreadState.TAKEN
    return number, her


async def changed(desk: Desk, before: dict[str, list[str]]) -> set[str]:
    """The tables in which something is another than it was."""
    after = await desk.town.ask(everything)
    return {name for name, rows in after.items() if rows != before[name]}


async def test_a_colleague_can_do_nothing_with_it_and_reads_nothing(desk: Desk) -> None:
    number, _ = await in_hand(desk)
    other = await desk.counsellor("Beratung Süd")
    before = await desk.town.ask(everything)
    for kind in OF_COUNSELLORS:
        assert SECRET not in await other.presses(pressed(kind, number))
        assert await changed(desk, before) == set(), kind
        await other.says(ANSWER)
        assert await changed(desk, before) == set(), kind
        assert SECRET not in await other.says("/inbox")


@pytest.mark.parametrize("number", [0, -1, 4711])
async def test_forged_numbers_lead_nowhere(desk: Desk, number: int) -> None:
    her = await desk.counsellor("Beratung")
    before = await desk.town.ask(everything)
    for kind in OF_COUNSELLORS:
        answer = await her.presses(pressed(kind, number))
        assert "nicht für Sie" in answer or "niemanden" in answer or "nicht mehr da" in answer, kind
        assert await changed(desk, before) == set(), kind


async def test_who_counsels_about_something_else_neither_sees_nor_takes_it(desk: Desk) -> None:
    number = await desk.asks("amal", SECRET)
    other = await desk.counsellor("Beratung Gesundheit")
    id = await account(desk, "Beratung Gesundheit")
    await desk.town.do(lambda s: counselling.choose_topics(s, id, ["doctor"]))
    assert "kein Gespräch" in await other.says("/inbox")
    for kind in (ShowThread, TakeThread, inbox_buttons.WriteTo, inbox_buttons.WriteNote):
        answer = await other.presses(pressed(kind, number))
        assert "nicht für Sie" in answer
        assert SECRET not in answer
    assert (await desk.thread(number)).state is ThreadState.WAITING
    await desk.town.do(lambda s: counselling.choose_topics(s, id, []))
    await desk.town.do(lambda s: counselling.choose_languages(s, id, ["uk"]))
    assert "nicht für Sie" in await other.presses(ShowThread(thread=number))


@pytest.mark.parametrize("role", [None, Role.NETWORK, Role.OWNER, Role.KEEPER, Role.EDITOR])
async def test_nobody_else_reads_a_conversation(desk: Desk, role: Role | None) -> None:
    number, _ = await in_hand(desk)
    other = await desk.town.somebody("fremd", *([role] if role else []))
    for kind in OF_COUNSELLORS:
        answer = await other.presses(pressed(kind, number))
        assert "nur für" in answer or "Aufgabe" in answer
        assert SECRET not in answer
    assert (await desk.thread(number)).state is ThreadState.TAKEN


async def test_a_role_taken_away_in_the_middle_ends_it_with_the_next_word(desk: Desk) -> None:
    number, her = await in_hand(desk)
    id = await account(desk, "Beratung Nord")
    await her.says("Guten Tag")
    deed = Deed(desk.town.clock())
    await desk.town.do(lambda s: roles.take(s, deed, id, Role.COUNSELLOR))
    one = await desk.thread(number)
    assert (one.state, one.account_id) == (ThreadState.WAITING, None)
    await her.says(ANSWER)
    assert await desk.said(number) == ["Guten Tag"]
    assert ANSWER not in str(await desk.reads("amal"))
    assert SECRET not in await her.presses(ShowThread(thread=number))
    assert "Aufgabe" not in await her.says("Wo finde ich einen Arzt?")
    assert her.message is not None
    assert her.message.cards
    assert await desk.said(number) == ["Guten Tag"]
    other = await desk.counsellor("Beratung Süd")
    await other.presses(TakeThread(thread=number))
    await other.says("Ich übernehme.")
    assert await desk.said(number) == ["Guten Tag", "Ich übernehme."]


async def test_old_buttons_send_nothing_once_it_is_over(desk: Desk) -> None:
    number, her = await in_hand(desk)
    await her.presses(inbox_buttons.CloseThread(thread=number, sure=True))
    sent = len(await desk.reads("amal"))
    for kind in OF_COUNSELLORS:
        if kind is not inbox_buttons.ResumeThread:
            await her.presses(pressed(kind, number))
            await her.says(ANSWER)
            await her.says("/cancel")
    assert (await desk.thread(number)).state is ThreadState.CLOSED
    assert await desk.said(number) == []
    assert len(await desk.reads("amal")) == sent


async def test_what_is_typed_after_it_was_passed_on_goes_to_nobody(desk: Desk) -> None:
    number, her = await in_hand(desk)
    lead = await desk.counsellor("Leitung", Role.MANAGER)
    await lead.presses(inbox_buttons.PassTo(thread=number, account=0))
    assert "Gespräch" in await her.says(ANSWER)
    assert await desk.said(number) == []
    assert await desk.reads("amal") == []


async def test_of_two_conversations_nobody_gets_what_was_meant_for_the_other(desk: Desk) -> None:
    first, her = await in_hand(desk)
    second = await desk.asks("omar", "متى تفتحون؟")
    await her.presses(TakeThread(thread=second))
    await her.says("Um neun.")
    await desk.writes(first, "شكراً")
    asked = await her.says("Ihre Tochter soll zum Arzt.")
    assert "Für wen ist das?" in asked
    assert "Ihre Tochter" in asked
    assert await desk.said(second) == ["Um neun."]
    assert f"Gesendet an: Person {first}" in await her.presses(f"An Person {first}")
    assert await desk.said(first) == ["Ihre Tochter soll zum Arzt."]
    assert await desk.said(second) == ["Um neun."]
    assert f"Gesendet an: Person {first}" in await her.says("Gute Besserung!")
    assert f"Person {second}" in await her.presses(inbox_buttons.WriteTo(thread=second))
    assert f"Gesendet an: Person {second}" in await her.says("Bis dann.")
    await desk.writes(first, "شكراً")
    await her.says("Noch etwas.")
    await her.presses("An niemanden")
    await her.presses(inbox_buttons.SendHeld(thread=first))
    assert "Noch etwas." not in await desk.said(first) + await desk.said(second)


async def test_words_that_are_held_go_to_no_strangers_thread(desk: Desk) -> None:
    first, her = await in_hand(desk)
    second = await desk.asks("omar", "متى تفتحون؟")
    third = await desk.asks("lina", "مرحبا")
    await her.presses(TakeThread(thread=second))
    await desk.writes(first, "شكراً")
    await her.says(ANSWER)
    await her.presses(inbox_buttons.SendHeld(thread=third))
    assert await desk.said(third) == []
    assert await desk.reads("lina") == []


HIDDEN = "<b>Hallo</b> [Amt](https://evil.example) \u202egnp.exe\u2069 https://amt.de@evil.example"


async def test_neither_side_can_make_anything_look_like_something_else(desk: Desk) -> None:
    number, her = await in_hand(desk)
    await her.says(HIDDEN)
    (reached,) = await desk.reaches("amal")
    said = next(line for line in reached.text if "Hallo" in line.text)
    assert said.text == "<b>Hallo</b> [Amt](https://evil.example) gnp.exe https://evil.example"
    assert said.href == ""
    her_name = "Beratung Nord"
    assert her_name not in str(reached)
    assert str(number) not in "".join(line.text for line in reached.text)


async def account(desk: Desk, name: str) -> int:
    """Somebody's account."""
    every = await desk.town.ask(counselling.everyone)
    return next(one.id for one in every if one.account.name == name)
