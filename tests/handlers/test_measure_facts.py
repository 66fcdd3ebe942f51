"""A measure's card and record: what is known of it, what it lacks, and who may see it."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from analysis.measures.period import parse_point
from models.answers import Answer, ShowMeasure
from models.measure_changes import By, move_step
from models.measure_parts import STEP
from models.role import Role
from models.store import Store
from tests.clock import MONDAY_MORNING
from tests.handlers.talking import Town
from tests.handlers.test_reminders import TODAY, a_step, measure_of, now, tap
from tests.models import measure_towns


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def test_a_card_tells_owner_and_coordination_what_is_missing_for_smart(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    manager = await there.somebody("Leitung", Role.MANAGER)
    id = await measure_of(there, owner, target_group="Familien", staff="0,5 Stelle")
    lacks = "Für SMART fehlt noch: Titel nennt keine Handlung und Indikator"
    assert lacks in await owner.presses(ShowMeasure(measure=id))
    assert lacks in await manager.presses(ShowMeasure(measure=id))


async def test_what_is_smart_or_over_or_no_measure_is_told_to_lack_nothing(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, status="realised")
    assert "SMART" not in await owner.presses(ShowMeasure(measure=id))
    await there.do(
        lambda s: measure_towns.measure(s, "B-01", kind="decision", visibility="network")
    )
    assert "SMART" not in await owner.says("/measures B-01")


async def test_a_calls_card_says_at_which_hour_it_closes_and_who_set_the_date(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    call: dict[str, Any] = {"kind": "call", "due_time": time(12), "statutory": True}
    id = await measure_of(there, owner, **call, submitted_on=TODAY)
    said = await owner.presses(ShowMeasure(measure=id))
    assert "Art: Förderaufruf" in said
    assert "Die Frist endet am 30. November 2026 um 12:00 Uhr." in said
    assert "Diese Frist ist von außen vorgegeben." in said
    assert "Eingereicht am 23. November 2026" in said


async def test_the_record_tells_everything_that_is_filled_in_and_nothing_else(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    filled: dict[str, Any] = {
        "description": "Drei Abende in der Woche.",
        "type": "pilot",
        "origin": "extended",
        "scope": "own",
        "priority": "high",
        "priority_reason": "Größte Nachfrage",
        "cost_plan": 1234567.5,
        "decision_body": "Stadtrat",
        "decision_date": date(2025, 6, 25),
        "decision_number": "SR 0417/2025",
        "evaluation": date(2029, 12, 31),
        "evidence": "Sachbericht",
        "visibility": "public",
        "link": "https://www.example.org/aufruf",
    }
    id = await measure_of(there, owner, **filled)
    await owner.presses(ShowMeasure(measure=id))
    said = await owner.presses("Mehr dazu")
    for line in (
        "Was geschieht: Drei Abende in der Woche.",
        "Einordnung: Modell",
        "Herkunft: erweitert",
        "Wirkungskreis: eigener Wirkungskreis",
        "Priorität: hoch und Größte Nachfrage",
        "Kosten geplant: 1234567,5 €",
        "Beschluss: 25. Juni 2025, Stadtrat und SR 0417/2025",
        "Wirkung wird geprüft am 31. Dezember 2029",
        "Nachweis: Sachbericht",
        "Link: https://www.example.org/aufruf",
        "Sichtbar: öffentlich",
    ):
        assert line in said, line
    assert "Leitlinien" not in said
    await owner.presses("Maßnahme ansehen")
    assert "Mehr dazu" in owner.key("Mehr dazu").label


async def test_a_step_that_is_on_track_has_begun_and_worries_nobody(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner, end=date(2028, 12, 31), last_news=TODAY)
    step = await a_step(there, id)
    assert (await now(there, id)).light == "yellow"
    await owner.presses(tap(id, Answer.ON_TRACK, step))
    after = await now(there, id)
    assert (after.steps[0].begun, after.light) == (True, "green")
    said = await owner.presses(ShowMeasure(measure=id))
    assert "◐ Schritt begonnen, bis 24. November 2026: Raum finden" in said


async def test_who_ticked_off_a_step_stands_in_the_history(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    await a_step(there, id)
    await owner.presses(ShowMeasure(measure=id))
    await owner.presses("Schritte")
    await owner.presses("○ Raum finden")
    said = await owner.presses("Maßnahme ansehen")
    assert "Fortschritt: 100 %" in said
    assert "23. November 2026, Amt: erledigt und Raum finden" in said
    await owner.presses("Schritte")
    await owner.presses("✓ Raum finden")
    assert "wieder offen und Raum finden" in await owner.presses("Maßnahme ansehen")


async def test_dates_are_told_as_exactly_as_they_are_meant_and_reasons_in_words(
    there: Town,
) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    id = await measure_of(there, owner)
    step = await a_step(there, id)
    quarter = {"due": date(2027, 3, 31), "due_precision": "quarter"}
    await there.do(lambda s: s.execute(update(STEP).values(**quarter)).close())
    assert "○ Schritt bis 1. Quartal 2027: Raum finden" in await owner.says("/measures SPR-01")
    later = parse_point("2. Halbjahr 2027")
    assert later is not None
    await there.do(lambda s: move_step(s, step, later, "staff", By(None, MONDAY_MORNING)))
    said = await owner.says("/measures SPR-01")
    moved = "Schritt „Raum finden“ verschoben: 1. Quartal 2027 → 2. Halbjahr 2027."
    assert f"{moved} Grund: Personal fehlt" in said


async def test_what_is_shared_is_read_by_the_network_without_what_was_said_of_it(
    there: Town,
) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Verein", Role.NETWORK)
    id = await measure_of(there, owner, visibility="network")
    await owner.presses(tap(id, Answer.ON_TRACK))
    await other.says("/measures")
    await other.presses("Für das Netzwerk (1)")
    said = await other.presses("SPR-01")
    assert "Stand: in Umsetzung" in said
    assert "läuft planmäßig" not in said
    assert "SMART" not in said
    assert other.message is not None
    labels = {key.label for row in other.message.keys for key in row}
    assert labels == {"Mehr dazu", "Meine Maßnahmen", "Maßnahmen"}
    assert "nicht zu Ihren Aufgaben" in await other.presses(tap(id, Answer.DONE))


async def test_what_is_internal_or_gone_is_shared_with_nobody(there: Town) -> None:
    owner = await there.somebody("Amt", Role.OWNER)
    other = await there.somebody("Verein", Role.NETWORK)
    stranger = await there.somebody("Gast")
    id = await measure_of(there, owner, visibility="network", active=False)
    assert "nicht zu Ihren Aufgaben" in await other.presses(ShowMeasure(measure=id))
    shown = await there.do(lambda s: measure_towns.measure(s, "X-1", visibility="public"))
    assert "X-1" in await other.presses(ShowMeasure(measure=shown))
    assert "X-1" not in await stranger.presses(ShowMeasure(measure=shown))
    assert (await now(there, id)).end == TODAY + timedelta(days=7)
