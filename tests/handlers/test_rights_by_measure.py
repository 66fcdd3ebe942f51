"""What a measure decides: nobody whose it is not sees or changes it, whatever button she sends."""

from collections.abc import Iterator
from random import Random
from typing import Any, get_type_hints

import pytest
from sqlalchemy import insert

from bot.conversation import Conversation
from bot.message import from_json
from bot.words import words
from handlers.respond import ACTIONS, COMMANDS, DIALOGUES
from handlers.rights import by_measure
from models import person
from models.base import Session
from models.catalogue import Catalogue
from models.measure_parts import INDICATOR, NOTE, STEP
from models.role import Role
from models.store import Store
from models.text import T
from models.turn import Did, Pressed, Said, Sender, Turn
from tests.clock import Clock
from tests.handlers.test_rights import HOLDERS, REFUSAL, Held, everything, example
from tests.models.measure_towns import measure
from tests.people import account, at
from tests.talking import BERLIN, town_named

REFUSED = {REFUSAL, words(T("measures.not_yours"), "de")}
LEAD = {Role.MANAGER, Role.ADMINISTRATOR}
STRANGERS = [held for held in HOLDERS if LEAD.isdisjoint(held or ())]
TYPED = {"Measuring": "12,5"}
HERS: Held = (Role.OWNER, Role.NETWORK)
"""What the one responsible holds, to tell her from strangers."""


def things() -> Iterator[Any]:
    """All that a measure decides about: what to send, and in which dialogue."""
    for kind, handler in ACTIONS.items():
        if by_measure(handler):
            yield pytest.param(Pressed(example(kind).pack(), "7"), None, id=kind.prefix)
    for dialogue, handler in DIALOGUES.items():
        if by_measure(handler):
            typed = Said(TYPED.get(dialogue.__name__, "1.12.2026"))
            yield pytest.param(typed, within(dialogue), id=dialogue.__name__)


def within(dialogue: Any) -> Any:
    """In the middle of it, about the first measure."""
    hints = get_type_hints(dialogue)
    return dialogue(**{name: 1 for name in dialogue.model_fields if hints[name] is int})


@pytest.fixture
def people(store: Store) -> dict[Held, Sender]:
    """Somebody with each role, and the one whose measure it is."""
    senders = {held: Sender("telegram", f"4815{n}", "de") for n, held in enumerate(HOLDERS)}
    senders[HERS] = Sender("telegram", "42", "de")
    with store.transaction() as session:
        for held, sender in senders.items():
            if held != HERS:
                at(session, sender, None if held is None else account(session, *held))
        one_measure(session, senders[HERS])
    return senders


def one_measure(session: Session, sender: Sender) -> None:
    """Number 1, with a step, an indicator and a note that she wrote."""
    hers = account(session, *(HERS or ()))
    at(session, sender, hers)
    assert measure(session, "1", responsible_id=hers) == 1
    own = {"measure_id": 1, "name": "Raum finden", "position": 1}
    session.execute(insert(STEP).values(**own, due_precision="day"))
    session.execute(insert(INDICATOR).values(**own))
    said = {"measure_id": 1, "at": Clock()(), "account_id": hers, "answer": "note"}
    session.execute(insert(NOTE).values(**said, status="in_realisation", text=""))


@pytest.mark.parametrize(("did", "dialogue"), list(things()))
async def test_only_for_those_whose_it_is(
    did: Did, dialogue: Any, store: Store, catalogue: Catalogue, people: dict[Held, Sender]
) -> None:
    door = Conversation(store, catalogue, town_named(), BERLIN, Random(0))

    async def is_refused(held: Held) -> bool:
        day = Clock()().date()
        await store.write(lambda s: person.be_in(s, person.meet(s, people[held], day), dialogue))
        owed = await door.converse(Turn(people[held], did, Clock()()))
        assert owed is not None
        return not REFUSED.isdisjoint(line.text for line in from_json(owed.message).text)

    before = await store.read(everything)
    assert [held for held in STRANGERS if not await is_refused(held)] == []
    assert await store.read(everything) == before
    assert not all([await is_refused(held) for held in (HERS, (Role.MANAGER,))])


def test_no_command_is_about_one_measure() -> None:
    assert not any(map(by_measure, COMMANDS.values()))
