"""Every command, button and awaited word checks the right where it acts."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from random import Random
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import Table, select

from analysis.measures.status import Status
from bot.conversation import Conversation
from bot.message import from_json
from bot.words import words
from handlers.features import Handler
from handlers.respond import ACTIONS, COMMANDS, DIALOGUES, FIELDS
from handlers.rights import by_measure, needed
from models import inbox, person
from models.action import Action
from models.answers import Answer
from models.base import Session
from models.catalogue import Catalogue
from models.contribution import Kind
from models.news import Missing
from models.person import TABLE as PERSON
from models.role import Role
from models.store import Store
from models.survey import View
from models.tables import METADATA
from models.text import T
from models.turn import Command, Did, Pressed, Said, Sender, Turn
from tests.clock import Clock
from tests.handlers.rights_table import PAGE, TABLE, table
from tests.people import account, at
from tests.talking import BERLIN, town_named

Held = tuple[Role, ...] | None
HOLDERS: tuple[Held, ...] = (None, (), *((role,) for role in Role))
"""Nobody, somebody who gave all roles back, and one for each role."""
REFUSAL = words(T("sorry.no_right"), "de")
FOR_EVERYBODY = (
    *("/start", "/help", "/hilfe", "/menu", "/topics", "/themen", "/filter", "/cancel"),
    *("/abbrechen", "/language", "/sprache", "/stop", "/stopp", "/privacy", "/datenschutz"),
    *("/me", "/ich", "/mydata", "/meinedaten", "/delete", "/loeschen", "/löschen"),
    *("/link", "/verbinden", "Linking", "join"),
    *("lang", "langs", "switch", "keeplang", "topic", "choose", "more", "offer", "field"),
    *("like", "else", "near", "district", "only"),
    *("nofilter", "spoken", "rate", "why", "wrong", "wrongis", "forget", "writeagain"),
    *("/surveys", "/umfragen", "/survey", "/umfrage", "/withdraw", "/widerrufen", "/idea", "/idee"),
    *("survey", "svroom", "svgo", "svhere", "svon", "svpause", "svdrop", "svpick", "svstep"),
    *("svfill", "svfill filled in"),
    *("svday", "svmonth", "svpage", "svmove", "svwhy", "svtongues", "svtongue", "svedit", "svtake"),
    *("svrow", "svropen", "svrdrop"),
    *("ideakind", "ideafield", "ideaplace", "Surveying", "Withdrawing", "Contributing"),
    *("wish", "wishfield", "wishhere", "wishdrop", "Wishing"),
    *("/subscribe", "/abonnieren", "/neuigkeiten", "sub", "subtopics", "subabout", "subplaces"),
    *("subin", "subwhen", "subtask", "subagain", "/events", "/termine", "event", "events"),
    *("np", "nr", "nx"),  # under news, which the handlers show to their readers only
    *("/person", "/mensch", "/beratung", "askchange", "asktopic", "asklang", "askwhere", "asksend"),
    *("Asking", "thend", "thrate", "thagain", "thsay", "thask", "AskingLotse"),
)
"""Commands, buttons by their prefix, and dialogues: for asking, and about one's own data."""
OF_THE_CHANNEL = {"owed", "inbox"}
OF_A_TURN = {"last_press", "last_seen", "dialogue"}
BY_TYPE: dict[object, Any] = {
    int: 1,
    bool: True,
    str: "de",
    date: date(2026, 12, 1),
    Role: Role.NETWORK,
    Answer: Answer.ON_TRACK,
    Status: Status.DECIDED,
    Kind: Kind.NEED,
    Missing: Missing.SKIP,
    View: View.NETWORK,
}


def example(kind: type[Action]) -> Action:
    """A button as Lotse might have made it."""
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name]) for name in kind.model_fields})


def _value(kind: object) -> Any:
    return BY_TYPE[kind] if kind in BY_TYPE else get_args(kind)[0]


def things() -> Iterator[Any]:
    """All that one can do: what to send, in which dialogue, and what answers it."""
    for name, handler in COMMANDS.items():
        yield pytest.param(Command(name), None, handler, id=f"/{name}")
    for kind, handler in ACTIONS.items():
        yield pytest.param(Pressed(example(kind).pack(), "7"), None, handler, id=kind.prefix)
    for dialogue, handler in DIALOGUES.items():
        yield pytest.param(Said("1.12.2026"), dialogue(), handler, id=dialogue.__name__)


@pytest.mark.parametrize(("did", "dialogue", "handler"), list(things()))
async def test_refused_exactly_when_the_role_is_missing(
    did: Did, dialogue: Any, handler: Handler, sqlite_town: Store, catalogue: Catalogue
) -> None:
    town = sqlite_town  # a right is checked before any database is asked
    door = Conversation(town, catalogue, town_named(), BERLIN, Random(0))
    senders = {held: Sender("telegram", f"4815{at}", "de") for at, held in enumerate(HOLDERS)}
    await town.write(lambda session: appear(session, senders, dialogue))

    async def is_refused(held: Held) -> bool:
        owed = await door.converse(Turn(senders[held], did, Clock()()))
        assert owed is not None
        return REFUSAL in [line.text for line in from_json(owed.message).text]

    lacking = [held for held in HOLDERS if needed(handler).isdisjoint(held or ())]
    refused = lacking if needed(handler) else []
    before = await town.read(everything) if refused else {}
    assert [held for held in refused if not await is_refused(held)] == []
    assert not refused or await town.read(everything) == before
    others = [held for held in HOLDERS if held not in refused]
    assert [held for held in others if await is_refused(held)] == []


def appear(session: Session, senders: Mapping[Held, Sender], dialogue: Any) -> None:
    """People with these roles, or without an account, in the middle of a dialogue."""
    for held, sender in senders.items():
        at(session, sender, None if held is None else account(session, *held))
        person.be_in(session, person.meet(session, sender, Clock()().date()), dialogue)


def everything(session: Session) -> dict[str, list[str]]:
    """All rows of all tables as the driver has them, without what every turn changes."""
    read = session.connection().exec_driver_sql
    return {name: sorted(map(repr, map(tuple, read(query)))) for name, query in queries().items()}


@cache
def queries() -> dict[str, str]:
    """What reads a table, by its name."""
    tables = [each for each in METADATA.sorted_tables if each.name not in OF_THE_CHANNEL]
    return {each.name: str(select(*kept(each))) for each in tables}


def kept(of: Table) -> list[Any]:
    """The columns that no mere turn changes."""
    return [column for column in of.c if column.name not in OF_A_TURN]


def test_what_every_turn_changes_is_only_that() -> None:
    assert set(PERSON.c.keys()) > OF_A_TURN
    assert inbox.OWED.name in OF_THE_CHANNEL


def test_whatever_has_no_rule_is_meant_for_everybody() -> None:
    """Who adds something says who may do it: a role, the measure, or here that everybody may."""
    everything: tuple[tuple[str, Any], ...] = (
        *((f"/{name}", handler) for name, handler in COMMANDS.items()),
        *((kind.prefix, handler) for kind, handler in ACTIONS.items()),
        *((f"{kind.prefix} filled in", handler) for kind, handler in FIELDS.items()),
        *((kind.__name__, handler) for kind, handler in DIALOGUES.items()),
    )
    free = [name for name, handler in everything if not (needed(handler) or by_measure(handler))]
    assert sorted(free) == sorted(FOR_EVERYBODY)


def test_the_documentation_has_this_table() -> None:
    found = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == table(), "python -m tests.handlers.rights_table"
